package import Diagnostics

/// Why a site could not be locked.
package enum SiteLockFailure: Error, Hashable {
    /// Another process held the lock until the wait was over; nil when it does not say which.
    case locked(by: SiteLock.Holder?)
    case cannotLock(path: String, errno: Int32)
}

extension SiteLockFailure: Problem {
    package var kind: String { "site-lock" }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.locked(let holder?), .vietnamese):
            "lệnh `\(holder.command)` (tiến trình \(holder.pid)) đang giữ trang này từ \(holder.seconds) giây trước"
        case (.locked(let holder?), .english):
            "`\(holder.command)` (process \(holder.pid)) has been holding this site for \(holder.seconds) seconds"
        case (.locked(nil), .vietnamese): "một tiến trình khác đang giữ trang này"
        case (.locked(nil), .english): "another process is holding this site"
        case (.cannotLock(let path, let errno), .vietnamese):
            "không khóa được `\(path)`: \(MachineFault(errno).message(in: .vietnamese))"
        case (.cannotLock(let path, let errno), .english):
            "cannot lock `\(path)`: \(MachineFault(errno).message(in: .english))"
        }
    }

    package func remedy(in language: Language) -> String? {
        switch (self, language) {
        case (.locked(let holder?), .vietnamese):
            "đợi nó xong rồi chạy lại; nếu nó bị treo, dừng nó bằng `kill \(holder.pid)`"
        case (.locked(let holder?), .english):
            "wait until it is done and run again; if it hangs, stop it with `kill \(holder.pid)`"
        case (.locked(nil), .vietnamese): "đợi nó xong rồi chạy lại"
        case (.locked(nil), .english): "wait until it is done and run again"
        case (.cannotLock(_, let errno), _): MachineFault(errno).remedy(in: language)
        }
    }
}
