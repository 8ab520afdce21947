import Bytes
import Diagnostics

/// What is wrong with the site, for its pages in the preview.
struct ErrorNotice {
    private let count: Int
    private let text: String
    private let language: Language

    init(_ errors: [Diagnostic], _ language: Language) {
        count = errors.count
        text = HTMLEscape.escape(DiagnosticPrinter(language: language).text(errors))
        self.language = language
    }

    private var title: String {
        language == .vietnamese
            ? "Cổng thông tin có \(count) lỗi"
            : count == 1 ? "The site has an error" : "The site has \(count) errors"
    }

    private var hint: String {
        language == .vietnamese
            ? "Trang đang hiện nội dung tốt gần nhất. Sửa và lưu lại, trang sẽ tự cập nhật."
            : "The page shows what was last good. Mend it and save: the page will follow."
    }

    /// A page of its own: there is nothing good to be shown.
    var page: [UInt8] {
        Array(
            """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
            h1 { color: #a40000 } pre { background: #fff4f4; border-left: 4px solid #a40000; overflow: auto; padding: 1rem }
            </style></head>
            <body><h1>\(title)</h1><pre>\(text)</pre></body></html>

            """.utf8)
    }

    /// `page` with a bar above its text, which opens to tell all. Themes know nothing of it: it brings its own style.
    func added(to page: [UInt8]) -> [UInt8] {
        let bar = """
            <details style="\(PageBar.style)" data-bantin="errors"><summary>\(title)</summary><p>\(hint)</p><pre \
            style="all:revert;overflow:auto;margin:.5rem 0">\(text)</pre></details>
            """
        return PageBar.added(bar, to: page)
    }
}
