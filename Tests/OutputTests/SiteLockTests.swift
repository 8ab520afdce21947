import Diagnostics
import Glibc
import Output
import Testing

@Suite struct SiteLockTests {
    private let scratch = Scratch()

    /// Programs that other tests start hold our open files for a moment, and the lock with them.
    private static let moment = 5.0

    @Test func isTakenAtOnceWhenNobodyHoldsIt() throws {
        _ = try SiteLock(siteRoot: scratch.site, command: "bantin build", wait: 0)
        _ = try SiteLock(siteRoot: scratch.site, command: "bantin build", wait: Self.moment)
    }

    @Test func saysWhoHoldsItAfterTheWait() throws {
        let lock = try SiteLock(siteRoot: scratch.site, command: "bantin build --drafts", wait: 0)
        var waitedFor: [SiteLock.Holder] = []
        do throws(SiteLockFailure) {
            _ = try SiteLock(siteRoot: scratch.site, command: "bantin publish", wait: 0.1) {
                waitedFor.append($0)
            }
            Issue.record("two locks on one site")
        } catch {
            guard case .locked(let holder?) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(holder.pid == getpid())
            #expect(holder.command == "bantin build --drafts")
            #expect((0...2).contains(holder.seconds))
            #expect(waitedFor.map(\.pid) == [getpid()])
        }
        _ = consume lock
        _ = try SiteLock(siteRoot: scratch.site, command: "bantin publish", wait: Self.moment)
    }

    @Test func isFreeOnceItsHolderIsKilled() throws {
        mkdir(scratch.site + "/.bantin", 0o755)
        let process = try #require(
            Scratch.start(["flock", "--no-fork", scratch.site + "/.bantin/lock", "sleep", "60"]))
        while isFree() { usleep(1000) }
        #expect(throws: SiteLockFailure.locked(by: nil)) {
            _ = try SiteLock(siteRoot: scratch.site, command: "bantin build", wait: 0.05)
        }
        kill(process, SIGKILL)
        _ = try SiteLock(siteRoot: scratch.site, command: "bantin build", wait: 10)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    private func isFree() -> Bool {
        (try? SiteLock(siteRoot: scratch.site, command: "", wait: 0)) != nil
    }

    @Test func isNotFooledByADeletedFolder() throws {
        let first = try SiteLock(siteRoot: scratch.site, command: "bantin build", wait: 0)
        Scratch.run(["rm", "-rf", scratch.site + "/.bantin"])
        let second = try SiteLock(siteRoot: scratch.site, command: "bantin build", wait: 0)
        #expect(throws: SiteLockFailure.self) {
            _ = try SiteLock(siteRoot: scratch.site, command: "bantin build", wait: 0)
        }
        _ = consume first
        _ = consume second
    }

    @Test func failsWhereItCannotWrite() {
        #expect(throws: SiteLockFailure.cannotLock(path: "/proc/none/.bantin/lock", errno: ENOENT)) {
            _ = try SiteLock(siteRoot: "/proc/none", command: "bantin build", wait: 0)
        }
    }

    @Test(arguments: [
        (
            SiteLockFailure.locked(by: SiteLock.Holder(pid: 4321, command: "bantin build", seconds: 30)),
            "lệnh `bantin build` (tiến trình 4321) đang giữ trang này từ 30 giây trước",
            "đợi nó xong rồi chạy lại; nếu nó bị treo, dừng nó bằng `kill 4321`",
            "`bantin build` (process 4321) has been holding this site for 30 seconds",
            "wait until it is done and run again; if it hangs, stop it with `kill 4321`"
        ),
        (
            .locked(by: nil), "một tiến trình khác đang giữ trang này", "đợi nó xong rồi chạy lại",
            "another process is holding this site", "wait until it is done and run again"
        ),
        (
            .cannotLock(path: ".bantin/lock", errno: EROFS),
            "không khóa được `.bantin/lock`: ổ đĩa chỉ cho đọc",
            "gắn lại ổ đĩa ở chế độ ghi, hoặc chọn thư mục khác bằng `-o`",
            "cannot lock `.bantin/lock`: the disk is read-only",
            "mount the disk for writing, or choose another folder with `-o`"
        ),
    ])
    func saysWhoAndWhatToDo(
        failure: SiteLockFailure, vietnamese: String, remedyVI: String, english: String, remedyEN: String
    ) {
        #expect(failure.kind == "site-lock")
        #expect(failure.message(in: .vietnamese) == vietnamese)
        #expect(failure.remedy(in: .vietnamese) == remedyVI)
        #expect(failure.message(in: .english) == english)
        #expect(failure.remedy(in: .english) == remedyEN)
    }
}
