import Diagnostics
import Glibc
import Output
import Testing

@Suite struct OutputFailureTests {
    private static let fullVI = "giải phóng chỗ trên đĩa rồi dựng lại; các tệp đã ghi đều nguyên vẹn"
    private static let fullEN = "free some space and build again; every file written is whole"
    private static let moveVI = "chuyển nó đi nơi khác hoặc xóa nó nếu không cần nữa, rồi dựng lại"
    private static let moveEN = "move it elsewhere or delete it when it is not needed, then build again"

    /// Each failure, with a full disk as its cause where it has one.
    @Test(arguments: [
        (
            OutputFailure.cannotCreate(path: "public/tin", errno: ENOSPC), "output-write",
            "không tạo được thư mục `public/tin`: đĩa đầy", fullVI,
            "cannot create the folder `public/tin`: the disk is full", fullEN
        ),
        (
            .cannotWrite(path: "public/a.html", errno: ENOSPC), "output-write",
            "không ghi được `public/a.html`: đĩa đầy", fullVI,
            "cannot write `public/a.html`: the disk is full", fullEN
        ),
        (
            .cannotRead(path: "content/a.jpg", errno: ENOSPC), "output-read",
            "không đọc được `content/a.jpg`: đĩa đầy", fullVI,
            "cannot read `content/a.jpg`: the disk is full", fullEN
        ),
        (
            .cannotRename(path: "public/a.html", errno: ENOSPC), "output-write",
            "không đưa được `public/a.html` vào vị trí: đĩa đầy", fullVI,
            "cannot put `public/a.html` in its place: the disk is full", fullEN
        ),
        (
            .cannotDelete(path: "public/a.html", errno: ENOSPC), "output-delete",
            "không xóa được `public/a.html`: đĩa đầy", fullVI,
            "cannot delete `public/a.html`: the disk is full", fullEN
        ),
        (
            .cannotList(path: "public/tin", errno: ENOSPC), "output-read",
            "không liệt kê được thư mục `public/tin`: đĩa đầy", fullVI,
            "cannot list the folder `public/tin`: the disk is full", fullEN
        ),
        (
            .cannotSync(path: "public", errno: ENOSPC), "output-write",
            "đĩa không xác nhận đã ghi `public`: đĩa đầy", fullVI,
            "the disk did not confirm writing `public`: the disk is full", fullEN
        ),
        (
            .isNotAFolder(path: "public"), "output-obstacle",
            "`public` là tệp, không phải thư mục",
            "đổi tên hoặc xóa tệp đó, hoặc chọn thư mục khác bằng `-o`",
            "`public` is a file, not a folder",
            "rename or delete that file, or choose another folder with `-o`"
        ),
        (
            .folderInTheWay(path: "public/a"), "output-obstacle",
            "thư mục `public/a` không do bantin tạo nằm ở chỗ cần ghi một tệp", moveVI,
            "the folder `public/a`, which bantin did not make, stands where a file is to be written", moveEN
        ),
        (
            .fileInTheWay(path: "public/a"), "output-obstacle",
            "tệp `public/a` không do bantin tạo nằm ở chỗ cần một thư mục", moveVI,
            "the file `public/a`, which bantin did not make, stands where a folder is needed", moveEN
        ),
        (
            .unusablePath(path: "public/../a"), "output-path",
            "không ghi được ra đường dẫn `public/../a`", "đổi tên tệp hoặc đường dẫn của bài",
            "`public/../a` cannot be the path of a page", "rename the file or change the article's path"
        ),
    ])
    func saysWhatFailedAndWhatToDo(
        failure: OutputFailure, kind: String, vietnamese: String, remedyVI: String, english: String,
        remedyEN: String
    ) {
        #expect(failure.kind == kind)
        #expect(failure.message(in: .vietnamese) == vietnamese)
        #expect(failure.remedy(in: .vietnamese) == remedyVI)
        #expect(failure.message(in: .english) == english)
        #expect(failure.remedy(in: .english) == remedyEN)
    }

    @Test(arguments: [
        (
            [EMFILE, ENFILE], "quá nhiều tệp đang mở", "tăng giới hạn bằng `ulimit -n 1024` rồi dựng lại",
            "too many open files", "raise the limit with `ulimit -n 1024` and build again"
        ),
        (
            [EROFS], "ổ đĩa chỉ cho đọc", "gắn lại ổ đĩa ở chế độ ghi, hoặc chọn thư mục khác bằng `-o`",
            "the disk is read-only", "mount the disk for writing, or choose another folder with `-o`"
        ),
        (
            [EACCES, EPERM], "không có quyền",
            "cấp quyền cho người dùng đang chạy bantin (`ls -l` cho biết chủ sở hữu)",
            "permission denied", "give the user who runs bantin permission (`ls -l` shows the owner)"
        ),
        (
            [ENAMETOOLONG], "tên quá dài", "đặt `slug` ngắn hơn hoặc đổi tên tệp; mỗi tên tối đa 255 byte",
            "the name is too long", "set a shorter `slug` or rename the file; a name has at most 255 bytes"
        ),
        (
            [ENOENT], "không có tệp hoặc thư mục này", "dựng lại; có thể một chương trình khác vừa xóa nó",
            "no such file or folder", "build again; another program may just have deleted it"
        ),
        (
            [ENOTDIR], "một tệp đang ở chỗ của thư mục", "chuyển tệp đó đi nơi khác rồi dựng lại",
            "a file stands where a folder belongs", "move that file elsewhere and build again"
        ),
        (
            [EISDIR], "một thư mục đang ở chỗ của tệp", "chuyển thư mục đó đi nơi khác rồi dựng lại",
            "a folder stands where a file belongs", "move that folder elsewhere and build again"
        ),
        (
            [EIO], "ổ đĩa báo lỗi vào/ra", "kiểm tra ổ đĩa (`dmesg`) và sao lưu nội dung ngay",
            "the disk reports an input/output error", "check the disk (`dmesg`) and back up the content now"
        ),
        ([ENOSPC, EDQUOT], "đĩa đầy", fullVI, "the disk is full", fullEN),
        (
            [EXDEV], "hệ thống báo lỗi số 18", "xem nhật ký hệ thống rồi dựng lại",
            "the system reports error 18", "look at the system log and build again"
        ),
    ])
    func saysWhatTheMachineMeans(
        causes: [Int32], vietnamese: String, remedyVI: String, english: String, remedyEN: String
    ) {
        for cause in causes {
            let failure = OutputFailure.cannotWrite(path: "x", errno: cause)
            #expect(failure.message(in: .vietnamese) == "không ghi được `x`: " + vietnamese)
            #expect(failure.remedy(in: .vietnamese) == remedyVI)
            #expect(failure.message(in: .english) == "cannot write `x`: " + english)
            #expect(failure.remedy(in: .english) == remedyEN)
        }
    }
}
