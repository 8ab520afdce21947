package import Model

/// What logs say.
package struct LogTally: Sendable {
    /// What is to be kept.
    package var batch = VisitBatch()
    package var visits = 0
    package var views = 0
    /// Lines that were counted earlier.
    package var known = 0
    /// Lines that are no requests: the first of each file.
    package var strange: [StrangeLines] = []
}

/// Lines of a log that say nothing.
package struct StrangeLines: Sendable, Hashable {
    package let file: String
    package var count: Int
    /// The number of the first one.
    package let first: Int
}

/// Counts what readers opened from the logs of a web server, by the rules that hits are counted by.
package struct LogCounter {
    private let pages: LoggedPages
    private let zone: ZoneOffset
    /// No line is of a later moment: a clock that goes wrong may be fast by a day.
    private let end: Int
    private var rules: HitRules
    private var tally = LogTally()
    /// Servers may note a long request after a later short one: time does not go back by so little.
    private var now = 0

    private init(_ settings: Settings, _ pages: LoggedPages, _ present: Timestamp) {
        self.pages = pages
        end = present.seconds + 86_400
        zone = settings.zone
        rules = HitRules(settings.visits)
    }

    /// Reads the logs at `paths`, whose order does not matter. What stands before one of the marks `known` only tells who
    /// was here already.
    package static func count(
        _ paths: [String], known: Set<LogMark>, pages: LoggedPages, settings: Settings, at present: Timestamp
    ) throws(LogFailure) -> LogTally {
        var counter = LogCounter(settings, pages, present)
        try counter.read(paths, known)
        return counter.tally
    }

    private mutating func read(_ paths: [String], _ known: Set<LogMark>) throws(LogFailure) {
        var logs: [PageLog] = []
        for path in paths {
            logs.append(
                PageLog(
                    try LogFile(path), mark: try LogFile.mark(of: path, among: known), pages: pages, end: end)
            )
        }
        var open: [PageLog] = []
        for log in logs where try log.advance() { open.append(log) }
        // The last one is the next: logs follow one another, so that it hardly ever has to move.
        open.sort { $0.moment > $1.moment }
        while let log = open.last {
            count(log)
            if try !log.advance() {
                open.removeLast()
            } else {
                var place = open.count - 1
                while place > 0, open[place - 1].moment < log.moment {
                    open.swapAt(place - 1, place)
                    place -= 1
                }
            }
        }
        for log in logs { try close(log) }
    }

    private mutating func count(_ log: PageLog) {
        guard let visit = log.visit else { return }
        // An hour back, somebody has set the server's clock right.
        now = visit.moment.seconds < now - 3_600 ? visit.moment.seconds : max(now, visit.moment.seconds)
        let day = Timestamp(seconds: now).civil(in: zone).date
        let id = visit.article.map(pages.id) ?? ""
        let verdict = rules.count(
            Hit(article: id), from: HitSource(address: visit.address, agent: visit.agent, origin: nil),
            article: visit.article, at: UInt32(clamping: now), on: day)
        guard visit.isNew, case .counted(let isVisit, let isView, _) = verdict else { return }
        if isVisit {
            tally.batch.visits[day.number, default: 0] += 1
            tally.visits += 1
        }
        if isView {
            tally.batch.views[VisitBatch.ArticleDay(article: id, day: day.number), default: 0] += 1
            tally.views += 1
        }
    }

    private mutating func close(_ log: PageLog) throws(LogFailure) {
        tally.known += log.known
        if let strange = log.strange {
            guard strange.count < log.lines else { throw .notCombined(file: log.file.name) }
            tally.strange.append(strange)
        }
        let mark = log.file.mark
        // One line without an end, longer than any request.
        if log.lines == 0, mark.length > 0 { throw .notCombined(file: log.file.name) }
        guard mark != log.mark, mark.length > 0 else { return }
        tally.batch.marks.insert(mark)
    }
}

/// Somebody opened a page.
private struct PageVisit {
    let moment: Timestamp
    let address: NetworkAddress
    let agent: String
    let article: Int32?
    /// False for what was counted earlier.
    let isNew: Bool
}

/// The pages that were opened according to one log.
private final class PageLog {
    let file: LogFile
    /// How far it was counted earlier.
    let mark: LogMark?
    private let pages: LoggedPages
    private let end: Int
    private(set) var visit: PageVisit?
    private(set) var lines = 0
    private(set) var known = 0
    private(set) var strange: StrangeLines?

    init(_ file: LogFile, mark: LogMark?, pages: LoggedPages, end: Int) {
        self.file = file
        self.end = end
        self.mark = mark
        self.pages = pages
    }

    var moment: Int { visit?.moment.seconds ?? 0 }

    /// Goes to the next page that was opened; false at the end.
    func advance() throws(LogFailure) -> Bool {
        visit = nil
        while visit == nil, let line = try file.next() { take(line) }
        return visit != nil
    }

    private func take(_ bytes: UnsafeRawBufferPointer) {
        lines += 1
        let isNew = file.length > mark?.length ?? 0
        if !isNew { known += 1 }
        guard let line = LogLine(bytes), 0..<end ~= line.moment.seconds else { return noteStrange() }
        // 304: the reader's browser had the page already.
        guard line.method.elementsEqual("GET".utf8), line.status == 200 || line.status == 304,
            let page = pages.page(at: String(decoding: line.target, as: UTF8.self))
        else { return }
        guard let address = NetworkAddress(String(decoding: line.address, as: UTF8.self)) else {
            return noteStrange()
        }
        visit = PageVisit(
            moment: line.moment, address: address, agent: String(decoding: line.agent, as: UTF8.self),
            article: page.article, isNew: isNew)
    }

    private func noteStrange() {
        if strange == nil { strange = StrangeLines(file: file.name, count: 0, first: lines) }
        strange?.count += 1
    }
}
