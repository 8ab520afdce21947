import Build
import Diagnostics
import Model
import Testing

@Suite struct PublicationPlanTests {
    private static let now = moment(2026, 11, 21, 8, 5, second: 42)
    private static let minute = moment(2026, 11, 21, 8, 5)

    private static func moment(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, second: Int = 0
    ) -> Timestamp {
        let date = CivilDate(year: year, month: month, day: day)!
        return Timestamp(CivilTime(date: date, hour: hour, minute: minute, second: second), in: .vietnam)
    }

    /// An article whose front matter has `fields`.
    private static func article(_ fields: [String] = [], draft: Bool = false, date: Timestamp = minute)
        -> Article
    {
        var article = Article()
        article.source = "content/tin-tuc/x.md"
        article.id = fields.contains("id") ? "ma-bai" : "tin-tuc/x"
        article.title = "Đại hội Công đoàn tỉnh"
        article.date = date
        article.isDraft = draft
        article.slug = fields.contains("slug") ? "dai-hoi" : nil
        article.fieldLines = fields.enumerated().map { FieldLine(field: $1, line: $0 + 2) }
        return article
    }

    private func plan(
        _ article: Article, dateText: String? = nil, isRecorded: Bool = false, at: Timestamp? = nil
    ) throws -> PublicationPlan {
        try PublicationPlan(
            .init(
                article: article, dateText: dateText, isRecorded: isRecorded, at: at, now: Self.now,
                zone: .vietnam))
    }

    @Test func aDraftGetsAllThatItLacks() throws {
        let draft = Self.article(draft: true, date: Self.moment(2026, 11, 20, 7, 0))
        let plan = try plan(draft, dateText: "20/11/2026 07:00")
        #expect(plan.date == Self.minute)
        #expect(plan.dateText == "21/11/2026 08:05")
        #expect(plan.clearsDraft)
        #expect(plan.slug == "dai-hoi-cong-doan-tinh")
        #expect(plan.id == "20261121-dai-hoi-cong-doan-tinh")
        #expect(plan.fields == ["date", "draft", "id", "slug"])
    }

    @Test func whatIsThereStays() throws {
        let draft = Self.article(["id", "slug", "date"], draft: true)
        #expect(try plan(draft, dateText: "2026-11-21 08:05").fields == ["draft"])
        let published = Self.article(["id", "slug", "date"], date: Self.moment(2019, 5, 1, 0, 0))
        #expect(try plan(published, dateText: "1/5/2019", isRecorded: true).fields == [])
    }

    @Test func aDraftThatIsStillToComeKeepsItsDate() throws {
        let draft = Self.article(draft: true, date: Self.moment(2027, 4, 30, 7, 30))
        let plan = try plan(draft, dateText: "30/4/2027 07:30")
        #expect(plan.date == nil)
        #expect(plan.id == "20270430-dai-hoi-cong-doan-tinh")
    }

    @Test(arguments: [nil, "", " "]) func aMissingDateIsTheMoment(_ dateText: String?) throws {
        let plan = try plan(Self.article(date: Timestamp(seconds: 0)), dateText: dateText)
        #expect(plan.dateText == "2026-11-21 08:05")
    }

    @Test func theMomentAskedForGoesBeforeEverything() throws {
        let at = Self.moment(2027, 1, 1, 7, 30)
        #expect(try plan(Self.article(), dateText: "21/11/2026", at: at).dateText == "01/01/2027 07:30")
        #expect(
            try plan(Self.article(draft: true), dateText: "2026-11-21T08:05", at: at).dateText
                == "2027-01-01T07:30")
        let past = Self.moment(2019, 5, 1, 9, 0)
        #expect(
            try plan(Self.article(), dateText: "2026-11-21 08:05", isRecorded: true, at: past).date == past)
        #expect(try plan(Self.article(), dateText: "2026-11-21 08:05", at: Self.minute).date == nil)
    }

    /// Its identity is the path of its file, and stays that.
    @Test func whatWasPublishedGetsNoID() throws {
        let plan = try plan(Self.article(["date"]), dateText: "2026-11-21 08:05", isRecorded: true)
        #expect(plan.fields == ["slug"])
    }

    /// The address of an article whose title has no letters comes from its id: the slug keeps it.
    @Test func aSlugKeepsTheAddress() throws {
        var article = Self.article()
        article.title = "你好"
        let plan = try plan(article, dateText: "2026-11-21 08:05")
        #expect(plan.slug == "bai-" + FNVDigits.tinTucX)
        #expect(plan.id == "20261121-bai-" + FNVDigits.tinTucX)
    }

    private enum FNVDigits {
        /// FNV-1a, 32 bits, of `tin-tuc/x`.
        static let tinTucX = "95c6b382"
    }

    @Test func refusals() throws {
        var withdrawn = Self.article()
        withdrawn.withdrawal = Withdrawal(reason: "Sai", date: nil, leavesNotice: true)
        #expect(throws: PublicationProblem.withdrawn) { try plan(withdrawn, dateText: "2026-11-21 08:05") }
        let later = Self.moment(2027, 1, 1, 0, 0)
        #expect(throws: PublicationProblem.isOut) {
            try plan(Self.article(), dateText: "2026-11-21 08:05", isRecorded: true, at: later)
        }
        // Readers do not have what was taken back, or what is still to come.
        _ = try plan(Self.article(draft: true), dateText: "2026-11-21", isRecorded: true, at: later)
        _ = try plan(Self.article(date: later), dateText: "1/1/2027", isRecorded: true, at: later)
        #expect(throws: PublicationProblem.momentForPage) { try PublicationPlan(StandingPage(), at: later) }
    }

    @Test func pagesAreOnlyDraftsNoMore() throws {
        var page = StandingPage()
        #expect(try PublicationPlan(page, at: nil).fields == [])
        page.isDraft = true
        #expect(try PublicationPlan(page, at: nil).fields == ["draft"])
    }
}

@Suite struct PublicationProblemTests {
    @Test(arguments: [
        (
            PublicationProblem.withdrawn, "bài đã gỡ nên không đăng được",
            "muốn đăng lại thì xóa trường `withdrawn` (`go-bai`) khỏi tệp rồi chạy lại",
            "the article is withdrawn and cannot be published",
            "to publish it again, delete the field `withdrawn` and run this again"
        ),
        (
            .isOut, "bài đang hiện trên cổng thông tin nên không hẹn giờ được",
            "muốn gỡ thì dùng `bantin go`; muốn rút về thì thêm `nhap: có` rồi chạy lại",
            "readers have this article already: it cannot be scheduled",
            "to take it away use `bantin withdraw`; to take it back add `draft: true` and run this again"
        ),
        (
            .momentForPage, "trang cố định không hẹn giờ được", "bỏ `--at`",
            "a standing page cannot be scheduled", "leave `--at` out"
        ),
        (
            .changedMeanwhile, "có người vừa lưu tệp này trong lúc kiểm tra", "chạy lại lệnh này",
            "somebody saved this file while it was checked", "run this again"
        ),
        (
            .neverPublished, "bài chưa đăng lần nào nên không có gì để gỡ",
            "để bài không hiện khi đến giờ, thêm `nhap: có`, hoặc xóa tệp",
            "the article was never published: there is nothing to withdraw",
            "so that it does not come out, add `draft: true`, or delete the file"
        ),
        (
            .pageWithdrawal, "trang cố định không gỡ bằng lệnh này được",
            "thêm `nhap: có` vào tệp, hoặc xóa tệp, rồi chạy: bantin build",
            "a standing page cannot be withdrawn",
            "add `draft: true` to the file, or delete it, then run: bantin build"
        ),
        (
            .noReason, "`--reason` không được trống",
            "viết như `--reason \"Bài đăng nhầm\"`: lý do hiện trên trang thông báo",
            "`--reason` must not be empty",
            "write it like `--reason \"Bài đăng nhầm\"`: the notice shows it"
        ),
    ])
    func saysWhatToDo(
        _ problem: PublicationProblem, _ vietnamese: String, _ remedy: String, _ english: String,
        _ englishRemedy: String
    ) {
        #expect(problem.message(in: .vietnamese) == vietnamese)
        #expect(problem.remedy(in: .vietnamese) == remedy)
        #expect(problem.message(in: .english) == english)
        #expect(problem.remedy(in: .english) == englishRemedy)
    }
}
