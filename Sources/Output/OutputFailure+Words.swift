package import Diagnostics
internal import Glibc

extension OutputFailure: Problem {
    package var kind: String {
        switch self {
        case .cannotCreate, .cannotWrite, .cannotRename, .cannotSync: "output-write"
        case .cannotRead, .cannotList: "output-read"
        case .cannotDelete: "output-delete"
        case .isNotAFolder, .folderInTheWay, .fileInTheWay: "output-obstacle"
        case .unusablePath: "output-path"
        case .sourceChanged: "source-changed"
        case .cannotKeep: "output-kept"
        }
    }

    package func message(in language: Language) -> String {
        let words = Words(self)
        let sentence = language == .vietnamese ? words.vietnamese : words.english
        guard let errno else { return sentence }
        return sentence + ": " + MachineFault(errno).message(in: language)
    }

    package func remedy(in language: Language) -> String? {
        if let errno { return MachineFault(errno).remedy(in: language) }
        switch self {
        case .folderInTheWay, .fileInTheWay:
            return language == .vietnamese
                ? "chuyển nó đi nơi khác hoặc xóa nó nếu không cần nữa, rồi dựng lại"
                : "move it elsewhere or delete it when it is not needed, then build again"
        case .isNotAFolder:
            return language == .vietnamese
                ? "đổi tên hoặc xóa tệp đó, hoặc chọn thư mục khác bằng `-o`"
                : "rename or delete that file, or choose another folder with `-o`"
        case .cannotKeep:
            return language == .vietnamese
                ? "sửa lỗi của bài đó rồi dựng lại" : "mend the article's errors, then build again"
        case .sourceChanged:
            return language == .vietnamese
                ? "lưu xong tệp đó rồi dựng lại" : "finish saving the file, then build again"
        default:
            return language == .vietnamese
                ? "đổi tên tệp hoặc đường dẫn của bài" : "rename the file or change the article's path"
        }
    }

    private var errno: Int32? {
        switch self {
        case .cannotCreate(_, let errno), .cannotWrite(_, let errno), .cannotRead(_, let errno),
            .cannotRename(_, let errno), .cannotDelete(_, let errno), .cannotList(_, let errno),
            .cannotSync(_, let errno):
            errno
        case .isNotAFolder, .folderInTheWay, .fileInTheWay, .unusablePath, .sourceChanged, .cannotKeep: nil
        }
    }
}

/// What was being done when a failure came, in both languages.
private struct Words {
    let vietnamese: String
    let english: String

    init(_ vietnamese: String, _ english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }

    init(_ failure: OutputFailure) {
        switch failure {
        case .cannotCreate(let path, _):
            self.init("không tạo được thư mục `\(path)`", "cannot create the folder `\(path)`")
        case .cannotWrite(let path, _):
            self.init("không ghi được `\(path)`", "cannot write `\(path)`")
        case .cannotRead(let path, _):
            self.init("không đọc được `\(path)`", "cannot read `\(path)`")
        case .cannotRename(let path, _):
            self.init("không đưa được `\(path)` vào vị trí", "cannot put `\(path)` in its place")
        case .cannotDelete(let path, _):
            self.init("không xóa được `\(path)`", "cannot delete `\(path)`")
        case .cannotList(let path, _):
            self.init("không liệt kê được thư mục `\(path)`", "cannot list the folder `\(path)`")
        case .cannotSync(let path, _):
            self.init("đĩa không xác nhận đã ghi `\(path)`", "the disk did not confirm writing `\(path)`")
        case .isNotAFolder(let path):
            self.init("`\(path)` là tệp, không phải thư mục", "`\(path)` is a file, not a folder")
        case .folderInTheWay(let path):
            self.init(
                "thư mục `\(path)` không do bantin tạo nằm ở chỗ cần ghi một tệp",
                "the folder `\(path)`, which bantin did not make, stands where a file is to be written")
        case .fileInTheWay(let path):
            self.init(
                "tệp `\(path)` không do bantin tạo nằm ở chỗ cần một thư mục",
                "the file `\(path)`, which bantin did not make, stands where a folder is needed")
        case .cannotKeep(let path):
            self.init(
                "`\(path)` cần giữ như cũ nhưng không còn hoặc đã bị sửa",
                "`\(path)` was to stay as it was, but it is gone or was changed")
        case .sourceChanged(let path):
            self.init(
                "`\(path)` bị sửa trong lúc đang dựng", "`\(path)` was changed while it was being built")
        case .unusablePath(let path):
            self.init("không ghi được ra đường dẫn `\(path)`", "`\(path)` cannot be the path of a page")
        }
    }
}
