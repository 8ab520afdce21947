package import Diagnostics

/// What can be wrong with a run as a whole.
package enum BuildProblem: Problem {
    case outputInside(output: String, folder: String)
    case outputHoldsSite(output: String)
    case badBaseURL(String)
    case badMoment(String)
    case draftsIntoPublic
    case futureIntoPublic(String)
    case cannotReadAsset(path: String)
    case changesIsFolder(String)
    case changesIsSource(String)

    /// The kind of problems that are the command line's, not the site's.
    static let usage = "usage"

    package var kind: String {
        switch self {
        case .outputInside, .outputHoldsSite: "output"
        case .badBaseURL, .badMoment, .draftsIntoPublic, .futureIntoPublic, .changesIsFolder,
            .changesIsSource:
            Self.usage
        case .cannotReadAsset: "asset"
        }
    }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.outputInside(let output, let folder), .vietnamese):
            "thư mục kết quả \(output) nằm trong \(folder)"
        case (.outputInside(let output, let folder), .english):
            "the output folder \(output) is inside \(folder)"
        case (.outputHoldsSite(let output), .vietnamese):
            "thư mục kết quả \(output) chứa chính cổng thông tin"
        case (.outputHoldsSite(let output), .english): "the output folder \(output) holds the site itself"
        case (.badBaseURL(let url), .vietnamese): "`--base-url \(url)` không phải địa chỉ http hay https"
        case (.badBaseURL(let url), .english): "`--base-url \(url)` is no http or https address"
        case (.badMoment(let text), .vietnamese): "`--at \(text)` không phải ngày giờ"
        case (.badMoment(let text), .english): "`--at \(text)` is no date"
        case (.draftsIntoPublic, .vietnamese): "`--drafts` không được ghi vào public/"
        case (.draftsIntoPublic, .english): "`--drafts` must not be written to public/"
        case (.futureIntoPublic(let text), .vietnamese):
            "`--at \(text)` ở tương lai nên không được ghi vào public/"
        case (.futureIntoPublic(let text), .english):
            "`--at \(text)` is in the future and must not be written to public/"
        case (.cannotReadAsset(let path), .vietnamese): "không đọc được tệp giao diện \(path)"
        case (.cannotReadAsset(let path), .english): "the theme's file \(path) cannot be read"
        case (.changesIsFolder(let path), .vietnamese): "`--changes \(path)` là thư mục"
        case (.changesIsFolder(let path), .english): "`--changes \(path)` is a folder"
        case (.changesIsSource(let path), .vietnamese): "`--changes \(path)` là nguồn của cổng thông tin"
        case (.changesIsSource(let path), .english): "`--changes \(path)` is a source of the portal"
        }
    }

    package func remedy(in language: Language) -> String? {
        switch (self, language) {
        case (.outputInside, .vietnamese), (.outputHoldsSite, .vietnamese): "chọn thư mục khác bằng `-o`"
        case (.outputInside, .english), (.outputHoldsSite, .english): "choose another folder with `-o`"
        case (.badBaseURL, .vietnamese): "viết như `--base-url https://congdoan.example.vn/`"
        case (.badBaseURL, .english): "write it like `--base-url https://congdoan.example.vn/`"
        case (.badMoment, .vietnamese): "viết như `--at 2026-04-30T07:30` hoặc `--at \"30/4/2026 07:30\"`"
        case (.badMoment, .english): "write it like `--at 2026-04-30T07:30` or `--at \"30/4/2026 07:30\"`"
        case (.draftsIntoPublic, .vietnamese), (.futureIntoPublic, .vietnamese):
            "thêm `-o` với một thư mục khác"
        case (.draftsIntoPublic, .english), (.futureIntoPublic, .english): "add `-o` with another folder"
        case (.cannotReadAsset, .vietnamese): "kiểm tra quyền đọc của tệp"
        case (.cannotReadAsset, .english): "check the file's permissions"
        case (.changesIsFolder, .vietnamese), (.changesIsSource, .vietnamese): "nêu tên một tệp khác"
        case (.changesIsFolder, .english), (.changesIsSource, .english): "name another file"
        }
    }
}
