import Bytes
import Content
import Files
import Glibc
import Output

/// A file of `.bantin/` that a build keeps for the next one into the same output folder: one record behind a seal.
struct RunCache {
    let kind: String
    /// Changes with the form.
    let mark: UInt64

    /// What `read` finds in the record, which has this hash; nil when there is none to believe.
    func read<Value>(
        _ request: BuildRequest, _ read: (inout RecordReader, _ hash: ContentHash) -> Value?
    ) -> Value? {
        // What cannot be read is made again.
        guard let bytes = try? WholeFile.read(path(request)) else { return nil }
        return bytes.withUnsafeBytes { bytes in
            guard let (record, hash) = Seal.opened(bytes, mark: mark) else { return nil }
            var reader = RecordReader(record)
            return read(&reader, hash)
        }
    }

    /// Keeps what was written to `record`, and returns its hash.
    @discardableResult
    func write(_ request: BuildRequest, _ record: borrowing RecordWriter) throws(OutputFailure) -> ContentHash
    {
        let seal = Seal.bytes(mark: mark, of: [record.buffer.bytes])
        var head = ByteBuffer(capacity: Seal.size)
        head.append(seal)
        try WholeFile.write(
            [head.bytes, record.buffer.bytes], to: path(request), isSynced: false, canBeLost: true)
        return Seal.hash(in: seal)
    }

    /// From now on there is none.
    func remove(_ request: BuildRequest) { unlink(path(request)) }

    /// One file for each output folder, whatever name that goes by.
    private func path(_ request: BuildRequest) -> String {
        let digits = ContentHash(of: RealPath.of(request.destination)).hex.prefix(16)
        return request.root + "/.bantin/\(kind)-\(digits).cache"
    }
}
