import Foundation
import Testing

/// An example of the CommonMark specification.
struct CommonMarkExample: Sendable, CustomTestStringConvertible {
    let number: Int
    let markdown: String
    let html: String

    var testDescription: String { "example \(number)" }

    static let all = read()

    /// An example stands between fences of 32 backticks; a line `.` separates text and HTML, `→` is a tab.
    private static func read() -> [CommonMarkExample] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "CommonMark/spec.txt")
        // An unreadable file leaves no examples, which the count below notices.
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let fence = String(repeating: "`", count: 32)
        var blocks = text.components(separatedBy: "\n\(fence) example\n")
        blocks.removeFirst()
        return blocks.enumerated().map { index, block in
            let example = block.components(separatedBy: "\n\(fence)\n")[0].replacing("→", with: "\t")
            let halves = ("\n" + example + "\n").components(separatedBy: "\n.\n")
            let text = String(halves[0].dropFirst()) + "\n"
            return CommonMarkExample(number: index + 1, markdown: text, html: halves[1])
        }
    }
}

@Suite struct CommonMarkSuite {
    @Test func allExamplesAreRead() {
        #expect(CommonMarkExample.all.count == 652)
    }

    @Test(arguments: CommonMarkExample.all)
    func givesWhatCMarkGives(_ example: CommonMarkExample) {
        let ours = Conversion(example.markdown, extensions: false, rawHTML: true)
        #expect(ours.html == CMark.html(example.markdown))
    }

    /// Debian's libcmark 0.30.2 passes every example of the specification it was made for.
    @Test(arguments: CommonMarkExample.all)
    func givesWhatTheSpecificationSays(_ example: CommonMarkExample) {
        let ours = Conversion(example.markdown, extensions: false, rawHTML: true)
        #expect(ours.html == example.html)
    }
}
