import Diagnostics
import Markdown
import Testing

@Suite struct MarkdownProblemTests {
    private typealias Words = (problem: MarkdownProblem, vi: (String, String), en: (String, String))

    private static let words: [Words] = [
        (
            .rawHTML,
            (
                "mã HTML trong bài được hiện thành chữ",
                "viết bằng Markdown, hoặc đặt `markdown: {raw_html: true}` trong site.yaml"
            ),
            (
                "HTML in the text is shown as it is typed",
                "write Markdown, or set `markdown: {raw_html: true}` in site.yaml"
            )
        ),
        (
            .unsafeLink(destination: "file:x"),
            (
                "đã bỏ địa chỉ không an toàn `file:x`",
                "dùng địa chỉ bắt đầu bằng `https:`, `mailto:`, `tel:`, hoặc đường dẫn tới tệp"
            ),
            (
                "the unsafe address `file:x` was removed",
                "use an address that starts with `https:`, `mailto:`, `tel:`, or the path of a file"
            )
        ),
        (
            .missingAlt(image: "a.jpg"),
            (
                "ảnh `a.jpg` chưa có mô tả",
                "viết điều người xem thấy trong ảnh vào giữa ngoặc vuông: `![mô tả](ảnh.jpg)`"
            ),
            (
                "the image `a.jpg` has no alternative text",
                "write what can be seen between the brackets: `![what it shows](photo.jpg)`"
            )
        ),
        (
            .altIsCaption(image: "a.jpg"),
            (
                "mô tả của ảnh `a.jpg` trùng với chú thích",
                "viết trong ngoặc vuông điều nhìn thấy, còn chú thích để nói đó là việc gì"
            ),
            (
                "the alternative text of the image `a.jpg` repeats its caption",
                "say in the brackets what can be seen, and in the caption what it is about"
            )
        ),
        (
            .undefinedNote(label: "1"),
            (
                "không có chú thích cuối bài nào tên `[^1]`",
                "thêm dòng `[^1]: nội dung`, trước đó để một dòng trống"
            ),
            ("there is no footnote `[^1]`", "add a line `[^1]: text` after an empty line")
        ),
        (
            .unusedNote(label: "1"),
            (
                "chú thích cuối bài `[^1]` không được nhắc tới trong bài",
                "đặt `[^1]` vào chỗ cần chú thích, hoặc xóa dòng này"
            ),
            (
                "nothing refers to the footnote `[^1]`",
                "put `[^1]` where the note belongs, or remove this line"
            )
        ),
        (
            .repeatedNote(label: "1", firstLine: 7),
            (
                "chú thích cuối bài `[^1]` đã được viết ở dòng 7, chỗ này bị bỏ qua",
                "đặt cho mỗi chú thích một tên riêng"
            ),
            (
                "the footnote `[^1]` was already written on line 7, this one is left out",
                "give each footnote a name of its own"
            )
        ),
        (
            .unknownBlock(name: "chu-ki", suggestion: "chu-ky"),
            ("không có khối nào tên `chu-ki`", "ý bạn là `chu-ky`?"),
            ("there is no block called `chu-ki`", "did you mean `chu-ky`?")
        ),
        (
            .unknownBlock(name: "abc", suggestion: nil),
            (
                "không có khối nào tên `abc`",
                "dùng một trong các tên: `tieu-de-van-ban`, `chu-ky`, `noi-nhan`, `thu-vien-anh`, `video`, `tep-dinh-kem`"
            ),
            (
                "there is no block called `abc`",
                "use one of the names: `official-header`, `signature`, `recipients`, `gallery`, `video`, `attachment`"
            )
        ),
        (
            .unclosedBlock(name: "chu-ky"),
            ("khối `chu-ky` chưa được khép lại", "thêm một dòng `:::` vào cuối khối"),
            ("the block `chu-ky` is not closed", "add a line `:::` at the end of the block")
        ),
        (
            .strayBlockEnd,
            (
                "dòng `:::` này không khép khối nào",
                "xóa dòng này, hoặc mở khối bằng `::: tên-khối` ở phía trên"
            ),
            ("this `:::` ends no block", "remove this line, or open a block with `::: name` above it")
        ),
        (
            .blockArgument(name: "chu-ky", argument: "trái"),
            ("khối `chu-ky` không nhận thêm `trái`", "chỉ viết `::: chu-ky` trên dòng này"),
            ("the block `chu-ky` does not take `trái`", "write only `::: chu-ky` on this line")
        ),
        (
            .videoWithoutFile,
            ("khối `video` chưa có tên tệp", "viết `::: video phim.mp4`"),
            ("the block `video` names no file", "write `::: video film.mp4`")
        ),
        (
            .headerColumns,
            (
                "khối `tieu-de-van-ban` cần đúng một dòng `|||` giữa hai cột",
                "viết các dòng bên trái, rồi một dòng `|||`, rồi các dòng bên phải"
            ),
            (
                "the block `official-header` needs exactly one line `|||` between its columns",
                "write the lines of the left side, then a line `|||`, then those of the right side"
            )
        ),
        (
            .notAnImage,
            (
                "dòng này của khối `thu-vien-anh` không phải là một ảnh",
                "mỗi dòng viết một ảnh: `![mô tả](ảnh.jpg \"chú thích\")`"
            ),
            (
                "this line of the block `gallery` is not an image",
                "write one image on each line: `![what it shows](photo.jpg \"caption\")`"
            )
        ),
        (
            .notALink,
            (
                "dòng này của khối `tep-dinh-kem` không có liên kết tới tệp",
                "mỗi dòng viết một liên kết: `- [tên tệp](tệp.pdf)`"
            ),
            (
                "this line of the block `attachment` has no link to a file",
                "write one link on each line: `- [name of the file](file.pdf)`"
            )
        ),
    ]

    @Test func everySentence() {
        for (problem, vi, en) in Self.words {
            #expect(problem.message(in: .vietnamese) == vi.0)
            #expect(problem.remedy(in: .vietnamese) == vi.1)
            #expect(problem.message(in: .english) == en.0)
            #expect(problem.remedy(in: .english) == en.1)
        }
    }

    @Test func suggestionsComeFromBothLanguages() {
        let problems = ["::: signatur\n:::", "::: video2 x\n:::", "::: zzzzzz\n:::"].flatMap {
            Conversion($0).diagnostics.compactMap { $0.problem as? MarkdownProblem }
        }
        #expect(
            problems == [
                .unknownBlock(name: "signatur", suggestion: "signature"),
                .unknownBlock(name: "video2", suggestion: "video"),
                .unknownBlock(name: "zzzzzz", suggestion: nil),
            ])
    }
}
