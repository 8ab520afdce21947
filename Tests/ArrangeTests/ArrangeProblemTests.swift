import Arrange
import Diagnostics
import Testing

@Suite struct ArrangeProblemTests {
    @Test(arguments: rows) func words(row: Row) {
        let diagnostic = Diagnostic(.error, row.problem)
        #expect(DiagnosticPrinter(language: .vietnamese).text(diagnostic) == "lỗi: " + row.vietnamese + "\n")
        #expect(DiagnosticPrinter(language: .english).text(diagnostic) == "error: " + row.english + "\n")
        #expect(row.problem.kind == row.kind)
    }

    struct Row: Sendable {
        let problem: ArrangeProblem
        let kind: String
        let vietnamese: String
        let english: String

        init(_ problem: ArrangeProblem, _ kind: String, _ vietnamese: String, _ english: String) {
            self.problem = problem
            self.kind = kind
            self.vietnamese = vietnamese
            self.english = english
        }
    }

    private static let rows = addresses + tags + links + files

    private static let addresses = [
        Row(
            .sameAddress(path: "/tin-tuc/2024/06/a/", other: "content/tin-tuc/a.md"), "address",
            """
            địa chỉ /tin-tuc/2024/06/a/ đã thuộc về content/tin-tuc/a.md
              cách sửa: đặt `slug` khác cho một trong hai
            """,
            """
            the address /tin-tuc/2024/06/a/ belongs to content/tin-tuc/a.md already
              remedy: give one of the two another `slug`
            """),
        Row(
            .sameID(id: "dai-hoi", other: "content/tin-tuc/a.md"), "id",
            """
            mã `dai-hoi` đã thuộc về content/tin-tuc/a.md
              cách sửa: đặt `id` khác cho một trong hai
            """,
            """
            the id `dai-hoi` belongs to content/tin-tuc/a.md already
              remedy: give one of the two another `id`
            """),
        Row(
            .reservedAddress(path: "/so-do/"), "address",
            """
            địa chỉ /so-do/ dành riêng cho cổng thông tin
              cách sửa: đổi tên tệp hoặc `slug`, hoặc đổi `paths` trong site.yaml
            """,
            """
            the address /so-do/ is the portal's own
              remedy: change the name of the file or its `slug`, or `paths` in site.yaml
            """),
        Row(
            .aliasTaken(alias: "/cu/", other: "content/tin-tuc/a.md"), "alias",
            """
            địa chỉ cũ /cu/ đã thuộc về content/tin-tuc/a.md
              cách sửa: bỏ địa chỉ này khỏi `aliases` của một trong hai
            """,
            """
            the old address /cu/ belongs to content/tin-tuc/a.md already
              remedy: take the address out of the `aliases` of one of the two
            """),
        Row(
            .aliasReserved("/so-do/"), "alias",
            """
            địa chỉ cũ /so-do/ dành riêng cho cổng thông tin
              cách sửa: bỏ địa chỉ này khỏi `aliases`
            """,
            """
            the old address /so-do/ is the portal's own
              remedy: take the address out of `aliases`
            """),
        Row(
            .aliasNotAPath("cu.html"), "alias",
            """
            địa chỉ cũ `cu.html` không phải là một đường dẫn bắt đầu bằng /
              cách sửa: viết như `/tin-cu/` hoặc `/tin.aspx?id=5`
            """,
            """
            the old address `cu.html` is no path that starts with /
              remedy: write it like `/tin-cu/` or `/tin.aspx?id=5`
            """),
        Row(
            .addressWithoutOwner(url: "/tin-tuc/2024/06/a/", id: "tin-tuc/a"), "old-address",
            """
            địa chỉ đã đăng /tin-tuc/2024/06/a/ không còn bài nào (mã `tin-tuc/a`)
              cách sửa: thêm `aliases: [/tin-tuc/2024/06/a/]` vào bài thay thế
            """,
            """
            the published address /tin-tuc/2024/06/a/ has no article any more (id `tin-tuc/a`)
              remedy: add `aliases: [/tin-tuc/2024/06/a/]` to the article that replaces it
            """),
    ]

    private static let tags = [
        Row(
            .tagsWithOneSlug(owner: "Bà", other: "Bá", slug: "ba", given: "ba-1a2b"), "tag-slug",
            """
            thẻ “Bà” và “Bá” cùng có địa chỉ `ba`; “Bá” được dùng `ba-1a2b`
              cách sửa: đặt `slug` cho một thẻ trong `tags` của site.yaml
            """,
            """
            the tags “Bà” and “Bá” share the address `ba`; “Bá” gets `ba-1a2b`
              remedy: give one of the tags a `slug` under `tags` in site.yaml
            """)
    ]

    private static let links = [
        Row(
            .noSuchTarget("../x.md", near: nil), "link",
            """
            liên kết tới `../x.md` nhưng không có bài, trang hay tệp này
              cách sửa: sửa đường dẫn hoặc bỏ liên kết
            """,
            """
            a link to `../x.md`, but there is no such article, page or file
              remedy: mend the path or remove the link
            """),
        Row(
            .noSuchTarget("../x.md", near: "tin-tuc/y.md"), "link",
            """
            liên kết tới `../x.md` nhưng không có bài, trang hay tệp này
              cách sửa: ý bạn là `/tin-tuc/y.md`?
            """,
            """
            a link to `../x.md`, but there is no such article, page or file
              remedy: did you mean `/tin-tuc/y.md`?
            """),
        Row(
            .noSuchAnchor(anchor: "muc", file: "content/tin-tuc/a.md", near: nil), "link",
            """
            content/tin-tuc/a.md không có mục `#muc`
              cách sửa: sửa hoặc bỏ phần sau dấu #
            """,
            """
            content/tin-tuc/a.md has no anchor `#muc`
              remedy: mend or remove what follows the #
            """),
        Row(
            .noSuchAnchor(anchor: "muc", file: "content/tin-tuc/a.md", near: "muc-1"), "link",
            """
            content/tin-tuc/a.md không có mục `#muc`
              cách sửa: ý bạn là `#muc-1`?
            """,
            """
            content/tin-tuc/a.md has no anchor `#muc`
              remedy: did you mean `#muc-1`?
            """),
        Row(
            .linkToDraft(file: "content/tin-tuc/a.md"), "link",
            """
            liên kết tới bài nháp content/tin-tuc/a.md
              cách sửa: bỏ `draft` ở bài kia hoặc bỏ liên kết
            """,
            """
            a link to the draft content/tin-tuc/a.md
              remedy: remove `draft` from the other article, or remove the link
            """),
        Row(
            .linkToScheduled(file: "content/tin-tuc/a.md"), "link-scheduled",
            "content/tin-tuc/a.md chưa đến giờ đăng nên liên kết tạm hiện thành chữ thường",
            "content/tin-tuc/a.md is not due yet, so the link is shown as plain text for now"),
        Row(
            .linkToWithdrawn(file: "content/tin-tuc/a.md"), "link-withdrawn",
            """
            content/tin-tuc/a.md đã gỡ nên liên kết hiện thành chữ thường
              cách sửa: bỏ liên kết khi tiện
            """,
            """
            content/tin-tuc/a.md is withdrawn, so the link is shown as plain text
              remedy: remove the link when convenient
            """),
    ]

    private static let files = [
        Row(
            .photosWithoutText(3), "alt",
            """
            album có 3 ảnh không có mô tả và chú thích
              cách sửa: ghi chúng ở `photos`, mỗi ảnh có `alt` hoặc `caption`
            """,
            """
            the album has photos with neither alternative text nor caption: 3
              remedy: name them in `photos`, each with `alt` or `caption`
            """),
        Row(
            .noSuccessor("9/KH"), "replaced-by",
            """
            không có văn bản số 9/KH nào ban hành sau văn bản này
              cách sửa: sửa số, hoặc bỏ dòng này
            """,
            """
            no document with the number 9/KH was issued after this one
              remedy: mend the number, or remove the line
            """),
        Row(
            .sameName(other: "content/van-ban/a.md"), "id",
            """
            trùng tên với content/van-ban/a.md
              cách sửa: đổi tên một trong hai
            """,
            """
            it has the same name as content/van-ban/a.md
              remedy: rename one of the two
            """),
        Row(
            .linkToHiddenFile(path: "a/x.pdf"), "link-withdrawn",
            """
            tệp `a/x.pdf` nằm cạnh một bài không hiển thị nên không được đăng
              cách sửa: chép tệp vào thư mục của bài này
            """,
            """
            the file `a/x.pdf` lies beside an article that is not shown, so it is not published
              remedy: copy the file into this article's folder
            """),
        Row(
            .noSuchFile("x.jpg", near: nil), "file",
            """
            không có tệp `x.jpg` trong content/
              cách sửa: chép tệp vào hoặc sửa đường dẫn
            """,
            """
            there is no file `x.jpg` in content/
              remedy: copy the file there or mend the path
            """),
        Row(
            .noSuchFile("x.jpg", near: "anh/x.jpg"), "file",
            """
            không có tệp `x.jpg` trong content/
              cách sửa: ý bạn là `/anh/x.jpg`?
            """,
            """
            there is no file `x.jpg` in content/
              remedy: did you mean `/anh/x.jpg`?
            """),
    ]
}
