/// The lines in which two versions of a text differ, without their line ends.
package struct LineChanges: Hashable, Sendable {
    package let removed: [String]
    package let added: [String]

    package var isEmpty: Bool { removed.isEmpty && added.isEmpty }

    package init(from old: [UInt8], to new: [UInt8]) {
        var (old, new) = (Self.lines(old), Self.lines(new))
        // Long texts have few changes: what both begin and end with is not compared line by line.
        let start = zip(old, new).prefix { $0 == $1 }.count
        (old, new) = (old.dropFirst(start), new.dropFirst(start))
        let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        let difference = Array(new.dropLast(end)).difference(from: Array(old.dropLast(end)))
        removed = difference.removals.map(Self.text)
        added = difference.insertions.map(Self.text)
    }

    private static func lines(_ bytes: [UInt8]) -> ArraySlice<ArraySlice<UInt8>> {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    }

    private static func text(_ change: CollectionDifference<ArraySlice<UInt8>>.Change) -> String {
        switch change {
        case .insert(_, let line, _), .remove(_, let line, _):
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
    }
}
