import Model
import TestSupport
import Testing

/// Texts put together at random from pieces that mean something.
///
/// The generator is seeded: a failure comes again, and its number tells the text.
@Suite struct RandomTextTests {
    private static let pieces = [
        "a", "đ", " ", " ", "\n", "\n", "\n\n", "*", "**", "_", "`", "```\n", "~~", "~", "[", "]", "(", ")",
        "!", "<", ">",
        "> ", "- ", "1. ", "    ", "  ", "\t", "# ", "## ", "---\n", "===\n", "|", "|a|b|\n", "|-|-|\n", "\\",
        "&amp;", "&#126;",
        "[x](y)", "![x](y)", "![x](y \"z\")\n\n", "[^1]", "[^1]: ", "\n\n[^1]: a\n", "[^b]", "[x]: /y\n",
        "[ ] ", "- [x] ",
        "https://a.vn", "www.a.vn", "a@b.vn", "<b>", "<div>\n", "<!--", "-->", "<??>", "\n:::\n",
        "\n::: chu-ky\n",
        "\n::: noi-nhan\n", "\n::: tieu-de-van-ban\n", "\n|||\n", "\n::: thu-vien-anh\n", "\n::: video x\n",
        "\n::: tep-dinh-kem\n",
        "\n[[toc]]\n", "<script>", "\u{A0}",
    ]

    private static func text(_ seed: Int, of pieces: [String], upTo length: Int) -> String {
        var random = SeededRandom(seed: UInt64(seed))
        let count = Int.random(in: 0..<length, using: &random)
        return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    }

    @Test(arguments: 0..<40)
    func anyTextGivesBalancedTags(_ batch: Int) {
        for seed in (batch * 250)..<((batch + 1) * 250) {
            let text = Self.text(seed, of: Self.pieces, upTo: 40)
            let conversion = Conversion(text)
            #expect(TagBalance.fault(in: conversion.html) == nil, "seed \(seed): \(text)")
            #expect(text.contains("<??>") || !conversion.html.contains("??"), "seed \(seed): \(text)")
        }
    }

    @Test(arguments: 0..<8)
    func holesAreInOrder(_ batch: Int) {
        for seed in (batch * 250)..<((batch + 1) * 250) {
            let body = Conversion(Self.text(seed, of: Self.pieces, upTo: 60)).body
            let offsets = body.holes.map(\.offset)
            #expect(offsets == offsets.sorted() && (offsets.last ?? 0) <= body.html.count, "seed \(seed)")
            #expect(body.holes.allSatisfy { $0.line > 0 }, "seed \(seed)")
            #expect(Set(body.anchors).count == body.anchors.count, "seed \(seed)")
        }
    }

    /// A block between any two texts is shown, unless the text before it leaves code, HTML or a list open.
    @Test(arguments: 0..<20)
    func blocksAreNeverLost(_ batch: Int) {
        for seed in (batch * 250)..<((batch + 1) * 250) {
            let text = Self.text(seed, of: Self.pieces.filter { !$0.contains(":") }, upTo: 30)
            let html = Conversion(text + "\n::: chu-ky\nQQQ\n:::\n").html
            let isShown = html.contains("<div class=\"signature\">\n<p>QQQ</p>\n</div>\n")
            #expect(isShown != html.contains("::: chu-ky"), "seed \(seed): \(text)")
        }
    }

    /// Without any extension's syntax, extensions add ids to headings and change nothing else.
    @Test(arguments: 0..<20)
    func plainTextIsTheSameWithoutExtensions(_ batch: Int) {
        let pieces = Self.pieces.filter { piece in
            ![":", "~", "|", "^", "@", "www", "![", "# ", "=", "---", "[ ]", "[x] ", "[[", "[", "<"].contains
            { piece.contains($0) }
        }
        for seed in (batch * 250)..<((batch + 1) * 250) {
            let text = Self.text(seed, of: pieces, upTo: 40)
            let html = Conversion(text).html.replacing(#/ id="[^"]*"/#, with: "")
            #expect(html == CMark.html(text), "seed \(seed): \(text)")
        }
    }

    /// With extensions off and raw HTML on, every text is cmark's own.
    @Test(arguments: 0..<20)
    func anyTextIsCMarksWithoutExtensions(_ batch: Int) {
        for seed in (batch * 250)..<((batch + 1) * 250) {
            let text = Self.text(seed, of: Self.pieces, upTo: 60)
            let html = Conversion(text, extensions: false, rawHTML: true).html
            #expect(html == CMark.html(text), "seed \(seed): \(text)")
        }
    }
}
