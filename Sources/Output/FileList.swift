internal import Bytes
internal import Glibc

/// The text of `public/.bantin-files`: a line with the hash of the others, then for each file its hash, two
/// spaces and its path, in the order of the paths' bytes. `xxh128sum -c` reads it.
///
///     # bantin-files 1 6a3f0c2ed9a1b5c7d8e9f0a1b2c3d4e5
///     99aa06d3014798d86001c324468d497f  404.html
///
/// It holds no times: the same site gives the same bytes.
enum FileList {
    private static let title = "# bantin-files 1 "

    static func text(of inventory: Inventory) -> [UInt8] {
        var lines = ByteBuffer(
            capacity: inventory.paths.size + inventory.paths.count * (ContentHash.hexLength + 2))
        for rank in 0..<inventory.paths.count {
            lines.append(hex: inventory.records[rank].hash)
            lines.append("  " as StaticString)
            lines.append(inventory.paths[rank])
            lines.append(UInt8(ascii: "\n"))
        }
        return lines.copy(behind: Array("\(title)\(ContentHash(of: lines.bytes).hex)\n".utf8))
    }

    /// Nil when the text was damaged: a list that is not whole is not trusted in any part.
    static func inventory(from text: [UInt8]) -> Inventory? {
        text.withUnsafeBytes { text in
            guard let lines = checkedLines(text) else { return nil }
            return inventory(fromLines: lines)
        }
    }

    private static func checkedLines(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let start = title.utf8.count + ContentHash.hexLength + 1
        guard text.count >= start, text.starts(with: title.utf8), text[start - 1] == UInt8(ascii: "\n") else {
            return nil
        }
        let digits = UnsafeRawBufferPointer(rebasing: text[title.utf8.count..<(start - 1)])
        let lines = UnsafeRawBufferPointer(rebasing: text[start...])
        return ContentHash(hex: digits) == ContentHash(of: lines) ? lines : nil
    }

    private static func inventory(fromLines lines: UnsafeRawBufferPointer) -> Inventory? {
        var records: [FileRecord] = []
        var paths: [UnsafeBufferPointer<UInt8>] = []
        var size = 0
        var rest = lines
        while !rest.isEmpty {
            guard let line = nextLine(of: &rest), let (hash, path) = fields(of: line) else { return nil }
            if let last = paths.last, PathBytes.compare(last, path) >= 0 { return nil }
            records.append(FileRecord(hash: hash))
            paths.append(path)
            size += path.count
        }
        let table = PathTable(count: paths.count, size: size) { index, take in take(paths[index]) }
        return Inventory(paths: SortedPaths(inOrder: table), records: records)
    }

    private static func nextLine(of rest: inout UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard let start = rest.baseAddress, let end = memchr(start, 0x0A, rest.count) else { return nil }
        let length = UnsafeRawPointer(end) - start
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[(length + 1)...]) }
        return UnsafeRawBufferPointer(rebasing: rest[..<length])
    }

    private static func fields(
        of line: UnsafeRawBufferPointer
    ) -> (hash: ContentHash, path: UnsafeBufferPointer<UInt8>)? {
        let start = ContentHash.hexLength + 2
        guard line.count > start,
            let hash = ContentHash(hex: UnsafeRawBufferPointer(rebasing: line[..<ContentHash.hexLength]))
        else { return nil }
        let path = UnsafeRawBufferPointer(rebasing: line[start...]).assumingMemoryBound(to: UInt8.self)
        return PathBytes.isUsable(path) ? (hash, path) : nil
    }
}
