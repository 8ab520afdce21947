internal import Bytes
internal import Model

/// What the last build knew of a part that many of its pages share.
struct PartRecord: Hashable, Sendable {
    /// The hash of its name.
    let name: ContentHash
    /// The hash of its bytes.
    let hash: ContentHash
    /// In bytes.
    let size: Int
}

extension PartRecord {
    init(_ part: SharedPart) {
        name = ContentHash(of: part.name)
        hash = ContentHash(of: part.bytes)
        size = part.bytes.count
    }
}

/// The shared parts of a plan beside those that stand in the pages of the last build.
struct PartComparison: Sendable {
    let new: [SharedPart]
    let records: [PartRecord]
    private let old: [PartRecord]
    /// For each old part the new one of its name.
    private let successors: [Int?]

    init(_ new: [SharedPart], since old: [PartRecord]) {
        self.new = new
        self.old = old
        let records = new.map { PartRecord($0) }
        self.records = records
        let numbers = Dictionary(zip(records.map(\.name), records.indices)) { first, _ in first }
        successors = old.map { numbers[$0.name] }
    }

    /// The size of an old part in bytes, and the part that takes its place; nil when there is none.
    func successor(of part: Int) -> (size: Int, part: Int)? {
        guard old.indices.contains(part), let successor = successors[part] else { return nil }
        return (old[part].size, successor)
    }

    /// The places of old parts as those of new ones; nil when any of the parts has changed.
    func carried(_ places: [PartPlace]) -> [PartPlace]? {
        var carried = places
        for (index, place) in places.enumerated() {
            guard let (_, part) = successor(of: place.part), records[part].hash == old[place.part].hash else {
                return nil
            }
            if part != place.part { carried[index] = PartPlace(part: part, offset: place.offset) }
        }
        return carried
    }
}
