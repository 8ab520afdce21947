import Build
import Content
import Diagnostics
import Foundation
import Testing

@Suite struct SourceEditTests {
    private let root = FileManager.default.temporaryDirectory.path + "/bantin-edit-" + UUID().uuidString

    private func withSource(_ text: String, _ use: (URL) throws -> Void) throws {
        let file = URL(filePath: root + "/content/tin/x.md")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        defer {
            // A folder that cannot be deleted stays in the system's temporary folder.
            try? FileManager.default.removeItem(atPath: root)
        }
        try Data("title: A\nurl: https://a.example/\n".utf8).write(to: URL(filePath: root + "/site.yaml"))
        try Data(text.utf8).write(to: file)
        try use(file)
    }

    private func edit() throws -> SourceEdit {
        let source = try SingleSource.read(
            root: root, named: "content/tin/x.md", from: root, builtInThemes: BuiltInThemes.files)
        return try SourceEdit(source, root: root)
    }

    private static let text = "---\r\ntitle: Bài\r\ndate: 21/11/2026\r\n---\r\nThân bài.\r\n"

    @Test func keepsEveryOtherByte() throws {
        try withSource(Self.text) { file in
            var edit = try edit()
            try edit.edit { editor throws(FrontMatterEditRefusal) in try editor.set("slug", to: "bai") }
            try edit.write()
            let text = "---\r\ntitle: Bài\r\ndate: 21/11/2026\r\nslug: bai\r\n---\r\nThân bài.\r\n"
            #expect(try Data(contentsOf: file) == Data(text.utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/content/tin") == ["x.md"])
        }
    }

    @Test func keepsPermissionsAndLinks() throws {
        try withSource(Self.text) { file in
            let real = root + "/that.md"
            try FileManager.default.moveItem(atPath: file.path, toPath: real)
            try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: real)
            try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: real)
            var edit = try edit()
            try edit.edit { editor throws(FrontMatterEditRefusal) in try editor.set("slug", to: "bai") }
            try edit.write()
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file.path) == real)
            let attributes = try FileManager.default.attributesOfItem(atPath: real)
            #expect(attributes[.posixPermissions] as? Int == 0o660)
            #expect(try String(contentsOfFile: real, encoding: .utf8).contains("slug: bai\r\n"))
        }
    }

    @Test func doesNotOverwriteWhatSomebodySavedMeanwhile() throws {
        try withSource(Self.text) { file in
            var edit = try edit()
            try edit.edit { editor throws(FrontMatterEditRefusal) in try editor.set("slug", to: "bai") }
            let saved = Data("---\ntitle: Khác\ndate: 21/11/2026\n---\n".utf8)
            try saved.write(to: file)
            #expect(throws: SourceEditFailure.self) { try edit.write() }
            #expect(try Data(contentsOf: file) == saved)
            do { try edit.write() } catch SourceEditFailure.refused(let diagnostic) {
                #expect(
                    DiagnosticPrinter(language: .vietnamese).text(diagnostic) == """
                        content/tin/x.md: lỗi: có người vừa lưu tệp này trong lúc kiểm tra
                          cách sửa: chạy lại lệnh này

                        """)
            }
        }
    }

    @Test func writesNothingWithoutAChange() throws {
        try withSource(Self.text) { file in
            let old = Date(timeIntervalSince1970: 1_000_000_000)
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
            try edit().write()
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.modificationDate] as? Date == old)
        }
    }
}
