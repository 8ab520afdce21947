import Foundation
import Model
import TestSupport
import Testing

@testable import Visits

struct LogCounterTests {
    private static let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/128.0.0.0 Safari/537.36"
    private let site: CountedSite
    private let settings = Settings()

    init() throws { site = try CountedSite() }

    private var pages: LoggedPages {
        LoggedPages(settings, addresses: ["/tin/bai/": "bai", "/tin/bai-2/": "bai-2"])
    }

    /// `second` is one of 2026-11-22 in Vietnam, and of the days after it.
    private func line(
        _ second: Int, _ target: String = "/tin/bai/", reader: Int = 1, status: Int = 200,
        method: String = "GET",
        agent: String = Self.agent
    ) -> String {
        let (day, time) = (22 + second / 86_400, second % 86_400)
        let clock = [time / 3_600, time / 60 % 60, time % 60].map { Digits.padded($0, 2) }.joined(
            separator: ":")
        return "203.0.\(reader >> 8).\(reader & 255) - - [\(day)/Nov/2026:\(clock) +0700] "
            + "\"\(method) \(target) HTTP/1.1\" \(status) 99 \"-\" \"\(agent)\"\n"
    }

    private func count(_ names: [String], known: Set<LogMark> = []) throws -> LogTally {
        try LogCounter.count(
            names.map { site.root + "/" + $0 }, known: known, pages: pages, settings: settings,
            at: Timestamp(seconds: 1_795_305_662))
    }

    private func tally(_ lines: String...) throws -> LogTally {
        try site.write(lines.joined(), to: "log")
        return try count(["log"])
    }

    @Test func theRulesOfHits() throws {
        let tally = try tally(
            line(0), line(1), line(60, "/tin/bai-2/"), line(61, "/"), line(100, reader: 2),
            // Thirty minutes later it is another visit.
            line(61 + 1_800), line(61 + 1_801, "/rss.xml", reader: 3), line(61 + 1_802, "/tin/", reader: 3))
        #expect(tally.batch.visits == [20_261_122: 4])
        #expect(
            tally.batch.views == [
                .init(article: "bai", day: 20_261_122): 3, .init(article: "bai-2", day: 20_261_122): 1,
            ])
    }

    @Test func whatIsNotCounted() throws {
        let tally = try tally(
            line(0, status: 404), line(1, method: "HEAD"), line(2, agent: "curl/8.0"), line(3, "/anh.jpg"),
            line(4, status: 301), line(5, method: "POST"))
        #expect(tally.visits == 0 && tally.views == 0)
        #expect(tally.strange.isEmpty)
    }

    @Test func aPageThatTheBrowserHadIsRead() throws { #expect(try tally(line(0, status: 304)).views == 1) }

    @Test("13: at midnight a reader is another one") func midnight() throws {
        let tally = try tally(line(86_390), line(86_399), line(86_400))
        #expect(tally.batch.visits == [20_261_122: 1, 20_261_123: 1])
        // A long request is noted late: the new day goes on.
        try site.write(line(86_400, reader: 2) + line(86_399, reader: 3) + line(86_401, reader: 2), to: "log")
        #expect(try count(["log"]).batch.visits == [20_261_123: 2])
    }

    @Test func linesThatSayNothing() throws {
        let tally = try tally(
            "x\n", line(0), "\u{0}\u{0}\n", line(0, reader: 2).replacing("203.0.0.2", with: "pc-2"))
        #expect(tally.visits == 1)
        #expect(tally.strange == [StrangeLines(file: site.root + "/log", count: 3, first: 1)])
        try site.write("title: Công đoàn\n", to: "log")
        #expect(throws: LogFailure.notCombined(file: site.root + "/log")) { try count(["log"]) }
        try site.write(String(repeating: "x", count: 200_000), to: "log")
        #expect(throws: LogFailure.notCombined(file: site.root + "/log")) { try count(["log"]) }
        #expect(throws: LogFailure.cannotRead(file: site.root + "/nope", errno: 2)) { try count(["nope"]) }
    }

    @Test func anEmptyLogIsNone() throws {
        let tally = try tally("")
        #expect(tally.batch == VisitBatch())
    }

    @Test func aLineThatIsStillWrittenIsLeftForLater() throws {
        let whole = line(0) + line(1, reader: 2)
        try site.write(String(whole.dropLast(5)), to: "log")
        let first = try count(["log"])
        #expect(first.visits == 1)
        try site.write(whole, to: "log")
        #expect(try count(["log"], known: first.batch.marks).visits == 1)
    }

    @Test func anOlderCopyIsNotCountedAgain() throws {
        try site.write(line(0), to: "old")
        let first = try count(["old"])
        try site.write(line(0) + line(5, reader: 2), to: "log")
        let second = try count(["log"], known: first.batch.marks)
        #expect(second.visits == 1)
        #expect(try count(["old"], known: first.batch.marks.union(second.batch.marks)).visits == 0)
    }

    @Test func aClockThatWasWrong() throws {
        // A year that no clock holds, and one that is to come: lines that say nothing.
        let far = line(0).replacing("/2026", with: "/9999")
        let tally = try tally(line(0), far, line(10).replacing("/2026", with: "/2099"), line(20, reader: 2))
        #expect(tally.batch.visits == [20_261_122: 2])
        #expect(tally.strange.map(\.count) == [2])
        // Half a day ahead until somebody set it right.
        #expect(
            try self.tally(line(43_200), line(60, reader: 2), line(61, reader: 2)).batch.visits == [
                20_261_122: 2
            ])
        #expect(
            try self.tally(line(86_401), line(60, reader: 2)).batch.visits == [20_261_122: 1, 20_261_123: 1])
    }

    @Test func aLineLongerThanAnyRequest() throws {
        let tally = try tally(line(0), String(repeating: "x", count: 400_000) + "\n", line(5, reader: 2))
        #expect(tally.visits == 2)
        #expect(tally.strange.map(\.count) == [1])
    }

    @Test func aLogThatBeginsLikeAnotherIsAnother() throws {
        try site.write(line(0) + line(5, reader: 2), to: "log")
        let first = try count(["log"])
        try site.write(line(0) + line(5, reader: 3) + line(6, reader: 4), to: "log")
        #expect(try count(["log"], known: first.batch.marks).visits == 3)
    }

    @Test func theSameLogTwiceIsCountedOnce() throws {
        try site.write(line(0) + line(5, reader: 2) + line(9, "/tin/bai-2/"), to: "log")
        #expect(try count(["log", "log"]).batch == count(["log"]).batch)
    }

    /// However a log is cut into files, and whenever these are read: every visit is counted once.
    @Test(arguments: 0..<40) func inPiecesAsInOne(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var second = 80_000
        let lines = (0..<300).map { _ in
            second += Int.random(in: 0...90, using: &random)
            return line(
                second, ["/tin/bai/", "/tin/bai-2/", "/", "/a.css"].randomElement(using: &random)!,
                reader: Int.random(in: 1...20, using: &random))
        }
        try site.write(lines.joined(), to: "whole")
        let whole = try count(["whole"]).batch
        var counted = VisitBatch()
        // The last of the logs is being written, the others were rotated away.
        var (logs, end) = ([0..<0], 0)
        while end < lines.count {
            let read = end
            end = min(end + Int.random(in: 1...80, using: &random), lines.count)
            let start = logs.removeLast().lowerBound
            let isRotated = Int.random(in: 0..<3, using: &random) == 0
            let rotated = isRotated ? Int.random(in: read...end, using: &random) : start
            logs += rotated > start ? [start..<rotated, rotated..<end] : [start..<end]
            for (number, log) in logs.enumerated() {
                try site.write(lines[log].joined(), to: "log.\(number)")
            }
            let names = logs.indices.map { "log.\($0)" }.shuffled(using: &random)
            let batch = try count(names, known: counted.marks).batch
            counted.visits.merge(batch.visits, uniquingKeysWith: +)
            counted.views.merge(batch.views, uniquingKeysWith: +)
            counted.marks.formUnion(batch.marks)
        }
        #expect(counted.visits == whole.visits)
        #expect(counted.views == whole.views)
    }
}
