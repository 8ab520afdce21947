import Build
import Foundation
import Testing

/// The table in Sources/CEmbedded/embedded.c is kept by hand: it names every file there is, with its bytes.
@Suite struct EmbeddedFilesTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func themesAreWhole() throws {
        let built = Dictionary(
            uniqueKeysWithValues: BuiltInThemes.files.map { ("\($0.theme)/\($0.path)", Data($0.bytes)) })
        #expect(built == (try files(under: "themes")))
    }

    @Test func starterIsWhole() throws {
        let built = Dictionary(uniqueKeysWithValues: BuiltInThemes.starter.map { ($0.path, Data($0.bytes)) })
        #expect(built == (try files(under: "Sources/CEmbedded/starter")))
    }

    private func files(under folder: String) throws -> [String: Data] {
        let place = root.appending(path: folder)
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: place.path) {
            var isFolder: ObjCBool = false
            FileManager.default.fileExists(atPath: place.appending(path: path).path, isDirectory: &isFolder)
            if !isFolder.boolValue { files[path] = try Data(contentsOf: place.appending(path: path)) }
        }
        return files
    }
}
