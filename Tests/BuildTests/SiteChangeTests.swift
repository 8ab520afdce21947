import Build
import Model
import Output
import Testing

@Suite struct SiteChangeTests {
    private func changes(_ output: OutputReport, base: String = "/") -> [SiteChange] {
        var report = BuildReport()
        report.output = output
        report.settings.url = SiteURL(origin: "https://a.example", basePath: base)
        return report.changes(BuildRequest(root: "/khong-co", now: Timestamp(seconds: 0)))
    }

    @Test func areInTheOrderOfTheirPaths() {
        let output = OutputReport(
            added: ["b/index.html"], changed: ["a.xml", "index.html"], removed: ["a/index.html"])
        #expect(changes(output).map(\.path) == ["a.xml", "a/index.html", "b/index.html", "index.html"])
        #expect(changes(output).map(\.kind) == [.changed, .removed, .added, .changed])
    }

    @Test(arguments: [
        ("index.html", "/"), ("a/b/index.html", "/a/b/"), ("404.html", "/404.html"),
        ("a/reindex.html", "/a/reindex.html"),
        ("ảnh/Đại hội 1.jpg", "/%E1%BA%A3nh/%C4%90%E1%BA%A1i%20h%E1%BB%99i%201.jpg"),
    ])
    func haveTheirAddress(_ path: String, _ url: String) {
        #expect(changes(OutputReport(changed: [path])).map(\.url) == [url])
        #expect(
            changes(OutputReport(changed: [path]), base: "/cong-doan/").map(\.url) == ["/cong-doan" + url])
    }

    @Test func areNoneWithoutABuild() {
        let request = BuildRequest(root: "/khong-co", now: Timestamp(seconds: 0))
        #expect(BuildReport().changes(request).isEmpty)
    }

    @Test func areLinesOfJSON() {
        let change = SiteChange(kind: .added, path: "a\"b\\c\u{1}đ.txt", url: "/a%22", size: 12)
        #expect(
            change.json
                == #"{"change":"added","url":"/a%22","path":"a\"b\\c\u0001đ.txt","size":12}"#)
    }
}
