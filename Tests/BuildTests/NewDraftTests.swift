import Build
import Diagnostics
import Foundation
import Model
import Testing
import VietnameseText

struct NewDraftTests {
    private static let now = Timestamp(seconds: 1_767_225_600)

    private func draft(_ title: String, _ category: String? = nil) throws(NewDraftProblem) -> NewDraft {
        try NewDraft(
            title: title, category: category, among: ["thong-bao", "tin-tuc"], now: Self.now, zone: .vietnam)
    }

    @Test func pathAndText() throws {
        let made = try draft("  Hội nghị:\tsơ kết “quý IV” ", "tin-tuc")
        #expect(made.path == "content/tin-tuc/2026/hoi-nghi-so-ket-quy-iv/index.md")
        #expect(made.title == "Hội nghị: sơ kết “quý IV”")
        #expect(made.text.contains("\ntitle: Hội nghị: sơ kết “quý IV”\ndate: 2026-01-01 07:00\n"))
        #expect(try draft("\"Trích\" dẫn").text.contains("title: \"\\\"Trích\\\" dẫn\"\n"))
        #expect(try draft("A").path.hasPrefix("content/thong-bao/"))
        #expect(try draft("!!!").path == "content/thong-bao/2026/bai-1767225600/index.md")
    }

    @Test func refusals() {
        #expect(throws: NewDraftProblem.emptyTitle) { try draft(" \n") }
        #expect(throws: NewDraftProblem.unknownCategory("tin-tut", among: ["thong-bao", "tin-tuc"])) {
            try draft("A", "tin-tut")
        }
        #expect(throws: NewDraftProblem.unknownCategory("../..", among: ["thong-bao", "tin-tuc"])) {
            try draft("A", "../..")
        }
        #expect(throws: NewDraftProblem.noCategory) {
            try NewDraft(title: "A", category: nil, among: [], now: Self.now, zone: .vietnam)
        }
        let problem = NewDraftProblem.unknownCategory("tin-tut", among: ["thong-bao", "tin-tuc"])
        #expect(problem.message(in: .vietnamese) == "không có chuyên mục `tin-tut`: ý bạn là `tin-tuc`?")
        let far = NewDraftProblem.unknownCategory("nu-cong", among: ["thong-bao", "tin-tuc"])
        #expect(
            far.message(in: .english)
                == "there is no category `nu-cong`: choose thong-bao, tin-tuc, or make content/nu-cong/_index.md with the `title:` of a new one"
        )
        #expect(
            far.message(in: .vietnamese)
                == "không có chuyên mục `nu-cong`: chọn thong-bao, tin-tuc, hoặc tạo content/nu-cong/_index.md với `title:` của chuyên mục mới"
        )
        #expect(
            NewDraftProblem.noCategory.message(in: .english)
                == "there is no category yet: make content/tin-tuc/_index.md with the `title:` of a category")
        #expect(
            NewDraftProblem.noCategory.message(in: .vietnamese)
                == "chưa có chuyên mục nào: tạo content/tin-tuc/_index.md với `title:` của chuyên mục")
    }

    @Test func idsAreFree() {
        let day = CivilDate(year: 2026, month: 11, day: 30)!
        let long = String(repeating: "a", count: 54) + "-b"
        #expect(ArticleID.make(day, slug: "hop") == "20261130-hop")
        #expect(ArticleID.make(day, slug: "hop", taken: ["20261130-hop"]) == "20261130-hop-2")
        #expect(
            ArticleID.make(day, slug: "hop", taken: ["20261130-hop", "20261130-hop-2"]) == "20261130-hop-3")
        let cut = ArticleID.make(day, slug: long)
        #expect(cut == "20261130-" + String(repeating: "a", count: 54))
        let second = ArticleID.make(day, slug: long, taken: [cut])
        #expect(second == "20261130-" + String(repeating: "a", count: 53) + "-2")
        #expect(second.utf8.count <= 64)
    }

    @Test func anArticleIsNeverReplaced() throws {
        let site = try IncrementalSite([:])
        let made = try draft("Một")
        try made.write(siteRoot: site.folder.path)
        try site.write(made.path, "khác")
        #expect(throws: NewDraftProblem.exists(made.path)) { try made.write(siteRoot: site.folder.path) }
        #expect(try String(contentsOf: site.folder.appending(path: made.path), encoding: .utf8) == "khác")
    }
}
