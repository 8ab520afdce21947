internal import Bytes
internal import Files

/// What an earlier run read of content/: each source as a record, valid while its file has the same stamp or
/// the same bytes.
///
/// Believed only as a whole, and only by a run for which a source would mean the same: same program, same
/// site.yaml, same declarations of the theme, same categories.
package struct SourceMemory: Sendable {
    /// A remembered source.
    struct Entry {
        let path: UnsafeRawBufferPointer
        /// The stamp under which the file was seen with `hash`; `unknown` when it has to be read again.
        let stamp: FileStamp
        let hash: ContentHash
        let record: UnsafeRawBufferPointer
    }

    private let block: MemoryBlock
    private let head: MemoryHead

    /// Nil when the bytes are damaged, or of another form.
    package init?(bytes: [UInt8]) {
        block = MemoryBlock(bytes)
        guard let head = MemoryHead(block.bytes) else { return nil }
        self.head = head
    }

    /// What all records depend on besides their files.
    var context: ContentHash { head.context }
    var count: Int { head.count }

    func entry(at index: Int) -> Entry { head.entry(at: index, in: block.bytes) }

    /// The place of the source at `path`, from content/.
    func index(of path: String) -> Int? {
        var path = path
        return path.withUTF8 { path in
            let path = UnsafeRawBufferPointer(path)
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                let order = head.path(at: middle, in: block.bytes).comparedBytes(to: path)
                if order == 0 { return middle }
                if order < 0 { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }
}

/// The bytes of a memory. They stay where they are as long as the block lives: entries point into it.
private final class MemoryBlock: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        copy.copyBytes(from: bytes)
        self.bytes = UnsafeRawBufferPointer(copy)
    }

    deinit { bytes.deallocate() }
}
