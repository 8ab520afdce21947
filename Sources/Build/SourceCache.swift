import Bytes
import Content
import Files
import Glibc
import Output

/// `.bantin/sources.cache`: what the last build read of content/.
struct SourceCache {
    private let path: String

    init(siteRoot: String) { path = siteRoot + "/.bantin/sources.cache" }

    /// What can be recalled: nothing when there is no cache, or one that cannot be believed.
    func recall() -> Recall {
        var memory: SourceMemory?
        // A cache that cannot be read is made again.
        if let bytes = try? WholeFile.read(path) { memory = SourceMemory(bytes: bytes) }
        return Recall(program: Self.program, memory: memory)
    }

    func replace(_ bytes: [UInt8]) throws(OutputFailure) {
        try WholeFile.write(bytes, to: path, isSynced: false)
    }

    /// Stands for the running program: another version may read a source as something else.
    private static let program: ContentHash = {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return .unknown }
        return withUnsafeBytes(of: FileStamp(status)) { ContentHash(of: $0) }
    }()
}
