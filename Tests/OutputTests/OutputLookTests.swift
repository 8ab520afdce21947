import Model
import Output
import Testing

/// A look at the output folder is taken before a build has its plan.
@Suite struct OutputLookTests {
    private let scratch = Scratch()
    private let files = ["index.html": "home", "tin/a/index.html": "one", "css/sen.css": "body{}"]

    private var output: Output {
        Output(siteRoot: scratch.site, destination: scratch.output, threads: 2, prune: false)
    }

    private func buildCalmly() throws {
        try scratch.build(files)
        scratch.settle()
        try scratch.build(files)
    }

    @Test func thereIsNothingToLookAtWithoutAFolder() {
        #expect(output.beginLooking() == nil)
        #expect(scratch.tree().isEmpty)
    }

    @Test func aLookChangesNothing() throws {
        try buildCalmly()
        let before = scratch.tree()
        _ = output.beginLooking()
        #expect(scratch.tree() == before)
    }

    @Test func whatWasChangedBeforeTheLookIsMended() throws {
        try buildCalmly()
        scratch.put("eno", at: "site/public/tin/a/index.html")
        let report = try output.write(plan(files), output.beginLooking())
        #expect(report.changed == ["tin/a/index.html"])
        #expect(scratch.pages()["tin/a/index.html"] == "one")
    }

    /// Of the same size, so that only its stamp tells.
    @Test(arguments: ["eno", nil]) func whatIsChangedAfterTheLookIsMendedByTheNextBuild(_ text: String?)
        throws
    {
        try buildCalmly()
        let look = output.beginLooking()
        look?.wait()
        if let text {
            scratch.put(text, at: "site/public/tin/a/index.html")
        } else {
            scratch.delete("site/public/tin/a/index.html")
        }
        _ = try output.write(plan(files), look)
        try scratch.build(files)
        #expect(scratch.pages()["tin/a/index.html"] == "one")
    }

    @Test func whatIsPlannedAnewIsWrittenWhateverWasSeen() throws {
        try buildCalmly()
        let look = output.beginLooking()
        let other = files.merging(["tin/a/index.html": "two", "tin/b/index.html": "new"]) { $1 }
        let report = try output.write(plan(other), look)
        #expect(report.changed == ["tin/a/index.html"])
        #expect(report.added == ["tin/b/index.html"])
        #expect(scratch.pages() == other)
    }
}
