package import Bytes

/// Works out fingerprints of pages on one thread, without rendering them.
///
/// A page's fingerprint is the hash of every value that its template may read. The compiler knows which those
/// are, so that two pages with one fingerprint have the same bytes, whatever the template does with
/// the values; a page whose bytes stay the same may still change its fingerprint. What is read of an
/// object that many pages show is hashed once.
package final class Fingerprinter {
    private let world: AnyObject
    private let globals: [Value]
    /// By the number of the plan and by that of the object plus 1; `unknown` where nothing is known yet.
    private var known: [[ContentHash]] = []
    private var bytes = ByteBuffer(capacity: 1 << 14)

    /// `world` and `globals` as a `Renderer` has them.
    package init(world: AnyObject, globals: [Value]) {
        self.world = world
        self.globals = globals
    }

    /// The fingerprint of the page that `template` makes of `variables`; `unknown` when only rendering can
    /// tell.
    package func fingerprint(_ template: Template, _ variables: [Value]) -> ContentHash {
        guard let reading = template.reading else { return .unknown }
        let start = bytes.count
        append(reading.identity)
        for (value, plan) in zip(globals, reading.globals) { append(value, plan) }
        for (value, plan) in zip(variables, reading.variables) { append(value, plan) }
        return taken(from: start)
    }

    /// Takes the bytes from `start` on out of the buffer and gives their hash.
    private func taken(from start: Int) -> ContentHash {
        let hash = ContentHash(of: UnsafeRawBufferPointer(rebasing: bytes.bytes[start...]))
        bytes.truncate(to: start)
        return hash
    }

    private func hash(_ number: Int, _ plan: ReadPlan) -> ContentHash {
        guard number >= 0, number < Memory.largestNumber else { return makeHash(number, plan) }
        while known.count <= plan.number { known.append([]) }
        if number < known[plan.number].count {
            let hash = known[plan.number][number]
            if hash.isKnown { return hash }
        }
        let hash = makeHash(number, plan)
        if known[plan.number].count <= number {
            let missing = max(number + 1, known[plan.number].count * 2) - known[plan.number].count
            known[plan.number].append(contentsOf: repeatElement(.unknown, count: missing))
        }
        known[plan.number][number] = hash
        return hash
    }

    private func makeHash(_ number: Int, _ plan: ReadPlan) -> ContentHash {
        let start = bytes.count
        for step in plan.steps {
            if let digest = step.field.digest {
                digest(world, number, &bytes)
            } else {
                append(step.field.read(world, number), step.inner)
            }
        }
        return taken(from: start)
    }
}

// MARK: Values as bytes: each with its kind and, where it varies, its length, so that no two lists of values
// give the same bytes.
extension Fingerprinter {
    private func append(_ value: Value, _ plan: ReadPlan?) {
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
            if let plan { append(hash(number, plan)) }
        case .list(let list): append(list, plan)
        }
    }

    private func append(_ list: List, _ plan: ReadPlan?) {
        append(9, list.count)
        switch list {
        case .objects(let numbers):
            if let plan { for number in numbers { append(hash(Int(number), plan)) } }
        case .range(let range):
            if let plan { for number in range { append(hash(number, plan)) } }
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

    private func append(_ hash: ContentHash) { bytes.append(hash) }
}
