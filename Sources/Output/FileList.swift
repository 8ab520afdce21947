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
    fileprivate static let title = "# bantin-files 1 "

    /// How long the first line is.
    private static let headSize = title.utf8.count + ContentHash.hexLength + 1

    static func text(of inventory: Inventory) -> ByteBuffer {
        var lines = ByteBuffer(
            capacity: headSize + inventory.paths.size + inventory.paths.count * (ContentHash.hexLength + 2))
        // The hash of the other lines is not known yet.
        lines.appendHead(.unknown)
        for rank in 0..<inventory.paths.count {
            lines.append(hex: inventory.records[rank].hash)
            lines.append("  " as StaticString)
            lines.append(inventory.paths[rank])
            lines.append(UInt8(ascii: "\n"))
        }
        var head = ByteBuffer(capacity: headSize)
        head.appendHead(ContentHash(of: UnsafeRawBufferPointer(rebasing: lines.bytes[headSize...])))
        lines.overwrite(from: 0, with: head.bytes)
        return lines
    }

    /// Nil when the text was damaged: a list that is not whole is not trusted in any part.
    static func inventory(from text: [UInt8]) -> Inventory? {
        text.withUnsafeBytes { text in
            guard let lines = checkedLines(text) else { return nil }
            return inventory(fromLines: lines)
        }
    }

    private static func checkedLines(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard text.count >= headSize, text.starts(with: title.utf8),
            text[headSize - 1] == UInt8(ascii: "\n")
        else { return nil }
        let digits = UnsafeRawBufferPointer(rebasing: text[title.utf8.count..<(headSize - 1)])
        let lines = UnsafeRawBufferPointer(rebasing: text[headSize...])
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

extension ByteBuffer {
    fileprivate mutating func appendHead(_ hash: ContentHash) {
        append(FileList.title)
        append(hex: hash)
        append(UInt8(ascii: "\n"))
    }
}
