import Bytes
import Content
import Files
import Glibc
import Model
import Output

/// `.bantin/run-….cache`: what the last complete build of one request read, and what it said.
///
/// When it would read the same again at a moment at which nothing is due, the site is the same.
struct LastRun {
    /// Stands for everything it read.
    let inputs: ContentHash
    /// That of the `LastSite` that it made; `unknown` when that was not kept.
    let site: ContentHash
    private let moment: Timestamp
    private let report: BuildReport

    /// Changes with the form.
    private static let mark: UInt64 = 0x3230_6E75_7274_6E62

    /// The last run with this request; nil when there is none to believe.
    init?(_ request: BuildRequest) {
        // What cannot be read is made again.
        guard let bytes = try? WholeFile.read(Self.path(request)),
            let record = bytes.withUnsafeBytes({ Self.record(in: $0, request) })
        else { return nil }
        (inputs, site, moment, report) = record
    }

    private static func record(
        in bytes: UnsafeRawBufferPointer, _ request: BuildRequest
    ) -> (ContentHash, ContentHash, Timestamp, BuildReport)? {
        guard let (rest, _) = Seal.opened(bytes, mark: mark) else { return nil }
        var reader = RecordReader(rest)
        guard reader.hash() == request.digest else { return nil }
        return (reader.hash(), reader.hash(), reader.moment(), reader.report())
    }

    /// What that run said, when it would say the same at `moment`.
    func report(at moment: Timestamp) -> BuildReport? {
        guard moment >= self.moment, report.summary.nextDue.map({ moment < $0 }) ?? true else { return nil }
        var report = report
        report.moment = moment
        return report
    }

    /// Remembers a run. A report that is only true once, since it tells of a move, is not kept.
    static func remember(
        _ request: BuildRequest, _ inputs: ContentHash, site: ContentHash, _ report: BuildReport
    ) throws(OutputFailure) {
        guard report.summary.moved.isEmpty else { return }
        var writer = RecordWriter()
        writer.write(request.digest)
        writer.write(inputs)
        writer.write(site)
        writer.write(report.moment)
        writer.write(report)
        var seal = ByteBuffer(capacity: Seal.size)
        seal.append(Seal.bytes(mark: mark, of: [writer.buffer.bytes]))
        try WholeFile.write([seal.bytes, writer.buffer.bytes], to: path(request), isSynced: false)
    }

    /// A run that changes the output and is not remembered in turn leaves nothing that could be believed.
    static func forget(_ request: BuildRequest) { unlink(path(request)) }

    /// One file for each output folder, whatever name it goes by.
    private static func path(_ request: BuildRequest) -> String { cachePath(request, "run") }

    /// The cache of this kind for the request's output folder, whatever name that goes by.
    static func cachePath(_ request: BuildRequest, _ kind: String) -> String {
        let digits = ContentHash(of: Array(RealPath.of(request.destination).utf8)).hex.prefix(16)
        return request.root + "/.bantin/\(kind)-\(digits).cache"
    }
}

extension BuildRequest {
    /// Stands for all of the request but the moment.
    var digest: ContentHash {
        var writer = RecordWriter()
        writer.write(root)
        writer.write(destination)
        writer.write(writesPublic)
        writer.write(drafts)
        writer.write(baseURL)
        writer.write(strict)
        return ContentHash(of: writer.buffer.bytes)
    }
}

extension RecordWriter {
    fileprivate mutating func write(_ report: BuildReport) {
        write(all: report.diagnostics) { $0.write($1) }
        for number in [
            report.summary.published, report.summary.drafts, report.summary.scheduled, report.summary.expired,
            report.summary.withdrawn,
        ] { write(number) }
        write(report.summary.nextDue)
        write(report.summary.linksToSleeping)
    }
}

extension RecordReader {
    fileprivate mutating func report() -> BuildReport {
        var report = BuildReport()
        report.diagnostics = all { $0.diagnostic() }
        report.summary.published = number()
        report.summary.drafts = number()
        report.summary.scheduled = number()
        report.summary.expired = number()
        report.summary.withdrawn = number()
        report.summary.nextDue = optionalMoment()
        report.summary.linksToSleeping = flag()
        return report
    }
}
