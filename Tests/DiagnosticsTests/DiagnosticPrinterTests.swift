import Diagnostics
import Testing

@Suite struct DiagnosticPrinterTests {
    private let vietnamese = DiagnosticPrinter(language: .vietnamese)
    private let english = DiagnosticPrinter(language: .english)

    @Test func everythingThereIs() {
        let problem = SampleProblem(
            vietnamese: "không có trường `titel`", english: "there is no field `titel`",
            vietnameseRemedy: "ý bạn là `title`?", englishRemedy: "did you mean `title`?")
        let diagnostic = Diagnostic(
            .error, problem, at: Place(file: "content/tin-tuc/x.md", line: 3, column: 1, length: 5),
            excerpt: "titel: Đại hội",
            related: [Place(file: "themes/a.html", line: 7, column: 2), Place(file: "site.yaml")])
        #expect(
            vietnamese.text(diagnostic) == """
                content/tin-tuc/x.md:3:1: lỗi: không có trường `titel`
                  3 | titel: Đại hội
                    | ^^^^^
                  xem thêm themes/a.html:7:2
                  xem thêm site.yaml
                  cách sửa: ý bạn là `title`?

                """)
        #expect(
            english.text(diagnostic) == """
                content/tin-tuc/x.md:3:1: error: there is no field `titel`
                  3 | titel: Đại hội
                    | ^^^^^
                  see also themes/a.html:7:2
                  see also site.yaml
                  remedy: did you mean `title`?

                """)
    }

    @Test(arguments: [
        (Severity.error, "lỗi: sai\n", "error: wrong\n"), (.warning, "cảnh báo: sai\n", "warning: wrong\n"),
        (.notice, "lưu ý: sai\n", "note: wrong\n"),
    ])
    func noPlace(severity: Severity, inVietnamese: String, inEnglish: String) {
        let diagnostic = Diagnostic(severity, SampleProblem(), excerpt: "not shown")
        #expect(vietnamese.text(diagnostic) == inVietnamese)
        #expect(english.text(diagnostic) == inEnglish)
    }

    @Test func aWholeFile() {
        let diagnostic = Diagnostic(.error, SampleProblem(), at: Place(file: "a.md"), excerpt: "not shown")
        #expect(english.text(diagnostic) == "a.md: error: wrong\n")
    }

    @Test func aWholeLine() {
        let diagnostic = Diagnostic(
            .error, SampleProblem(), at: Place(file: "a.md", line: 12), excerpt: "text")
        #expect(english.text(diagnostic) == "a.md:12: error: wrong\n  12 | text\n")
    }

    @Test func aPlaceWithoutItsLine() {
        let diagnostic = Diagnostic(.error, SampleProblem(), at: Place(file: "a.md", line: 12, column: 3))
        #expect(english.text(diagnostic) == "a.md:12:3: error: wrong\n")
    }

    @Test(arguments: [
        ("abc", 1, 1, "^"), ("abc", 2, 2, " ^^"), ("abc", 2, 9, " ^^"), ("abc", 4, 1, "   ^"),
        ("abc", 9, 3, "   ^"), ("", 1, 4, "^"), ("Đại hội", 5, 3, "    ^^^"),
        ("a\u{302}\u{301}b", 2, 1, " ^"),
    ])
    func caret(line: String, column: Int, length: Int, carets: String) {
        let place = Place(file: "a", line: 1, column: column, length: length)
        let text = english.text(Diagnostic(.error, SampleProblem(), at: place, excerpt: line))
        #expect(text == "a:1:\(column): error: wrong\n  1 | \(line)\n    | \(carets)\n")
    }

    @Test func tabsAndControlCharactersAreSpaces() {
        let place = Place(file: "a", line: 1, column: 3, length: 1)
        let line = "\t\u{1B}x\u{7F}\u{9B}y\r"
        let text = english.text(Diagnostic(.error, SampleProblem(), at: place, excerpt: line))
        #expect(text == "a:1:3: error: wrong\n  1 |   x  y \n    |   ^\n")
    }

    @Test(arguments: [
        (100, 1, "", 0, 100, "", 0), (101, 1, "", 0, 100, "…", 0), (300, 150, "…", 99, 100, "…", 51),
        (300, 300, "…", 200, 100, "", 100), (300, 51, "", 0, 100, "…", 50), (300, 52, "…", 1, 100, "…", 51),
    ])
    func longLinesAreCutAroundTheCaret(
        count: Int, column: Int, front: String, start: Int, width: Int, back: String, before: Int
    ) {
        let line = String((0..<count).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
        let cut = line.dropFirst(start).prefix(width)
        let place = Place(file: "a", line: 1, column: column)
        let text = english.text(Diagnostic(.error, SampleProblem(), at: place, excerpt: line))
        let carets = String(repeating: " ", count: before) + "^"
        #expect(text == "a:1:\(column): error: wrong\n  1 | \(front)\(cut)\(back)\n    | \(carets)\n")
    }

    @Test(arguments: [(Severity.error, "1;31"), (.warning, "1;33"), (.notice, "1;34")])
    func colors(severity: Severity, code: String) {
        let printer = DiagnosticPrinter(language: .english, color: true)
        let place = Place(file: "a", line: 1, column: 1, length: 2)
        let text = printer.text(Diagnostic(severity, SampleProblem(), at: place, excerpt: "ab"))
        let word = ["error", "warning", "note"][2 - severity.rawValue]
        #expect(
            text == "\u{1B}[1ma:1:1: \u{1B}[0m\u{1B}[\(code)m\(word):\u{1B}[0m wrong\n  1 | ab\n    | "
                + "\u{1B}[\(code)m^^\u{1B}[0m\n")
        #expect(!english.text(Diagnostic(severity, SampleProblem(), at: place)).utf8.contains(0x1B))
    }

    @Test func manyAreSortedAndPrinted() {
        let text = english.text([
            Diagnostic(.warning, SampleProblem(english: "second"), at: Place(file: "b")),
            Diagnostic(.error, SampleProblem(english: "first"), at: Place(file: "a")),
        ])
        #expect(text == "a: error: first\nb: warning: second\n")
        #expect(english.text([]) == "")
    }

    @Test func pastTwentyWarningsOfAKindAreCounted() {
        let many = warnings(23, kind: "alt") + warnings(20, kind: "file") + warnings(21, kind: "image")
        let lines = english.text(many).split(separator: "\n")
        #expect(lines.count == 62)
        #expect(lines[60] == "… and 3 more of the kind “alt”")
        #expect(lines[61] == "… and 1 more of the kind “image”")
        #expect(
            vietnamese.text(warnings(23, kind: "alt")).split(separator: "\n").last
                == "… và 3 mục khác cùng loại “alt”")
    }

    @Test func errorsAreAllShownAndHideNoWarning() {
        let errors = (0..<30).map {
            Diagnostic(.error, SampleProblem(kind: "link"), at: Place(file: "a", line: $0))
        }
        let lines = english.text(errors + warnings(1, kind: "link")).split(separator: "\n")
        #expect(lines.count == 31)
        #expect(lines.last == "w: warning: wrong")
    }

    private func warnings(_ count: Int, kind: String) -> [Diagnostic] {
        (0..<count).map { _ in Diagnostic(.warning, SampleProblem(kind: kind), at: Place(file: "w")) }
    }
}
