package import Bytes

/// Works out fingerprints of pages on one thread, without rendering them.
///
/// A page's fingerprint is the hash of every value that its template may read, or of what stands for it
/// (`ObjectType.digest`). The compiler knows which those are, so that two pages with one fingerprint have the same
/// bytes, whatever the template does with the values; a page whose bytes stay the same may still change its
/// fingerprint. What is read of an object that many pages show is hashed once.
package final class Fingerprinter {
    private let world: AnyObject
    private let globals: [Value]
    /// By the number of the plan.
    private var shelves: [Shelf] = []
    private var bytes = ByteBuffer(capacity: 1 << 14)

    /// The hashes of objects of one plan, by the numbers of the objects; `unknown` where nothing is known yet.
    private struct Shelf {
        var hashes = UnsafeMutableBufferPointer<ContentHash>(start: nil, count: 0)
    }

    /// `world` and `globals` as a `Renderer` has them.
    package init(world: AnyObject, globals: [Value]) {
        self.world = world
        self.globals = globals
    }

    deinit { for shelf in shelves { shelf.hashes.deallocate() } }

    /// The fingerprint of the page that `template` makes of `variables`; `unknown` when only rendering can
    /// tell.
    package func fingerprint(_ template: Template, _ variables: [Value]) -> ContentHash {
        guard let reading = template.reading else { return .unknown }
        let start = bytes.count
        bytes.append(reading.identity)
        for (value, plan) in zip(globals, reading.globals) { append(value, plan) }
        for (value, plan) in zip(variables, reading.variables) { append(value, plan) }
        return taken(from: start)
    }

    private func append(_ value: Value, _ plan: ReadPlan?) {
        append(value, plan.map { Unmanaged.passUnretained($0) })
    }

    /// Takes the bytes from `start` on out of the buffer and gives their hash.
    private func taken(from start: Int) -> ContentHash {
        let hash = ContentHash(of: UnsafeRawBufferPointer(rebasing: bytes.bytes[start...]))
        bytes.truncate(to: start)
        return hash
    }

    private func hash(_ number: Int, _ plan: Unmanaged<ReadPlan>) -> ContentHash {
        let shelf = plan._withUnsafeGuaranteedRef { $0.number }
        guard number >= 0, number < Memory.largestNumber else { return makeHash(number, plan) }
        if shelf < shelves.count, number < shelves[shelf].hashes.count {
            let known = shelves[shelf].hashes[number]
            if known.isKnown { return known }
        }
        let hash = makeHash(number, plan)
        keep(hash, of: number, onShelf: shelf)
        return hash
    }

    private func keep(_ hash: ContentHash, of number: Int, onShelf shelf: Int) {
        while shelves.count <= shelf { shelves.append(Shelf()) }
        let old = shelves[shelf].hashes
        if number >= old.count {
            let wider = UnsafeMutableBufferPointer<ContentHash>.allocate(
                capacity: max(number + 1, old.count * 2, 64))
            let end = wider.moveInitialize(fromContentsOf: old)
            wider[end...].initialize(repeating: .unknown)
            old.deallocate()
            shelves[shelf].hashes = wider
        }
        shelves[shelf].hashes[number] = hash
    }

    private func makeHash(_ number: Int, _ plan: Unmanaged<ReadPlan>) -> ContentHash {
        let start = bytes.count
        let (steps, digest, digestedCount) = plan._withUnsafeGuaranteedRef {
            ($0.steps, $0.digest, $0.digestedCount)
        }
        let isDigested = digest?(world, number, &bytes) ?? false
        bytes.append(isDigested ? 1 : 0 as UInt8)
        for index in (isDigested ? digestedCount : 0)..<steps.count {
            if let digest = steps[index].digest {
                digest(world, number, &bytes)
            } else {
                append(steps[index].read(world, number), steps[index].inner)
            }
        }
        return taken(from: start)
    }
}

// MARK: Values as bytes: each with its kind and, where it varies, its length, so that no two lists of values
// give the same bytes.
extension Fingerprinter {
    private func append(_ value: Value, _ plan: Unmanaged<ReadPlan>?) {
        switch value {
        case .none: bytes.append(0 as UInt8)
        case .bool(let flag): bytes.append(flag ? 2 : 1 as UInt8)
        case .int(let number): append(3, number)
        case .date(let seconds): append(4, seconds)
        case .text(let text): append(5, text)
        case .html(let text): append(6, text)
        case .markup(let markup): append(markup)
        case .object(let number):
            bytes.append(8 as UInt8)
            if let plan { bytes.append(hash(number, plan)) }
        case .list(let list): append(list, plan)
        }
    }

    private func append(_ list: List, _ plan: Unmanaged<ReadPlan>?) {
        append(9, list.count)
        switch list {
        case .objects(let numbers):
            guard let plan else { return }
            numbers.withUnsafeBufferPointer { numbers in
                for number in numbers { bytes.append(hash(Int(number), plan)) }
            }
        case .range(let range):
            if let plan { for number in range { bytes.append(hash(number, plan)) } }
        case .values(let values):
            for value in values { append(value, plan) }
        }
    }

    private func append(_ markup: Markup) {
        append(7, markup.html.count)
        bytes.append(markup.html)
        append(7, markup.fills.count)
        for fill in markup.fills {
            append(7, fill.offset)
            append(7, fill.bytes.count)
            bytes.append(fill.bytes)
        }
    }

    private func append(_ kind: UInt8, _ text: String) {
        append(kind, text.utf8.count)
        bytes.append(text)
    }

    private func append(_ kind: UInt8, _ number: Int) {
        bytes.append(kind)
        bytes.append(word: UInt64(bitPattern: Int64(number)))
    }
}
