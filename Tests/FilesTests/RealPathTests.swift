import Files
import Glibc
import Testing

/// A folder of this test alone, with a folder `place` and a link `door` to it.
private final class Neighbourhood {
    let root: String

    init() {
        var template = Array("/tmp/bantin-real-path-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }
        // /tmp may be a link itself.
        root = RealPath.existing(String(cString: made!))!
        mkdir(root + "/place", 0o755)
        symlink("place", root + "/door")
    }

    deinit {
        unlink(root + "/door")
        rmdir(root + "/place")
        rmdir(root)
    }
}

struct RealPathTests {
    private let here = Neighbourhood()

    @Test
    func `links and dots lead to one name`() {
        for way in ["/place", "/door", "/./door/", "/door/../door"] {
            #expect(RealPath.existing(here.root + way) == here.root + "/place")
            #expect(RealPath.of(here.root + way) == here.root + "/place")
        }
    }

    @Test
    func `what is not there is where it would be`() {
        #expect(RealPath.existing(here.root + "/door/new") == nil)
        #expect(RealPath.of(here.root + "/door/new/./newer") == here.root + "/place/new/newer")
    }

    @Test
    func `the top is the top`() {
        #expect(RealPath.of("/") == "/")
        #expect(RealPath.of("/no-such-folder-of-bantin/x") == "/no-such-folder-of-bantin/x")
    }

    @Test
    func `a stamp is of what a link leads to, and of nothing when nothing is there`() {
        #expect(FileStamp.of(here.root + "/door") == FileStamp.of(here.root + "/place"))
        #expect(FileStamp.of(here.root + "/door") != .unknown)
        #expect(FileStamp.of(here.root + "/new") == .unknown)
    }
}
