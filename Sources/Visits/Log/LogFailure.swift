package import Diagnostics
internal import Glibc

/// Why a log cannot be counted. Lines are not shown: they hold addresses.
package enum LogFailure: Error, Hashable {
    case cannotRead(file: String, errno: Int32)
    /// A folder, a pipe.
    case notFile(file: String)
    case damaged(file: String)
    /// No line is a request in the combined form.
    case notCombined(file: String)
}

extension LogFailure: Problem {
    package var kind: String { "visits" }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.cannotRead(let file, let code), .vietnamese):
            "không đọc được `\(file)`: \(String(cString: strerror(code)))"
        case (.cannotRead(let file, let code), .english):
            "`\(file)` cannot be read: \(String(cString: strerror(code)))"
        case (.notFile(let file), .vietnamese): "`\(file)` không phải tệp"
        case (.notFile(let file), .english): "`\(file)` is no file"
        case (.damaged(let file), .vietnamese): "tệp nén `\(file)` bị hỏng hoặc thiếu phần cuối"
        case (.damaged(let file), .english): "the packed file `\(file)` is damaged or not whole"
        case (.notCombined(let file), .vietnamese): "`\(file)` không phải nhật ký máy chủ web dạng `combined`"
        case (.notCombined(let file), .english):
            "`\(file)` is no log of a web server in the `combined` format"
        }
    }

    package func remedy(in language: Language) -> String? {
        switch (self, language) {
        case (.cannotRead, .vietnamese): "xem tên tệp và quyền đọc; chưa có gì được đếm"
        case (.cannotRead, .english): "look at its name and permissions; nothing was counted"
        case (.notFile, .vietnamese): "đưa tên tệp nhật ký, không qua ống (pipe); chưa có gì được đếm"
        case (.notFile, .english):
            "name the log itself: it is read twice, which no pipe can be; nothing was counted"
        case (.damaged, .vietnamese): "chép lại tệp; chưa có gì được đếm"
        case (.damaged, .english): "copy the file once more; nothing was counted"
        case (.notCombined, .vietnamese):
            "cần địa chỉ, giờ, yêu cầu, mã trả lời và tên trình duyệt trên mỗi dòng: nginx `access_log … combined`, Apache `CustomLog … combined`; chưa có gì được đếm"
        case (.notCombined, .english):
            "each line needs address, time, request, status and browser: nginx `access_log … combined`, Apache `CustomLog … combined`; nothing was counted"
        }
    }
}
