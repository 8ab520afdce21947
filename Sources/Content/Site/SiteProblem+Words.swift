internal import Diagnostics

extension SiteProblem: Problem {
    var kind: String { "site" }

    func message(in language: Language) -> String {
        language == .vietnamese
            ? "không có site.yaml: thư mục này không phải là một trang của Bản Tin"
            : "there is no site.yaml: this folder is not a Bản Tin portal"
    }

    func remedy(in language: Language) -> String? {
        language == .vietnamese
            ? "chuyển vào thư mục của trang, dùng `-C THƯ-MỤC`, hoặc chạy `bantin init` để tạo trang mới"
            : "go to the portal's folder, use `-C DIR`, or run `bantin init` for a new portal"
    }
}
