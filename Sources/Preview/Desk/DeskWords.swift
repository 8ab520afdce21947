import Diagnostics
import VietnameseText

/// What the desk says. All of it is HTML as it stands.
struct DeskWords {
    let language: Language

    private func say(_ vietnamese: String, _ english: String) -> String {
        language == .vietnamese ? vietnamese : english
    }

    var desk: String { say("Bàn làm việc", "Desk") }
    var site: String { say("Xem trang chủ", "See the front page") }
    var back: String { say("Về bàn làm việc", "Back to the desk") }
    var look: String { say("Xem bài trong bản xem trước", "See the article in the preview") }
    var none: String { say("Không có.", "None.") }

    func more(_ count: String) -> String { say("… và \(count) bài khác.", "… and \(count) more.") }

    // MARK: State

    var noErrors: String { say("Cổng thông tin không có lỗi.", "The site has no errors.") }

    func errors(_ count: Int) -> String {
        say(
            "Cổng thông tin có \(count) lỗi, chưa đăng được.",
            "The site has \(count == 1 ? "an error" : "\(count) errors") and cannot be built.")
    }

    func nextDue(_ moment: String) -> String {
        say("Lần thay đổi kế tiếp: \(moment).", "Next due: \(moment).")
    }

    var problems: String { say("Lỗi và cảnh báo", "Errors and warnings") }
    var links: String { say("Liên kết và tệp hỏng", "Broken links and missing files") }
    var largestFiles: String { say("Tệp lớn nhất", "Largest files") }
    var file: String { say("Tệp", "File") }
    var size: String { say("Dung lượng", "Size") }

    // MARK: Articles

    var drafts: String { say("Bài nháp", "Drafts") }
    var scheduled: String { say("Bài hẹn giờ", "Scheduled") }
    var published: String { say("Bài đã đăng", "Published") }
    var expired: String { say("Bài hết hạn", "Expired") }
    var withdrawn: String { say("Bài đã gỡ", "Withdrawn") }
    var article: String { say("Bài", "Article") }
    var date: String { say("Ngày giờ", "Date") }
    var actions: String { say("Thao tác", "Actions") }
    var find: String { say("Tìm tiêu đề", "Find a headline") }
    var search: String { say("Tìm", "Find") }
    var newArticle: String { say("Bài mới", "New article") }
    var headline: String { say("Tiêu đề", "Headline") }
    var category: String { say("Chuyên mục", "Category") }
    var address: String { say("Địa chỉ", "Address") }
    var reason: String { say("Lý do", "Reason") }
    var comesOut: String { say("Đăng lúc", "Comes out") }

    var make: String { say("Tạo bài nháp", "Make a draft") }
    var publish: String { say("Đăng", "Publish") }
    var publishNow: String { say("Đăng ngay", "Publish now") }
    var schedule: String { say("Hẹn giờ", "Schedule") }
    var withdraw: String { say("Gỡ bài", "Withdraw") }
    var leaveNotice: String { say("để lại thông báo gỡ bài", "leave a notice") }
    var cancel: String { say("Thôi", "Cancel") }

    var buildSite: String { say("Đưa mọi sửa đổi lên cổng", "Bring all edits to readers") }
    var build: String { say("Dựng cổng thông tin", "Build the site") }

    var buildHint: String {
        say(
            "Sửa bài đã đăng thì dựng lại cổng để người đọc thấy. Bài nháp vẫn là nháp.",
            "An edit in a published article is seen by readers after a build. Drafts stay drafts.")
    }

    // MARK: Questions and answers

    var willBuildAll: String {
        say(
            "Mọi thay đổi đã lưu trong các bài không phải nháp sẽ lên cổng thông tin.",
            "All that was saved in articles that are no drafts goes to the site.")
    }

    var noReason: String { say("Cần ghi lý do gỡ bài.", "Say why the article is withdrawn.") }

    var willMake: String {
        say(
            "Sẽ tạo tệp sau, là bài nháp, chưa ai thấy:",
            "This file will be made, a draft that nobody sees yet:")
    }

    var willBuild: String {
        say(
            "Sau đó cổng thông tin được dựng lại: trang chủ, chuyên mục, thẻ, trang theo ngày, RSS và sơ đồ trang thay đổi theo.",
            "The site is then built: front page, category, tags, dates, feeds and sitemaps follow.")
    }

    var noticeStays: String {
        say(
            "Trang của bài chỉ còn thông báo gỡ bài; ảnh và tệp kèm theo bị xóa khỏi cổng thông tin.",
            "A notice takes the place of the page; photos and files beside it go.")
    }

    var nothingStays: String {
        say(
            "Trang của bài, ảnh và tệp kèm theo bị xóa khỏi cổng thông tin, không để lại thông báo gỡ bài.",
            "The page goes, and photos and files beside it; no notice stays.")
    }

    var changesIn: String { say("Thay đổi trong tệp", "Changes in the file") }
    var fileStays: String { say("Tệp giữ nguyên.", "The file stays as it is.") }
    var done: String { say("Đã xong", "Done") }
    var notDone: String { say("Chưa làm được", "Not done") }
    var unfinished: String { say("Chưa xong", "Not finished") }

    var begun: String {
        say(
            "Tệp của bài có thể đã được sửa, nhưng cổng thông tin chưa dựng xong. Hãy sửa lỗi dưới đây rồi dựng lại.",
            "The article's file may have been changed, but the site is not built. Mend what is below and build again."
        )
    }

    var nothingChanged: String { say("Chưa có gì thay đổi.", "Nothing has changed.") }
    var isMade: String { say("Đã tạo bài nháp.", "The draft is made.") }

    var writeThere: String {
        say(
            "Mở tệp trên để viết; ảnh đặt cùng thư mục. Lưu lại là thấy ngay trong bản xem trước.",
            "Open the file to write; photos go into the same folder. What is saved shows at once.")
    }

    var staleForm: String {
        say(
            "Biểu mẫu này là của lần chạy trước hoặc của trang khác. Mở lại bàn làm việc rồi làm lại.",
            "This form is of an earlier run, or of another site. Open the desk again and repeat it.")
    }

    var noSuchArticle: String { say("Không có bài nào ở tệp này.", "There is no article in this file.") }

    // MARK: Log

    var lastBuilds: String { say("Các lần dựng gần nhất", "Last builds") }
    var moment: String { say("Lúc", "When") }
    var what: String { say("Việc", "What") }
    var time: String { say("Thời gian", "Time") }
    var result: String { say("Kết quả", "Result") }

    func work(_ work: DeskLog.Entry.Work) -> String {
        switch work {
        case .planned: say("đọc lại cả cổng thông tin", "planned the site")
        case .tookOver: say("cập nhật bài", "updated articles")
        case .published: say("đăng", "published")
        case .withdrew: say("gỡ", "withdrew")
        case .built: say("dựng cổng thông tin", "built the site")
        }
    }

    func found(errors: Int, warnings: Int) -> String {
        let parts = [
            (errors, say("lỗi", errors == 1 ? "error" : "errors")),
            (warnings, say("cảnh báo", warnings == 1 ? "warning" : "warnings")),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? say("không có lỗi", "good") : parts.joined(separator: ", ")
    }

    // MARK: Templates

    var templates: String { say("Thời gian dựng từng mẫu giao diện", "Templates by time spent") }
    var measure: String { say("Đo bây giờ", "Measure now") }

    var profileHint: String {
        say(
            "Dành cho người làm giao diện: dựng thử mọi trang và đo từng tệp mẫu. Với vài nghìn bài mất vài giây.",
            "For authors of themes: every page is made once and each template timed. Takes seconds with thousands of articles."
        )
    }

    var profileLegend: String {
        say(
            "Mọi trang được dựng một lần trên một luồng. Phần dùng chung đã nhớ từ trang trước không dựng lại nên không tính. “Riêng” là thời gian của chính tệp, không kể phần nó gọi.",
            "Every page was made once, on one thread. What is remembered from an earlier page is not made again and not counted. “Own” is the time of the file itself, without what it calls."
        )
    }

    var profileColumns: [String] {
        [
            say("Tệp mẫu", "Template"), say("Số lần", "Times"), say("Riêng, ms", "Own, ms"),
            say("Tỷ lệ", "Share"),
            say("Kể cả phần được gọi, ms", "With calls, ms"), say("Trung bình, µs", "Mean, µs"),
            say("Lâu nhất, µs", "Longest, µs"),
        ]
    }

    // MARK: Refusals

    func refusal(_ decision: Access.Decision) -> String {
        switch decision {
        case .granted, .welcome: ""
        case .unknown:
            say(
                "Cần mở bằng địa chỉ có mã mà `bantin serve` in ra lúc khởi động.",
                "Open the address with the token that `bantin serve` printed when it started.")
        case .foreignHost:
            say(
                "Bản xem trước chỉ trả lời ở địa chỉ 127.0.0.1 hoặc localhost.",
                "The preview only answers at 127.0.0.1 or localhost.")
        case .foreignOrigin:
            say(
                "Yêu cầu này do trang khác gửi nên bị từ chối.",
                "This request was sent by another site and is refused.")
        }
    }
}
