internal import Bytes
internal import Files
internal import VietnameseText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// One name in a folder, with what the disk says of it.
struct DirectoryEntry {
    enum Kind {
        case file
        case folder
        /// Pipes, sockets, devices.
        case other
    }

    /// In NFC.
    let name: String
    /// As the disk spells it.
    let diskName: String
    let kind: Kind
    /// Bytes; 0 for a file whose name was enough.
    var size = 0
    /// Tells folders apart, whatever path leads to them.
    var identity = FolderIdentity(device: 0, inode: 0)
    /// `unknown` for a file whose name was enough, or that was gone when it was asked for.
    var stamp = FileStamp.unknown
}

struct FolderIdentity: Hashable {
    let device: UInt
    let inode: UInt
}

/// A call to the system that failed, with its error number.
struct SystemFailure: Error {
    let code: Int32
}

/// What a folder holds.
enum DirectoryListing {
    /// The entries of the folder at `path`, in byte order of their names; symbolic links stand for what
    /// they lead to.
    ///
    /// A link that leads nowhere is an entry of the kind `other`. Names that are not UTF-8 are repaired
    /// with U+FFFD, so that reading the file fails with its name. To ask for size and stamp of each file takes
    /// longer than to list them all: not done where `nameSuffices`.
    static func entries(of path: String, nameSuffices: (String) -> Bool = { _ in false })
        throws(SystemFailure) -> [DirectoryEntry]
    {
        guard let folder = opendir(path) else { throw SystemFailure(code: errno) }
        defer { closedir(folder) }
        var entries: [DirectoryEntry] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let isPlain = entry.pointee.d_type == UInt8(DT_REG)
            if isPlain, nameSuffices(name) {
                entries.append(
                    DirectoryEntry(name: UnicodeNormalization.nfc(name), diskName: name, kind: .file))
            } else if name != ".", name != ".." {
                entries.append(Self.entry(name, in: folder, isPlain: isPlain))
            }
            errno = 0
        }
        guard errno == 0 else { throw SystemFailure(code: errno) }
        // Numbers are sorted: entries are large.
        return entries.indices.sorted { entries[$0].name.precedesInBytes(entries[$1].name) }.map {
            entries[$0]
        }
    }

    /// `isPlain`: whether the listing itself says that it is a file. One that is gone by now is still what was listed: what
    /// reads it tells of it.
    private static func entry(
        _ diskName: String, in folder: OpaquePointer, isPlain: Bool
    ) -> DirectoryEntry {
        var status = stat()
        let isFound = fstatat(dirfd(folder), diskName, &status, 0) == 0
        let kind: DirectoryEntry.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG where isFound: .file
            case S_IFDIR where isFound: .folder
            default: isPlain && !isFound ? .file : .other
            }
        return DirectoryEntry(
            name: UnicodeNormalization.nfc(diskName), diskName: diskName, kind: kind,
            size: Int(status.st_size),
            identity: FolderIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino)),
            stamp: isFound ? FileStamp(status) : .unknown)
    }
}
