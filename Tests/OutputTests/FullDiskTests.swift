import Glibc
import Output
import Testing

/// On real small disks, which only root can mount.
@Suite(.serialized, .enabled(if: geteuid() == 0, "SKIPPED: full and read-only disks need root to mount them"))
struct FullDiskTests {
    private let scratch = Scratch()
    private let files = Dictionary(
        uniqueKeysWithValues: (0..<60).map {
            ("tin/\($0)/index.html", String(repeating: "\($0 % 10)", count: 8000))
        })

    @Test func stopsWithWholeFilesAndConvergesOnceThereIsRoom() throws {
        try withDisk(size: "256k") { disk throws in
            for _ in 0..<10 {
                let failure = #expect(throws: OutputFailure.self) { try scratch.build(files, into: disk) }
                #expect(failure?.isFullDisk == true)
                for (path, text) in scratch.pages(disk) { #expect(text == files[path], "\(path)") }
                #expect(!scratch.tree(disk).keys.contains { $0.contains(".bantin-tmp-") })
            }
            Scratch.run(["mount", "-o", "remount,size=4m", disk])
            try scratch.build(files, into: disk)
            try scratch.build(files, into: scratch.root + "/clean")
            #expect(scratch.tree(disk) == scratch.tree(scratch.root + "/clean"))
        }
    }

    @Test func writesNothingOnAReadOnlyDisk() throws {
        try withDisk(size: "4m") { disk throws in
            try scratch.build(["a.html": "1"], into: disk)
            Scratch.run(["mount", "-o", "remount,ro", disk])
            #expect(throws: OutputFailure.cannotWrite(path: disk + "/.bantin-pending", errno: EROFS)) {
                try scratch.build(["a.html": "2"], into: disk)
            }
            #expect(scratch.pages(disk) == ["a.html": "1"])
        }
    }

    @Test func writesTheFirstSiteIntoAMountPoint() throws {
        try withDisk(size: "4m") { disk throws in
            try scratch.build(files, into: disk)
            #expect(scratch.pages(disk) == files)
            #expect(scratch.tree(disk).keys.filter { $0.hasPrefix(".") } == [".bantin-files"])
        }
    }

    private func withDisk(size: String, _ body: (String) throws -> Void) throws {
        let disk = scratch.root + "/disk"
        mkdir(disk, 0o755)
        Scratch.run(["mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk])
        defer { Scratch.run(["umount", disk]) }
        try body(disk)
    }
}

extension OutputFailure {
    fileprivate var isFullDisk: Bool {
        switch self {
        case .cannotWrite(_, ENOSPC), .cannotCreate(_, ENOSPC), .cannotRename(_, ENOSPC): true
        default: false
        }
    }
}
