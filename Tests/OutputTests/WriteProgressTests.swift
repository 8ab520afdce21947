import Output
import Testing

@Suite struct WriteProgressTests {
    @Test func countsEveryFileOfABuildOnce() throws {
        let scratch = Scratch()
        let files = Dictionary(uniqueKeysWithValues: (0..<100).map { ("a/\($0).html", "\($0)") })
        let progress = WriteProgress()
        #expect(progress.state == nil)
        for _ in 1...2 {
            _ = try Output(
                siteRoot: scratch.site, destination: scratch.output, threads: 3, prune: false,
                progress: progress
            ).write(plan(files))
            #expect(progress.state?.done == 100)
            #expect(progress.state?.total == 100)
        }
    }
}
