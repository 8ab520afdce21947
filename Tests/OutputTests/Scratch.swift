import Bytes
import Glibc
import Model
import Output

/// A folder of its own for one test: `site` with `public` in it; deleted with the value.
final class Scratch: Sendable {
    let root: String

    init() {
        // In memory where there is such a place: the tests make many folders and wait for the disk.
        let place = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(place)/bantin-output-XXXXXX".utf8CString)
        root = String(cString: mkdtemp(&template))
        mkdir(root + "/site", 0o755)
    }

    deinit { Self.run(["rm", "-rf", root]) }

    var site: String { root + "/site" }
    var output: String { root + "/site/public" }

    /// Writes `files` (path, text) as a plan.
    @discardableResult
    func build(
        _ files: [String: String], threads: Int = 2, prune: Bool = false, into folder: String? = nil,
        _ fileSystem: FileSystem = .real
    ) throws(OutputFailure) -> OutputReport {
        try build(plan(files), threads: threads, prune: prune, into: folder, fileSystem)
    }

    @discardableResult
    func build(
        _ plan: Plan, threads: Int = 2, prune: Bool = false, into folder: String? = nil,
        _ fileSystem: FileSystem = .real
    ) throws(OutputFailure) -> OutputReport {
        try Output(
            siteRoot: site, destination: folder ?? output, threads: threads, prune: prune,
            fileSystem: fileSystem
        ).write(plan)
    }

    static func run(_ arguments: [String]) {
        guard let process = start(arguments) else { return }
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    /// Nil when there is no such program.
    static func start(_ arguments: [String]) -> pid_t? {
        var process = pid_t()
        let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        return posix_spawnp(&process, arguments[0], nil, nil, words + [nil], environ) == 0 ? process : nil
    }
}

/// A plan of `files` (path, text): `.html` at the top and under `the/` are lists, other pages articles, the
/// rest assets. Every second page comes from the renderer.
func plan(_ files: [String: String]) -> Plan {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let entries = paths.enumerated().map { number, path in
        let isPage = path.hasSuffix(".html")
        let phase: WritePhase =
            !isPage ? .assets : path.contains("/") && !path.hasPrefix("the/") ? .articles : .lists
        let content: PlanEntry.Content =
            number % 2 == 0
            ? .bytes(Array(files[path]!.utf8)) : .rendered(kind: .article, subject: Int32(number), page: 0)
        return PlanEntry(path: path, phase: phase, content: content)
    }
    return Plan(entries: entries) { TextRenderer(files) }
}

private final class TextRenderer: EntryRenderer {
    var changedSource: String? { nil }

    func fingerprint(_ entry: PlanEntry) -> ContentHash { .unknown }

    private let files: [String: String]

    init(_ files: [String: String]) { self.files = files }

    func append(_ entry: PlanEntry, to buffer: inout ByteBuffer) { buffer.append(files[entry.path]!) }
}

// MARK: - The disk by hand

extension Scratch {
    func put(_ text: String, at path: String) {
        let parts = path.split(separator: "/").dropLast()
        for end in parts.indices { mkdir(root + "/" + parts[...end].joined(separator: "/"), 0o755) }
        let file = open(root + "/" + path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var text = text
        text.withUTF8 { _ = write(file, $0.baseAddress, $0.count) }
        close(file)
    }

    func delete(_ path: String) { unlink(root + "/" + path) }

    func text(_ path: String) -> String? { Self.text(root + "/" + path) }

    static func text(_ path: String) -> String? {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Files with their texts and, under names that end in `/`, folders.
    func tree(_ folder: String? = nil) -> [String: String] {
        var tree: [String: String] = [:]
        Self.walk(folder ?? output, below: "") { path, text in tree[path] = text }
        return tree
    }

    /// The shown files alone.
    func pages(_ folder: String? = nil) -> [String: String] {
        tree(folder).filter { !$0.key.hasSuffix("/") && !$0.key.hasPrefix(".") }
    }

    /// When each file was last written, in nanoseconds, with its inode.
    func stamps(_ folder: String? = nil) -> [String: [Int]] {
        var stamps: [String: [Int]] = [:]
        for path in tree(folder).keys where !path.hasSuffix("/") {
            var status = stat()
            stat((folder ?? output) + "/" + path, &status)
            stamps[path] = [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_ino)]
        }
        return stamps
    }

    /// Lets the clock of the disk go on, so that what is written later bears another time.
    func settle() { usleep(25_000) }

    private static func walk(_ folder: String, below path: String, _ visit: (String, String) -> Void) {
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            if Int(entry.pointee.d_type) == Int(DT_DIR) {
                visit(path + name + "/", "")
                walk(folder + "/" + name, below: path + name + "/", visit)
            } else {
                visit(path + name, text(folder + "/" + name) ?? "")
            }
        }
    }
}
