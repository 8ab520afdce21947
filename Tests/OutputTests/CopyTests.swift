import Bytes
import Glibc
import Model
import Output
import Testing

@Suite struct CopyTests {
    private let scratch = Scratch()

    private var photos: Plan {
        let entry = PlanEntry(
            path: "anh/a.jpg", phase: .assets, content: .copied(from: "content/Ảnh đẹp.jpg"))
        return Plan(entries: [entry]) { fatalError("nothing to render") }
    }

    @Test func copiesAFile() throws {
        let large = String(repeating: "0123456789abcdef", count: 40_000)
        scratch.put(large, at: "site/content/Ảnh đẹp.jpg")
        let report = try scratch.build(photos)
        #expect(report.added == ["anh/a.jpg"])
        #expect(report.bytesWritten == 640_000)
        #expect(scratch.pages() == ["anh/a.jpg": large])
        #expect(
            scratch.text("site/public/.bantin-files")!.hasSuffix(
                "\(ContentHash(of: Array(large.utf8)).hex)  anh/a.jpg\n"))
    }

    @Test func copiesAgainOnlyWhatChanged() throws {
        scratch.put("old", at: "site/content/Ảnh đẹp.jpg")
        try scratch.build(photos)
        scratch.settle()
        #expect(try scratch.build(photos).unchanged == 1)
        #expect(try scratch.build(photos).unchanged == 1)
        scratch.put("new", at: "site/content/Ảnh đẹp.jpg")
        #expect(try scratch.build(photos).changed == ["anh/a.jpg"])
        #expect(scratch.pages() == ["anh/a.jpg": "new"])
    }

    @Test func readsNeitherSourceNorCopyWhenBothAreAsRecorded() throws {
        scratch.put("old", at: "site/content/Ảnh đẹp.jpg")
        scratch.settle()
        try scratch.build(photos)
        scratch.settle()
        try scratch.build(photos)
        scratch.settle()
        let reads = Counter()
        var fileSystem = FileSystem.real
        fileSystem.read = { file, bytes, count in
            var status = stat()
            fstat(file, &status)
            if status.st_size == 3 { reads.add() }
            return read(file, bytes, count)
        }
        #expect(try scratch.build(photos, fileSystem).unchanged == 1)
        #expect(reads.count == 0)
    }

    @Test func writesNothingForASourceThatIsGone() {
        #expect(throws: OutputFailure.cannotRead(path: "content/Ảnh đẹp.jpg", errno: ENOENT)) {
            try scratch.build(photos)
        }
        #expect(scratch.pages().isEmpty)
    }
}
