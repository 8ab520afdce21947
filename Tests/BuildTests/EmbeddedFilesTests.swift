import Build
import Foundation
import Model
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
            let file = place.appending(path: path)
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            files[path] = try Data(contentsOf: file)
        }
        return files
    }
}
