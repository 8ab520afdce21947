/// The bytes of a source file with its name: turns byte offsets into places and excerpts.
///
/// Nothing is indexed ahead: a file without problems pays nothing, and finding a line is a scan.
package struct SourceText: Sendable {
    /// The path from the site's folder, with `/`.
    package let file: String
    package let bytes: [UInt8]

    package init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// The place of the `length` bytes at `offset`; an offset past the end means the end, one inside a
    /// character means the character.
    package func place(at offset: Int, length: Int = 1) -> Place {
        let offset = scalarStart(at: min(max(offset, 0), bytes.count))
        let line = bytes[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
        let column = String(decoding: bytes[lineStart(before: offset)..<offset], as: UTF8.self).count + 1
        let end = min(offset + max(length, 1), lineEnd(after: offset))
        let width = String(decoding: bytes[offset..<max(offset, end)], as: UTF8.self).count
        return Place(file: file, line: line, column: column, length: width)
    }

    /// The whole line that holds `offset`, without its line end; invalid UTF-8 shows as U+FFFD.
    package func excerpt(at offset: Int) -> String {
        let offset = min(max(offset, 0), bytes.count)
        return String(decoding: bytes[lineStart(before: offset)..<lineEnd(after: offset)], as: UTF8.self)
    }

    /// A diagnostic on the `length` bytes at `offset`, with its line.
    package func diagnostic(
        _ severity: Severity, _ problem: any Problem, at offset: Int, length: Int = 1, related: [Place] = []
    ) -> Diagnostic {
        Diagnostic(
            severity, problem, at: place(at: offset, length: length), excerpt: excerpt(at: offset),
            related: related)
    }

    /// The byte offset at which `line` (from 1) starts; the end of the file when it has fewer lines.
    package func offset(ofLine line: Int) -> Int {
        var current = 1
        for (at, byte) in bytes.enumerated() {
            if current == line { return at }
            if byte == UInt8(ascii: "\n") { current += 1 }
        }
        return bytes.count
    }

    /// Steps back over at most the three bytes that continue a scalar.
    private func scalarStart(at offset: Int) -> Int {
        var start = offset
        while start > 0, start > offset - 3, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    private func lineStart(before offset: Int) -> Int {
        (bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }

    /// A CR before the LF belongs to the line end.
    private func lineEnd(after offset: Int) -> Int {
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return 0 < end && end < bytes.count && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }
}
