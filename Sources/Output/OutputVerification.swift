internal import Bytes
internal import Files
internal import Glibc
package import Model
internal import Synchronization
internal import Threads

/// The first file of the output folder that is not what a build from nothing gives.
package struct OutputDifference: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case missing
        /// The file list has it, the plan has not.
        case unexpected
        /// `line` is the first that differs, from 1.
        case bytes(line: Int)
    }

    /// From the output folder.
    package let path: String
    package let kind: Kind
}

extension Output {
    /// Compares the folder with `plan` byte for byte, and the list of files with both. Nil when all is equal.
    package func difference(from plan: Plan) throws(OutputFailure) -> OutputDifference? {
        let folder = try Folder(making: destination, fileSystem)
        let paths = PathTable(plan.entries)
        let planned = SortedPaths(sorting: paths)
        let found = Mutex<[(rank: Int, result: Result<OutputDifference, OutputFailure>)]>([])
        let hashes = Slots(repeating: ContentHash.unknown, count: planned.count)
        Threads.run(threads, sharing: planned.count) { ranks in
            var comparer = EntryComparer(plan, siteRoot: siteRoot, folder: folder)
            for rank in ranks {
                let entry = plan.entries[planned.position(rank)]
                do throws(OutputFailure) {
                    guard let kind = try comparer.difference(entry, planned.cString(rank)) else {
                        hashes[rank] = comparer.hash
                        continue
                    }
                    found.withLock {
                        $0.append((rank, .success(OutputDifference(path: entry.path, kind: kind))))
                    }
                } catch {
                    found.withLock { $0.append((rank, .failure(error))) }
                }
                return
            }
        }
        if let first = found.withLock({ $0.min { $0.rank < $1.rank } }) { return try first.result.get() }
        return try listDifference(planned, hashes, folder)
    }

    private func listDifference(
        _ planned: SortedPaths, _ hashes: Slots<ContentHash>, _ folder: Folder
    ) throws(OutputFailure) -> OutputDifference? {
        let records = (0..<planned.count).map { FileRecord(hash: hashes[$0]) }
        let expected = FileList.text(of: Inventory(paths: planned, records: records))
        guard let text = try folder.contents(of: OwnName.list) else {
            return OutputDifference(path: OwnName.list, kind: .missing)
        }
        let line = text.withUnsafeBytes { text in
            text.comparedBytes(to: expected.bytes) == 0 ? nil : Lines.firstDifference(expected.bytes, text)
        }
        guard let line else { return nil }
        let listed = FileList.inventory(from: text)?.paths ?? .none
        for rank in 0..<listed.count where !planned.contains(listed[rank]) {
            return OutputDifference(path: listed.text(rank), kind: .unexpected)
        }
        return OutputDifference(path: OwnName.list, kind: .bytes(line: line))
    }
}

/// Makes entries again, one after another on one thread, and compares them with what stands.
private struct EntryComparer: ~Copyable {
    private let siteRoot: String
    private let folder: Folder
    private let renderer: any EntryRenderer
    private var buffer = ByteBuffer(capacity: 1 << 16)
    /// That of the last entry without a difference.
    private(set) var hash = ContentHash.unknown

    init(_ plan: Plan, siteRoot: String, folder: Folder) {
        self.siteRoot = siteRoot
        self.folder = folder
        renderer = plan.makeRenderer()
    }

    mutating func difference(
        _ entry: PlanEntry, _ path: UnsafePointer<CChar>
    ) throws(OutputFailure) -> OutputDifference.Kind? {
        buffer.removeAll()
        switch entry.content {
        case .kept: break
        case .rendered: renderer.append(entry, to: &buffer)
        case .bytes(let bytes): buffer.append(bytes)
        case .copied(let source):
            let reader = try FileReader(
                opening: siteRoot + "/" + source, at: AT_FDCWD, folder.fileSystem, shownAs: source)
            try reader.forEachPiece { buffer.append($0) }
        }
        guard let status = try folder.status(of: path), status.isRegularFile else { return .missing }
        let reader = try FileReader(
            opening: path, at: folder.descriptor, folder.fileSystem, shownAs: folder.shown(path))
        var standing = ByteBuffer(capacity: max(Int(status.st_size), 64))
        try reader.forEachPiece { standing.append($0) }
        if case .kept = entry.content {
            hash = ContentHash(of: standing.bytes)
            return nil
        }
        hash = ContentHash(of: buffer.bytes)
        if hash == ContentHash(of: standing.bytes) { return nil }
        return .bytes(line: Lines.firstDifference(buffer.bytes, standing.bytes))
    }
}

private enum Lines {
    /// The number of the first line in which the texts differ, from 1.
    static func firstDifference(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
        var line = 1
        for (l, r) in zip(left, right) {
            if l != r { return line }
            if l == UInt8(ascii: "\n") { line += 1 }
        }
        return line
    }
}
