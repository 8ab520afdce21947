import Diagnostics

/// What the argument parser says, in the language of the environment.
///
/// The parser has its own words, in English, and no way to give it others: these are the sentences of swift-argument-parser
/// 1.8.2. What is not among them stays as it is.
enum ParserWords {
    /// `text` is an error with its usage, or a help page.
    static func text(_ text: String) -> String {
        guard Messages.language == .vietnamese else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
    }

    /// The pieces around what is kept, which stands in the same order in both languages; the last ones end the line.
    private static let sentences: [(english: [String], vietnamese: [String])] = [
        (["Missing expected argument '", "'"], ["thiếu `", "`"]),
        (["Missing one of: '", "'"], ["thiếu một trong: `", "`"]),
        (["Missing value for '", "'"], ["thiếu giá trị cho `", "`"]),
        (["Unexpected argument '", "'"], ["thừa `", "`"]),
        (["", " unexpected arguments: '", "'"], ["thừa ", " mục: `", "`"]),
        (
            ["Unknown option '", "'. Did you mean '", "'?"],
            ["không có tùy chọn `", "`; có phải ý bạn là `", "`?"]
        ),
        (["Unknown option '", "'"], ["không có tùy chọn `", "`"]),
        (
            ["The option '", "' does not take any value, but '", "' was specified."],
            ["tùy chọn `", "` không nhận giá trị, nhưng có `", "`"]
        ),
        (
            ["The value '", "' is invalid for '", "'. Please provide one of '", "'."],
            ["giá trị `", "` không dùng được cho `", "`; hãy chọn: `", "`"]
        ),
        (
            ["The value '", "' is invalid for '", "': ", ""],
            ["giá trị `", "` không dùng được cho `", "`: ", ""]
        ),
        (["The value '", "' is invalid for '", "'"], ["giá trị `", "` không dùng được cho `", "`"]),
        (["Help:  ", ""], ["Giải thích:  ", ""]),
        (["Usage: ", ""], ["Cách dùng: ", ""]),
        (["  See '", "' for more information."], ["  Xem thêm: `", "`."]),
        (["  See '", "' for detailed help."], ["  Xem từng lệnh: `", "`."]),
        (["OVERVIEW: ", ""], ["TÓM TẮT: ", ""]),
        (["USAGE: ", ""], ["CÁCH DÙNG: ", ""]),
        (["ARGUMENTS:"], ["THAM SỐ:"]),
        (["OPTIONS:"], ["TÙY CHỌN:"]),
        (["SUBCOMMANDS:"], ["CÁC LỆNH:"]),
        (["", "Show the version."], ["", "In số phiên bản."]),
        (["", "Show help information."], ["", "In phần trợ giúp này."]),
    ]

    /// Words in lists of values.
    private static let words: [(english: String, vietnamese: String)] = [
        ("', '", "`, `"), ("' or '", "` hoặc `"), ("' and '", "` hoặc `"), ("(values:", "(giá trị:"),
        ("(default:", "(mặc định:"), ("; default:", "; mặc định:"), ("<subcommand>", "<lệnh>"),
        ("<options>", "<tùy chọn>"),
    ]

    private static func line(_ line: Substring) -> String {
        let error = "Error: "
        if line.hasPrefix(error) { return "lỗi: " + Self.line(line.dropFirst(error.count)) }
        for sentence in sentences {
            guard let kept = kept(of: line, around: sentence.english) else { continue }
            let pieces = zip(sentence.vietnamese, kept.map(phrase) + [""])
            return pieces.map { $0 + $1 }.joined()
        }
        return phrase(line)
    }

    private static func phrase(_ text: Substring) -> String {
        words.reduce(String(text)) { $0.replacing($1.english, with: $1.vietnamese) }
    }

    /// What stands between the pieces of which the line is made; nil when it is another line.
    private static func kept(of line: Substring, around pieces: [String]) -> [Substring]? {
        guard let first = pieces.first, line.hasPrefix(first) else { return nil }
        var rest = line.dropFirst(first.count)
        if pieces.count == 1 { return rest.isEmpty ? [] : nil }
        var kept: [Substring] = []
        for piece in pieces.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: piece) else { return nil }
            kept.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        let last = pieces[pieces.count - 1]
        guard rest.hasSuffix(last) else { return nil }
        return kept + [rest.dropLast(last.count)]
    }
}
