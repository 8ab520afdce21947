package import Diagnostics
internal import Glibc

/// Why counts cannot be kept or read.
package enum VisitStoreFailure: Error, Hashable {
    /// The file is none of SQLite's, not ours, or not whole.
    case damaged(String)
    /// Another process counts into it.
    case inUse(String)
    case cannotWrite(String, Int32)
    case nothingCounted(String)
    case notEmpty(String)
}

extension VisitStoreFailure: Problem {
    package var kind: String { "visits" }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.damaged(let path), .vietnamese): "tệp số liệu `\(path)` bị hỏng; không đếm lại từ 0"
        case (.damaged(let path), .english):
            "the counts in `\(path)` are damaged; counting does not start anew at 0"
        case (.inUse(let path), .vietnamese): "một tiến trình khác đang đếm vào `\(path)`"
        case (.inUse(let path), .english): "another process counts into `\(path)`"
        case (.cannotWrite(let path, let code), .vietnamese):
            "không ghi được `\(path)`: \(String(cString: strerror(code)))"
        case (.cannotWrite(let path, let code), .english):
            "`\(path)` cannot be written: \(String(cString: strerror(code)))"
        case (.nothingCounted(let path), .vietnamese): "chưa có số liệu: không có `\(path)`"
        case (.nothingCounted(let path), .english): "nothing was counted yet: there is no `\(path)`"
        case (.notEmpty(let path), .vietnamese): "`\(path)` đã có số liệu"
        case (.notEmpty(let path), .english): "`\(path)` holds counts already"
        }
    }

    package func remedy(in language: Language) -> String? {
        switch (self, language) {
        case (.damaged, .vietnamese):
            "dừng `bantin host`, chuyển cả thư mục `visits/` đi nơi khác, rồi `bantin visits import` tệp đã xuất (docs/visits.md)"
        case (.damaged, .english):
            "stop `bantin host`, move the whole folder `visits/` away, and `bantin visits import` what was exported (docs/visits.md)"
        case (.inUse, .vietnamese): "dừng tiến trình kia trước"
        case (.inUse, .english): "stop the other one first"
        case (.cannotWrite, .vietnamese): "xem dung lượng đĩa và quyền ghi"
        case (.cannotWrite, .english): "look at the disk's space and the permissions"
        case (.nothingCounted, .vietnamese): "chạy `bantin host` hoặc `bantin visits log`"
        case (.nothingCounted, .english): "run `bantin host` or `bantin visits log`"
        case (.notEmpty, .vietnamese): "chuyển tệp ấy đi nơi khác trước"
        case (.notEmpty, .english): "move the file away first"
        }
    }
}
