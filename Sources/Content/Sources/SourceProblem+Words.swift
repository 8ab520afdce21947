internal import Diagnostics

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension SourceProblem: Problem {
    var kind: String { "source" }

    func message(in language: Language) -> String {
        language == .vietnamese ? vietnameseMessage : englishMessage
    }

    func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnameseRemedy : englishRemedy
    }

    private var vietnameseMessage: String {
        switch self {
        case .empty: "tệp trống"
        case .tooLarge(let size): "tệp quá lớn: \(Megabytes.text(size, .vietnamese)), phải nhỏ hơn 10 MB"
        case .nulByte: "tệp có byte NUL, không phải văn bản UTF-8"
        case .invalidUTF8(let byte): "byte \(Hex.text(byte)) không đúng mã UTF-8"
        case .controlCharacter(let byte): "ký tự điều khiển \(Hex.text(byte)), không nhìn thấy được"
        case .conflictMarker: "dấu xung đột `<<<<<<<` của hai bản sửa chưa được gộp"
        case .noFrontMatter: "thiếu phần đầu bài: dòng đầu tiên phải là `---`"
        case .unclosedFrontMatter: "phần đầu bài mở bằng `---` mà không đóng lại"
        case .wrongDelimiter: "dòng này phải là đúng ba dấu gạch nối `---`"
        case .tabIndentation: "thụt đầu dòng bằng phím Tab"
        case .smartQuotes: "giá trị nằm trong dấu nháy cong của Word"
        case .unreadableFile(let code): "không đọc được tệp: \(SystemWords.text(code, .vietnamese))"
        case .unreadableFolder(let code): "không đọc được thư mục: \(SystemWords.text(code, .vietnamese))"
        }
    }

    private var englishMessage: String {
        switch self {
        case .empty: "the file is empty"
        case .tooLarge(let size):
            "the file is too large: \(Megabytes.text(size, .english)), it must be under 10 MB"
        case .nulByte: "the file holds a NUL byte: it is not UTF-8 text"
        case .invalidUTF8(let byte): "the byte \(Hex.text(byte)) is not valid UTF-8"
        case .controlCharacter(let byte): "the invisible control character \(Hex.text(byte))"
        case .conflictMarker: "the conflict marker `<<<<<<<` of two versions that were not merged"
        case .noFrontMatter: "no front matter: the first line must be `---`"
        case .unclosedFrontMatter: "the front matter is opened with `---` and not closed"
        case .wrongDelimiter: "this line must be exactly three hyphens, `---`"
        case .tabIndentation: "a tab as indentation"
        case .smartQuotes: "the value stands in typographic quotes"
        case .unreadableFile(let code): "cannot read the file: \(SystemWords.text(code, .english))"
        case .unreadableFolder(let code): "cannot read the folder: \(SystemWords.text(code, .english))"
        }
    }

    private var vietnameseRemedy: String? {
        switch self {
        case .empty: "viết nội dung hoặc xóa tệp"
        case .tooLarge: "chia nhỏ bài, để ảnh và tệp đính kèm ở tệp riêng"
        case .nulByte, .invalidUTF8: "mở tệp và lưu lại với bảng mã UTF-8"
        case .controlCharacter: "xóa ký tự này, hoặc gõ lại các chữ quanh nó"
        case .conflictMarker: "giữ lại phần đúng, xóa các dòng `<<<<<<<`, `=======`, `>>>>>>>`"
        case .noFrontMatter: "thêm ở đầu tệp: `---`, `title: …`, `date: …`, `---`, mỗi phần một dòng"
        case .unclosedFrontMatter: "thêm một dòng `---` sau trường cuối cùng"
        case .wrongDelimiter: "gõ lại dòng này thành `---`, không có dấu cách"
        case .tabIndentation: "thay Tab bằng hai dấu cách"
        case .smartQuotes(let text):
            "bỏ dấu nháy, hoặc viết `'“\(text)”'` nếu dấu nháy thuộc về nội dung"
        case .unreadableFile(let code), .unreadableFolder(let code): SystemWords.remedy(code, .vietnamese)
        }
    }

    private var englishRemedy: String? {
        switch self {
        case .empty: "write something or delete the file"
        case .tooLarge: "split the text, and keep pictures and attachments in files of their own"
        case .nulByte, .invalidUTF8: "open the file and save it as UTF-8"
        case .controlCharacter: "delete it, or type the words around it anew"
        case .conflictMarker: "keep what is right and delete the lines `<<<<<<<`, `=======`, `>>>>>>>`"
        case .noFrontMatter: "begin the file with `---`, `title: …`, `date: …`, `---`, each on its own line"
        case .unclosedFrontMatter: "add a line `---` after the last field"
        case .wrongDelimiter: "type the line anew as `---`, without spaces"
        case .tabIndentation: "replace the tab by two spaces"
        case .smartQuotes(let text):
            "leave the quotes out, or write `'“\(text)”'` if they belong to the text"
        case .unreadableFile(let code), .unreadableFolder(let code): SystemWords.remedy(code, .english)
        }
    }
}

/// The system's error numbers in words.
private enum SystemWords {
    static func text(_ code: Int32, _ language: Language) -> String {
        switch (code, language) {
        case (EACCES, .vietnamese), (EPERM, .vietnamese): "không có quyền đọc"
        case (EACCES, .english), (EPERM, .english): "permission denied"
        case (ENOENT, .vietnamese): "không còn ở đó"
        case (ENOENT, .english): "it is no longer there"
        case (EISDIR, .vietnamese): "đó là thư mục"
        case (EISDIR, .english): "it is a folder"
        // Nothing sets a locale, so the system's own words are always English.
        default: String(cString: strerror(code))
        }
    }

    static func remedy(_ code: Int32, _ language: Language) -> String? {
        guard code == EACCES || code == EPERM else { return nil }
        return language == .vietnamese
            ? "cấp quyền đọc cho người chạy bantin" : "let the user who runs bantin read it"
    }
}

private enum Hex {
    static func text(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 0x10 ? "0x0" + digits : "0x" + digits
    }
}

/// Sizes of files, in millions of bytes with one decimal.
enum Megabytes {
    static func text(_ bytes: Int, _ language: Language) -> String {
        let tenths = bytes / 100_000
        let point = language == .vietnamese ? "," : "."
        return "\(tenths / 10)\(point)\(tenths % 10) MB"
    }
}
