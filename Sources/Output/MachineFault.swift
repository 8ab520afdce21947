internal import Diagnostics
internal import Glibc

/// What `errno` means to the person at the machine.
enum MachineFault {
    case diskFull, tooManyFiles, readOnly, forbidden, nameTooLong, missing, fileInTheWay, folderInTheWay,
        broken
    case other(Int32)

    init(_ errno: Int32) {
        switch errno {
        case ENOSPC, EDQUOT: self = .diskFull
        case EMFILE, ENFILE: self = .tooManyFiles
        case EROFS: self = .readOnly
        case EACCES, EPERM: self = .forbidden
        case ENAMETOOLONG: self = .nameTooLong
        case ENOENT: self = .missing
        case ENOTDIR: self = .fileInTheWay
        case EISDIR: self = .folderInTheWay
        case EIO: self = .broken
        default: self = .other(errno)
        }
    }

    func message(in language: Language) -> String {
        switch (self, language) {
        case (.diskFull, .vietnamese): "đĩa đầy"
        case (.diskFull, .english): "the disk is full"
        case (.tooManyFiles, .vietnamese): "quá nhiều tệp đang mở"
        case (.tooManyFiles, .english): "too many open files"
        case (.readOnly, .vietnamese): "ổ đĩa chỉ cho đọc"
        case (.readOnly, .english): "the disk is read-only"
        case (.forbidden, .vietnamese): "không có quyền"
        case (.forbidden, .english): "permission denied"
        case (.nameTooLong, .vietnamese): "tên quá dài"
        case (.nameTooLong, .english): "the name is too long"
        case (.missing, .vietnamese): "không có tệp hoặc thư mục này"
        case (.missing, .english): "no such file or folder"
        case (.fileInTheWay, .vietnamese): "một tệp đang ở chỗ của thư mục"
        case (.fileInTheWay, .english): "a file stands where a folder belongs"
        case (.folderInTheWay, .vietnamese): "một thư mục đang ở chỗ của tệp"
        case (.folderInTheWay, .english): "a folder stands where a file belongs"
        case (.broken, .vietnamese): "ổ đĩa báo lỗi vào/ra"
        case (.broken, .english): "the disk reports an input/output error"
        case (.other(let errno), .vietnamese): "hệ thống báo lỗi số \(errno)"
        case (.other(let errno), .english): "the system reports error \(errno)"
        }
    }

    func remedy(in language: Language) -> String {
        switch (self, language) {
        case (.diskFull, .vietnamese): "giải phóng chỗ trên đĩa rồi dựng lại; các tệp đã ghi đều nguyên vẹn"
        case (.diskFull, .english): "free some space and build again; every file written is whole"
        case (.tooManyFiles, .vietnamese): "tăng giới hạn bằng `ulimit -n 1024` rồi dựng lại"
        case (.tooManyFiles, .english): "raise the limit with `ulimit -n 1024` and build again"
        case (.readOnly, .vietnamese): "gắn lại ổ đĩa ở chế độ ghi, hoặc chọn thư mục khác bằng `-o`"
        case (.readOnly, .english): "mount the disk for writing, or choose another folder with `-o`"
        case (.forbidden, .vietnamese):
            "cấp quyền cho người dùng đang chạy bantin (`ls -l` cho biết chủ sở hữu)"
        case (.forbidden, .english): "give the user who runs bantin permission (`ls -l` shows the owner)"
        case (.nameTooLong, .vietnamese): "đặt `slug` ngắn hơn hoặc đổi tên tệp; mỗi tên tối đa 255 byte"
        case (.nameTooLong, .english): "set a shorter `slug` or rename the file; a name has at most 255 bytes"
        case (.missing, .vietnamese): "dựng lại; có thể một chương trình khác vừa xóa nó"
        case (.missing, .english): "build again; another program may just have deleted it"
        case (.fileInTheWay, .vietnamese): "chuyển tệp đó đi nơi khác rồi dựng lại"
        case (.fileInTheWay, .english): "move that file elsewhere and build again"
        case (.folderInTheWay, .vietnamese): "chuyển thư mục đó đi nơi khác rồi dựng lại"
        case (.folderInTheWay, .english): "move that folder elsewhere and build again"
        case (.broken, .vietnamese): "kiểm tra ổ đĩa (`dmesg`) và sao lưu nội dung ngay"
        case (.broken, .english): "check the disk (`dmesg`) and back up the content now"
        case (.other, .vietnamese): "xem nhật ký hệ thống rồi dựng lại"
        case (.other, .english): "look at the system log and build again"
        }
    }
}
