internal import Diagnostics

extension FolderProblem: Problem {
    var kind: String {
        switch self {
        case .unpublishedKind: "unpublished"
        case .largeFile: "large-file"
        case .locationInPhoto: "photo-location"
        case .unreadablePicture: "unreadable-picture"
        default: "folder"
        }
    }

    func message(in language: Language) -> String {
        language == .vietnamese ? vietnameseMessage : englishMessage
    }

    func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnameseRemedy : englishRemedy
    }

    private var vietnameseMessage: String {
        switch self {
        case .noContentFolder: "không có thư mục `content/`"
        case .noSources: "`content/` không có bài nào"
        case .reservedCategory(let name):
            "`\(name)` là từ dùng trong địa chỉ của trang, không thể là tên chuyên mục"
        case .straySource: "bài phải nằm trong thư mục của một chuyên mục"
        case .misplacedCategoryIndex: "`_index.md` chỉ dùng ngay trong thư mục của một chuyên mục"
        case .indexWithoutFolder: "`index.md` phải nằm trong thư mục riêng của bài"
        case .unpublishedKind(let name): "không đăng tệp `\(name)`: loại tệp này không được đưa lên trang"
        case .largeFile(let size): "tệp lớn: \(Megabytes.text(size, .vietnamese))"
        case .locationInPhoto: "ảnh có ghi vị trí nơi chụp (GPS)"
        case .unreadablePicture: "không đọc được kích thước ảnh"
        case .folderLoop: "liên kết dẫn vòng trở lại thư mục bên trên"
        case .sameName: "hai tệp trùng tên, chỉ khác cách lưu dấu tiếng Việt"
        case .notAFile: "không phải tệp hay thư mục, hoặc là liên kết hỏng"
        case .malformedAddress: "dòng này phải có dạng `mã,/địa-chỉ/`"
        }
    }

    private var englishMessage: String {
        switch self {
        case .noContentFolder: "there is no folder `content/`"
        case .noSources: "`content/` holds no article"
        case .reservedCategory(let name):
            "`\(name)` is a word of the portal's addresses and cannot name a category"
        case .straySource: "an article must be in the folder of a category"
        case .misplacedCategoryIndex: "`_index.md` belongs directly in the folder of a category"
        case .indexWithoutFolder: "`index.md` must be in the article's own folder"
        case .unpublishedKind(let name): "`\(name)` is not published: files of this kind are left out"
        case .largeFile(let size): "a large file: \(Megabytes.text(size, .english))"
        case .locationInPhoto: "the photo says where it was taken (GPS)"
        case .unreadablePicture: "the size of the picture cannot be read"
        case .folderLoop: "a link leads back to a folder above it"
        case .sameName: "two files have one name, stored with different accents"
        case .notAFile: "neither a file nor a folder, or a broken link"
        case .malformedAddress: "the line must have the form `id,/address/`"
        }
    }

    private var vietnameseRemedy: String? {
        switch self {
        case .noContentFolder, .noSources:
            "chạy `bantin init` để có trang mẫu, hoặc `bantin new` để viết bài đầu tiên"
        case .reservedCategory(let name):
            "đổi tên thư mục, ví dụ `tin-\(name)`, hoặc đổi từ này ở `paths:` trong site.yaml"
        case .straySource(let path): "chuyển vào một chuyên mục, ví dụ `content/tin-tuc/\(path)`"
        case .misplacedCategoryIndex: "đổi tên tệp, hoặc chuyển lên thư mục của chuyên mục"
        case .indexWithoutFolder:
            "đặt tên khác cho tệp; chỉ phần giới thiệu chuyên mục có tên `_index.md`"
        case .unpublishedKind:
            "xóa tệp, hoặc đổi sang loại được đăng (ảnh, PDF, âm thanh, video, Office, nén)"
        case .largeFile: "thu nhỏ ảnh hoặc nén tệp để trang mở nhanh"
        case .locationInPhoto: "xóa thông tin vị trí trước khi đăng"
        case .unreadablePicture: "mở ảnh và lưu lại"
        case .folderLoop, .notAFile: "xóa liên kết này"
        case .sameName: "đổi tên một trong hai tệp"
        case .malformedAddress: "khôi phục dòng này từ bản sao lưu, hoặc xóa dòng"
        }
    }

    private var englishRemedy: String? {
        switch self {
        case .noContentFolder, .noSources:
            "run `bantin init` for a sample portal, or `bantin new` for a first article"
        case .reservedCategory(let name):
            "rename the folder, for example `tin-\(name)`, or change the word in `paths:` of site.yaml"
        case .straySource(let path): "move it into a category, for example `content/tin-tuc/\(path)`"
        case .misplacedCategoryIndex: "rename the file, or move it up into the category's folder"
        case .indexWithoutFolder:
            "give the file another name; only the description of a category is called `_index.md`"
        case .unpublishedKind:
            "delete the file, or turn it into a published kind (picture, PDF, audio, video, Office, archive)"
        case .largeFile: "make the picture smaller or compress the file, so that pages open fast"
        case .locationInPhoto: "remove the location before publishing"
        case .unreadablePicture: "open the picture and save it again"
        case .folderLoop, .notAFile: "delete the link"
        case .sameName: "rename one of the two files"
        case .malformedAddress: "restore the line from a backup, or delete it"
        }
    }
}
