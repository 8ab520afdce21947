internal import Diagnostics

extension FrontMatterEditProblem: Problem {
    var kind: String { "field" }

    func message(in language: Language) -> String {
        switch (self, language) {
        case (.inseparable(let key), .vietnamese): "không thể sửa `\(key)` mà giữ nguyên các trường khác"
        case (.inseparable(let key), .english): "`\(key)` cannot be changed without touching other fields"
        }
    }

    func remedy(in language: Language) -> String? {
        switch language {
        case .vietnamese: "viết mỗi trường trên dòng riêng, như `title: Đại hội công đoàn`, hoặc tự sửa tệp"
        case .english:
            "write each field on its own line, like `title: Đại hội công đoàn`, or change the file by hand"
        }
    }
}
