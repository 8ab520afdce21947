import Files
import Glibc
import Testing

struct FileStampTests {
    private let stamp = FileStamp(size: 3, modified: 1_000_000_000, changed: 2_000_000_000, inode: 7)

    @Test
    func `a stamp is settled when the clock has moved on since the last change`() {
        #expect(!stamp.isSettled(at: 2_000_000_000))
        #expect(!stamp.isSettled(at: 2_019_999_999))
        #expect(stamp.isSettled(at: 2_020_000_000))
        #expect(stamp.settled(at: 2_020_000_000) == stamp)
        #expect(stamp.settled(at: 2_019_999_999) == .unknown)
    }

    @Test
    func `the unknown stamp is never settled`() {
        #expect(!FileStamp.unknown.isSettled(at: .max))
    }

    @Test
    func `the stamp of a file says its size and its times in nanoseconds`() {
        var status = stat()
        status.st_size = 5
        status.st_ino = 9
        status.st_mtim = timespec(tv_sec: 3, tv_nsec: 4)
        status.st_ctim = timespec(tv_sec: 5, tv_nsec: 6)
        #expect(
            FileStamp(status)
                == FileStamp(size: 5, modified: 3_000_000_004, changed: 5_000_000_006, inode: 9))
    }
}
