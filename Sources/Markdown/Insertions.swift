import Bytes
import Model

/// HTML that belongs to a place already passed, such as a table of contents before its headings.
struct Insertions {
    private var entries: [(offset: Int, html: [UInt8])] = []

    var isEmpty: Bool { entries.isEmpty }

    /// Reserves a place at `offset`; offsets never go back. Gives the number to `fill`.
    mutating func reserve(at offset: Int) -> Int {
        entries.append((offset, []))
        return entries.count - 1
    }

    mutating func fill(_ number: Int, with html: [UInt8]) { entries[number].html = html }

    /// `html` with every insertion in its place.
    func apply(to html: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(html.count + entries.reduce(0) { $0 + $1.html.count })
        var start = 0
        for entry in entries {
            out.append(contentsOf: html[start..<entry.offset])
            out.append(contentsOf: entry.html)
            start = entry.offset
        }
        out.append(contentsOf: html[start...])
        return out
    }

    /// `holes` moved to where they stand in the result: one at the same offset stays before the insertion.
    func shift(_ holes: [Hole]) -> [Hole] {
        var next = 0
        var added = 0
        return holes.map { hole in
            while next < entries.count, entries[next].offset < hole.offset {
                added += entries[next].html.count
                next += 1
            }
            return Hole(offset: hole.offset + added, kind: hole.kind, line: hole.line)
        }
    }
}
