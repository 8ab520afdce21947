package import Diagnostics

extension MarkdownProblem {
    package func message(in language: Language) -> String {
        language == .vietnamese ? vietnameseMessage : englishMessage
    }

    package func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnameseRemedy : englishRemedy
    }

    private var vietnameseMessage: String {
        switch self {
        case .rawHTML: "mã HTML trong bài được hiện thành chữ"
        case .unsafeLink(let destination): "đã bỏ địa chỉ không an toàn `\(destination)`"
        case .missingAlt(let image): "ảnh `\(image)` chưa có mô tả"
        case .altIsCaption(let image): "mô tả của ảnh `\(image)` trùng với chú thích"
        case .undefinedNote(let label): "không có chú thích cuối bài nào tên `[^\(label)]`"
        case .unusedNote(let label): "chú thích cuối bài `[^\(label)]` không được nhắc tới trong bài"
        case .repeatedNote(let label, let line):
            "chú thích cuối bài `[^\(label)]` đã được viết ở dòng \(line), chỗ này bị bỏ qua"
        case .unknownBlock(let name, _): "không có khối nào tên `\(name)`"
        case .strayBlockEnd: "dòng `:::` này không khép khối nào"
        case .unclosedBlock(let name): "khối `\(name)` chưa được khép lại"
        case .blockArgument(let name, let argument): "khối `\(name)` không nhận thêm `\(argument)`"
        case .videoWithoutFile: "khối `video` chưa có tên tệp"
        case .headerColumns: "khối `tieu-de-van-ban` cần đúng một dòng `|||` giữa hai cột"
        case .notAnImage: "dòng này của khối `thu-vien-anh` không phải là một ảnh"
        case .notALink: "dòng này của khối `tep-dinh-kem` không có liên kết tới tệp"
        }
    }

    private var englishMessage: String {
        switch self {
        case .rawHTML: "HTML in the text is shown as it is typed"
        case .unsafeLink(let destination): "the unsafe address `\(destination)` was removed"
        case .missingAlt(let image): "the image `\(image)` has no alternative text"
        case .altIsCaption(let image): "the alternative text of the image `\(image)` repeats its caption"
        case .undefinedNote(let label): "there is no footnote `[^\(label)]`"
        case .unusedNote(let label): "nothing refers to the footnote `[^\(label)]`"
        case .repeatedNote(let label, let line):
            "the footnote `[^\(label)]` was already written on line \(line), this one is left out"
        case .unknownBlock(let name, _): "there is no block called `\(name)`"
        case .strayBlockEnd: "this `:::` ends no block"
        case .unclosedBlock(let name): "the block `\(name)` is not closed"
        case .blockArgument(let name, let argument): "the block `\(name)` does not take `\(argument)`"
        case .videoWithoutFile: "the block `video` names no file"
        case .headerColumns: "the block `official-header` needs exactly one line `|||` between its columns"
        case .notAnImage: "this line of the block `gallery` is not an image"
        case .notALink: "this line of the block `attachment` has no link to a file"
        }
    }

    private var vietnameseRemedy: String? {
        switch self {
        case .rawHTML: "viết bằng Markdown, hoặc đặt `markdown: {raw_html: true}` trong site.yaml"
        case .unsafeLink: "dùng địa chỉ bắt đầu bằng `https:`, `mailto:`, `tel:`, hoặc đường dẫn tới tệp"
        case .missingAlt: "viết điều người xem thấy trong ảnh vào giữa ngoặc vuông: `![mô tả](ảnh.jpg)`"
        case .altIsCaption: "viết trong ngoặc vuông điều nhìn thấy, còn chú thích để nói đó là việc gì"
        case .undefinedNote(let label): "thêm dòng `[^\(label)]: nội dung`, trước đó để một dòng trống"
        case .unusedNote(let label): "đặt `[^\(label)]` vào chỗ cần chú thích, hoặc xóa dòng này"
        case .repeatedNote: "đặt cho mỗi chú thích một tên riêng"
        case .unknownBlock(_, let suggestion):
            suggestion.map { "ý bạn là `\($0)`?" } ?? "dùng một trong các tên: \(Self.names(in: .vietnamese))"
        case .strayBlockEnd: "xóa dòng này, hoặc mở khối bằng `::: tên-khối` ở phía trên"
        case .unclosedBlock: "thêm một dòng `:::` vào cuối khối"
        case .blockArgument(let name, _): "chỉ viết `::: \(name)` trên dòng này"
        case .videoWithoutFile: "viết `::: video phim.mp4`"
        case .headerColumns: "viết các dòng bên trái, rồi một dòng `|||`, rồi các dòng bên phải"
        case .notAnImage: "mỗi dòng viết một ảnh: `![mô tả](ảnh.jpg \"chú thích\")`"
        case .notALink: "mỗi dòng viết một liên kết: `- [tên tệp](tệp.pdf)`"
        }
    }

    private var englishRemedy: String? {
        switch self {
        case .rawHTML: "write Markdown, or set `markdown: {raw_html: true}` in site.yaml"
        case .unsafeLink: "use an address that starts with `https:`, `mailto:`, `tel:`, or the path of a file"
        case .missingAlt: "write what can be seen between the brackets: `![what it shows](photo.jpg)`"
        case .altIsCaption: "say in the brackets what can be seen, and in the caption what it is about"
        case .undefinedNote(let label): "add a line `[^\(label)]: text` after an empty line"
        case .unusedNote(let label): "put `[^\(label)]` where the note belongs, or remove this line"
        case .repeatedNote: "give each footnote a name of its own"
        case .unknownBlock(_, let suggestion):
            suggestion.map { "did you mean `\($0)`?" } ?? "use one of the names: \(Self.names(in: .english))"
        case .strayBlockEnd: "remove this line, or open a block with `::: name` above it"
        case .unclosedBlock: "add a line `:::` at the end of the block"
        case .blockArgument(let name, _): "write only `::: \(name)` on this line"
        case .videoWithoutFile: "write `::: video film.mp4`"
        case .headerColumns:
            "write the lines of the left side, then a line `|||`, then those of the right side"
        case .notAnImage: "write one image on each line: `![what it shows](photo.jpg \"caption\")`"
        case .notALink: "write one link on each line: `- [name of the file](file.pdf)`"
        }
    }

    private static func names(in language: Language) -> String {
        BlockKind.allCases.map { "`\($0.name(in: language))`" }.joined(separator: ", ")
    }
}
