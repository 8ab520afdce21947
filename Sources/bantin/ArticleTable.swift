import Build
import Diagnostics
import Model
import VietnameseText

/// The list of articles for spreadsheets.
struct ArticleTable {
    let language: Language
    let zone: ZoneOffset

    func text(_ lines: [InventoryLine]) -> String {
        Spreadsheet.text([head] + lines.map(cells))
    }

    private var head: [String] {
        language == .vietnamese
            ? ["Trạng thái", "Ngày đăng", "Chuyên mục", "Tiêu đề", "Địa chỉ", "Tệp", "Mã", "Tác giả", "Thẻ"]
            : ["State", "Date", "Category", "Title", "URL", "Source", "Id", "Authors", "Tags"]
    }

    /// Dates as spreadsheets understand them in every language.
    private func cells(_ line: InventoryLine) -> [String] {
        [
            StateWords.text(line.state, language), DateForm.iso.text(line.date, zone: zone), line.category,
            line.title, line.url, line.source, line.id, line.authors.joined(separator: "; "),
            line.tags.joined(separator: "; "),
        ]
    }
}

/// RFC 4180 with CRLF, in UTF-8 with the byte order mark by which spreadsheets know it.
enum Spreadsheet {
    static func text(_ rows: [[String]]) -> String { "\u{FEFF}" + rows.map(row).joined() }

    private static func row(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// `"\r\n"` is one character: bytes are looked at.
    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
