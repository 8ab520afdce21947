internal import Diagnostics

/// Why the file that a command names is no source it could work on.
enum SourceNameProblem: Hashable, Sendable {
    /// As it was typed.
    case notFound(String, suggestion: String?)
    case outsideContent(String)
    /// There, and neither an article nor a standing page.
    case notAnArticle(String)
}

extension SourceNameProblem: Problem {
    /// The command line is wrong, not the site.
    var kind: String { "usage" }

    func message(in language: Language) -> String {
        switch (self, language) {
        case (.notFound(let name, _), .vietnamese): "không có bài hay trang `\(name)`"
        case (.notFound(let name, _), .english): "there is no article or page `\(name)`"
        case (.outsideContent(let name), .vietnamese): "`\(name)` không nằm trong content/"
        case (.outsideContent(let name), .english): "`\(name)` is not in content/"
        case (.notAnArticle(let file), .vietnamese): "\(file) không phải bài viết hay trang"
        case (.notAnArticle(let file), .english): "\(file) is neither an article nor a page"
        }
    }

    func remedy(in language: Language) -> String? {
        switch (self, language) {
        case (.notFound(_, let near?), .vietnamese): "ý bạn là `\(near)`?"
        case (.notFound(_, let near?), .english): "did you mean `\(near)`?"
        case (_, .vietnamese): "viết đường dẫn của tệp .md, như `bantin list` in ra"
        case (_, .english): "give the path of the .md file, as `bantin list` prints it"
        }
    }
}
