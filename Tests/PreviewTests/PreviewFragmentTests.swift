import Build
import Diagnostics
import Foundation
import Model
import Preview
import Testing

/// The preview does the web server's part of `fragments: ssi`.
@Suite struct PreviewFragmentTests {
    private static let now = Timestamp(seconds: 1_767_225_600)
    private static let directive = "<!--# include virtual=\"/manh/latest.html\" -->"

    /// A portal with one article and `settings` behind the required lines of site.yaml.
    private final class Portal {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bantin-\(UUID().uuidString)")

        init(_ settings: String, files: [String: String] = [:]) throws {
            var files = files
            files["site.yaml"] = "title: Cổng\nurl: https://a.example/\(settings)"
            files["content/tin/a.md"] =
                "---\ntitle: Bài một\ndate: 2025-06-19\nsummary: \(PreviewFragmentTests.directive)\n---\n\n"
                + "\(PreviewFragmentTests.directive)\n\nHai \(PreviewFragmentTests.directive)\n"
            for (path, text) in files {
                let file = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
        }

        // What is left in the system's folder for temporary files harms no other test.
        deinit { try? FileManager.default.removeItem(at: folder) }

        func answer(_ path: String, _ language: Language = .vietnamese) async throws -> PreviewAnswer {
            var request = BuildRequest(root: folder.path, now: PreviewFragmentTests.now)
            request.output = folder.path + "/out"
            let site = PreviewSite(
                request, clock: { PreviewFragmentTests.now }, language: { _ in language })
            return try await site.answer(to: path)
        }

        func text(_ path: String, _ language: Language = .vietnamese) async throws -> String {
            String(decoding: try await answer(path, language).bytes, as: UTF8.self)
        }
    }

    private static let pages = ["/", "/tin/", "/tin/2025/06/bai-mot/", "/so-do/", "/404.html"]

    @Test func pagesLookAsTheyDoInline() async throws {
        let (inline, server) = (try Portal("\n"), try Portal("\nfragments: ssi\n"))
        for page in Self.pages {
            #expect(try await inline.text(page) == server.text(page), "\(page)")
        }
        #expect(try await server.text("/tin/").contains("<h2>Mới nhất</h2>"))
    }

    @Test func belowAPathToo() async throws {
        let (inline, server) = (try Portal("b/c/\n"), try Portal("b/c/\nfragments: ssi\n"))
        #expect(try await inline.text("/b/c/tin/") == server.text("/b/c/tin/"))
    }

    @Test func aPageThatIsNotThereHasItsFragments() async throws {
        let answer = try await Portal("\nfragments: ssi\n").answer("/khong-co/")
        #expect(answer.status == 404)
        #expect(!String(decoding: answer.bytes, as: UTF8.self).contains("<!--#"))
    }

    @Test func aFragmentIsAFile() async throws {
        let portal = try Portal("\nfragments: js\n")
        #expect(try await portal.text("/manh/latest.html").hasPrefix("<section>\n<h2>Mới nhất</h2>"))
        #expect(try await portal.text("/tin/").contains("<div data-fragment=\"/manh/latest.html\">"))
    }

    /// What else authors or themes write stays as it is, and a fragment that is not there shows.
    @Test func onlyFragmentsAreIncluded() async throws {
        let theme = """
            1<!--# include virtual="/manh/khong.html" -->2<!--# include virtual="/tin/" -->\
            3<!--# include file="a" -->4<!--# include virtual="/manh/x.html" stub="a" -->\
            5<!--# echo var="a" -->6<!--# include virtual="/manh/f.html" -->7<!--# include virtual="
            """
        let files = [
            "themes/rieng/theme.yaml": "title: Riêng\nparent: sen\n",
            "themes/rieng/templates/404.html": theme + "{% fragment \"f\" %}{% endfragment %}",
            "themes/rieng/templates/fragments/f.html": "<!--# include virtual=\"/manh/latest.html\" -->",
        ]
        let portal = try Portal("\nfragments: ssi\ntheme: rieng\n", files: files)
        let directive = Self.directive
        let expected = """
            1<strong>[không có mảnh /manh/khong.html]</strong>2<strong>[không có mảnh /tin/]</strong>\
            3<!--# include file="a" -->4<!--# include virtual="/manh/x.html" stub="a" -->\
            5<!--# echo var="a" -->6\(directive)7<!--# include virtual="
            """
        #expect(try await portal.text("/404.html") == expected + directive)
        let english = try await portal.text("/404.html", .english)
        #expect(english.hasPrefix("1<strong>[there is no fragment /manh/khong.html]</strong>2"))
    }

    @Test(arguments: ["inline", "js"])
    func otherwiseNothingIsIncluded(delivery: String) async throws {
        let files = [
            "themes/rieng/theme.yaml": "title: Riêng\nparent: sen\n",
            "themes/rieng/templates/404.html": "<!--# include virtual=\"/manh/latest.html\" -->",
        ]
        let portal = try Portal("\nfragments: \(delivery)\ntheme: rieng\n", files: files)
        #expect(
            try await portal.text("/404.html") == "<!--# include virtual=\"/manh/latest.html\" -->")
    }

    /// What an article says is text: it cannot ask the web server for anything.
    @Test func anArticleIncludesNothing() async throws {
        let text = try await Portal("\nfragments: inline\n").text("/tin/2025/06/bai-mot/")
        #expect(text.contains("&lt;!--# include virtual=&quot;/manh/latest.html&quot; --&gt;"))
        #expect(!text.contains("<!--#"))
    }
}
