import Bytes
import Content
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

    private static let cache = RunCache(kind: "run", mark: 0x3230_6E75_7274_6E62)

    /// The last run with this request; nil when there is none to believe.
    init?(_ request: BuildRequest) {
        let run = Self.cache.read(request) { record, _ in
            record.hash() == request.digest ? LastRun(&record) : nil
        }
        guard let run else { return nil }
        self = run
    }

    /// Reads what follows the digest of the request.
    private init(_ record: inout RecordReader) {
        (inputs, site) = (record.hash(), record.hash())
        moment = record.moment()
        report = record.report()
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
        try cache.write(request, writer)
    }

    /// A run that changes the output and is not remembered in turn leaves nothing that could be believed.
    static func forget(_ request: BuildRequest) { cache.remove(request) }
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
