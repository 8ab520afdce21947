import Bytes
import Foundation

/// The files under a folder by their paths in it, without what a build keeps for itself.
struct CaseFiles: Equatable {
    private var files: [ExactText: Data] = [:]

    /// A folder that is not there holds no files. A file that cannot be read counts as empty.
    init(in folder: URL) throws {
        guard FileManager.default.fileExists(atPath: folder.path) else { return }
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            var isFolder: ObjCBool = false
            let full = folder.appending(path: path).path
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue,
                path != ".bantin-files", !path.hasPrefix(".bantin/")
            else { continue }
            files[ExactText(path)] = FileManager.default.contents(atPath: full) ?? Data()
        }
    }

    /// The paths of files that only one of the two has, or that differ.
    func paths(otherThanIn other: CaseFiles) -> [String] {
        Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.map(\.text)
            .sorted { $0.precedesInBytes($1) }
    }

    /// Enough of a file to see what is wrong.
    func beginning(of path: String) -> String {
        files[ExactText(path)].map { String(decoding: $0.prefix(4_000), as: UTF8.self) } ?? "no such file"
    }

    /// Makes `folder` hold these files and nothing else.
    func replace(_ folder: URL) throws {
        if FileManager.default.fileExists(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, data) in files {
            let file = folder.appending(path: path.text)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
    }
}
