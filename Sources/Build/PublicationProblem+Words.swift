package import Diagnostics

extension PublicationProblem: Problem {
    package var kind: String {
        switch self {
        case .momentForPage, .noReason: BuildProblem.usage
        default: "publication"
        }
    }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.withdrawn, .vietnamese): "bài đã gỡ nên không đăng được"
        case (.withdrawn, .english): "the article is withdrawn and cannot be published"
        case (.isOut, .vietnamese): "bài đang hiện trên cổng thông tin nên không hẹn giờ được"
        case (.isOut, .english): "readers have this article already: it cannot be scheduled"
        case (.momentForPage, .vietnamese): "trang cố định không hẹn giờ được"
        case (.momentForPage, .english): "a standing page cannot be scheduled"
        case (.changedMeanwhile, .vietnamese): "có người vừa lưu tệp này trong lúc kiểm tra"
        case (.changedMeanwhile, .english): "somebody saved this file while it was checked"
        case (.neverPublished, .vietnamese): "bài chưa đăng lần nào nên không có gì để gỡ"
        case (.neverPublished, .english): "the article was never published: there is nothing to withdraw"
        case (.pageWithdrawal, .vietnamese): "trang cố định không gỡ bằng lệnh này được"
        case (.pageWithdrawal, .english): "a standing page cannot be withdrawn"
        case (.noReason, .vietnamese): "`--reason` không được trống"
        case (.noReason, .english): "`--reason` must not be empty"
        }
    }

    package func remedy(in language: Language) -> String? {
        switch (self, language) {
        case (.withdrawn, .vietnamese):
            "muốn đăng lại thì xóa trường `withdrawn` (`go-bai`) khỏi tệp rồi chạy lại"
        case (.withdrawn, .english): "to publish it again, delete the field `withdrawn` and run this again"
        case (.isOut, .vietnamese):
            "muốn gỡ thì dùng `bantin go`; muốn rút về thì thêm `nhap: có` rồi chạy lại"
        case (.isOut, .english):
            "to take it away use `bantin withdraw`; to take it back add `draft: true` and run this again"
        case (.momentForPage, .vietnamese): "bỏ `--at`"
        case (.momentForPage, .english): "leave `--at` out"
        case (.changedMeanwhile, .vietnamese): "chạy lại lệnh này"
        case (.changedMeanwhile, .english): "run this again"
        case (.neverPublished, .vietnamese): "để bài không hiện khi đến giờ, thêm `nhap: có`, hoặc xóa tệp"
        case (.neverPublished, .english):
            "so that it does not come out, add `draft: true`, or delete the file"
        case (.pageWithdrawal, .vietnamese): "thêm `nhap: có` vào tệp, hoặc xóa tệp, rồi chạy: bantin build"
        case (.pageWithdrawal, .english):
            "add `draft: true` to the file, or delete it, then run: bantin build"
        case (.noReason, .vietnamese):
            "viết như `--reason \"Bài đăng nhầm\"`: lý do hiện trên trang thông báo"
        case (.noReason, .english): "write it like `--reason \"Bài đăng nhầm\"`: the notice shows it"
        }
    }
}
