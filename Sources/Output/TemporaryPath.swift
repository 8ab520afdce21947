internal import Glibc

/// The path under which a thread writes its next file: its own name in that file's folder.
struct TemporaryPath {
    /// The folder of the file, as a C string; empty for the top.
    private(set) var folder: [CChar] = []
    /// The temporary file, as a C string.
    private(set) var file: [CChar] = []
    private let name: [CChar]

    /// `thread` tells apart the threads of one build.
    init(thread: Int) {
        name = Array("\(OwnName.temporary)\(thread)".utf8CString)
    }

    /// Moves to the folder of `path`. Returns false when it is there already.
    mutating func enter(folderOf path: UnsafeBufferPointer<UInt8>) -> Bool {
        let length = PathBytes.folderLength(path)
        if length + 1 == folder.count, memcmp(folder, path.baseAddress!, length) == 0 { return false }
        folder.removeAll(keepingCapacity: true)
        file.removeAll(keepingCapacity: true)
        path.withMemoryRebound(to: CChar.self) { path in
            let parent = UnsafeBufferPointer(rebasing: path[..<length])
            folder.append(contentsOf: parent)
            file.append(contentsOf: parent)
        }
        folder.append(0)
        if length > 0 { file.append(CChar(bitPattern: UInt8(ascii: "/"))) }
        file.append(contentsOf: name)
        return true
    }
}
