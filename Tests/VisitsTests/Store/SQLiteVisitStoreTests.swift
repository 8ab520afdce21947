import Foundation
import GRDB
import Testing

@testable import Visits

/// A site's folder of one test.
final class CountedSite: Sendable {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("bantin-\(UUID().uuidString)")
        .path

    init() throws { try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    var path: String { root + "/visits/visits.sqlite" }

    func store() throws -> SQLiteVisitStore { try SQLiteVisitStore(root: root) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/" + name))
    }
}

struct SQLiteVisitStoreTests {
    private let site: CountedSite

    init() throws { site = try CountedSite() }

    @Test func keepsItsPromises() async throws {
        let other = try CountedSite()
        try await VisitStoreSuite.run(try site.store(), another: try other.store())
    }

    @Test func everyCommitIsSynced() async throws {
        let store = try site.store()
        let (synchronous, journal) = try await store.database.write { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA synchronous"),
                try String.fetchOne(database, sql: "PRAGMA journal_mode")
            )
        }
        // 2 is FULL.
        #expect(synchronous == 2)
        #expect(journal == "wal")
    }

    @Test func whatWasCountedIsThereAgain() async throws {
        var batch = VisitBatch()
        batch.visits[20_261_122] = 7
        _ = try await site.store().add(batch)
        #expect(try await site.store().numbers(of: nil).site == 7)
        #expect(try await SQLiteVisitStore(root: site.root, forReading: true).numbers(of: nil).site == 7)
    }

    @Test("19: a second process") func twoWriters() async throws {
        let first = try site.store()
        #expect(throws: VisitStoreFailure.inUse(site.path)) { try site.store() }
        // Whoever only reads is let in.
        _ = try await SQLiteVisitStore(root: site.root, forReading: true).numbers(of: nil)
        withExtendedLifetime(first) {}
    }

    @Test(
        "10: a damaged file",
        arguments: ["", "not a database at all", String(repeating: "SQLite format 3\u{0}", count: 400)])
    func damaged(_ content: String) async throws {
        _ = try await site.store().add(VisitBatch())
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: site.path + end) }
        try site.write(content, to: "visits/visits.sqlite")
        #expect(throws: VisitStoreFailure.damaged(site.path)) { try site.store() }
        #expect(throws: VisitStoreFailure.damaged(site.path)) {
            try SQLiteVisitStore(root: site.root, forReading: true)
        }
        // What there is stays as it is: somebody may save it.
        #expect(try String(contentsOfFile: site.path, encoding: .utf8) == content)
    }

    @Test func aFileOfAnotherProgramIsNotTaken() async throws {
        try FileManager.default.createDirectory(
            atPath: site.root + "/visits", withIntermediateDirectories: true)
        try await DatabaseQueue(path: site.path).write { try $0.execute(sql: "CREATE TABLE site (x)") }
        #expect(throws: VisitStoreFailure.damaged(site.path)) { try site.store() }
    }

    @Test func pagesThatWereOverwrittenAreFound() async throws {
        var history = VisitHistory()
        for number in 0..<2_000 { history.baselines["tin-tuc/bai-\(number)"] = number + 1 }
        try await site.store().restore(history)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: site.path))
        try file.seek(toOffset: 8_192)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 20_000))
        try file.close()
        #expect(throws: VisitStoreFailure.damaged(site.path)) { try site.store() }
    }

    @Test func nothingIsMadeForReading() {
        #expect(throws: VisitStoreFailure.nothingCounted(site.path)) {
            try SQLiteVisitStore(root: site.root, forReading: true)
        }
        #expect(!FileManager.default.fileExists(atPath: site.root + "/visits"))
    }

    @Test func aFolderThatCannotBeWrittenIsNamed() throws {
        try site.write("x", to: "visits")
        #expect {
            try site.store()
        } throws: { error in
            guard case .cannotWrite? = error as? VisitStoreFailure else { return false }
            return true
        }
    }
}
