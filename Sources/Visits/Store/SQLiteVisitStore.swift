internal import GRDB
internal import Glibc

/// Counts in one SQLite file: `visits/visits.sqlite` in the site's folder.
///
/// One process at a time writes; any number may read.
package final class SQLiteVisitStore: VisitStore {
    /// Marks the file as ours (`PRAGMA application_id`): "BTvc".
    private static let applicationID = 0x4254_7663

    let database: DatabasePool
    private let lock: StoreLock?

    /// Opens the store of the site in the folder `root`, and makes it when there is none yet.
    package init(root: String, forReading: Bool = false) throws(VisitStoreFailure) {
        let folder = root + "/visits"
        let path = folder + "/visits.sqlite"
        let isThere = access(path, F_OK) == 0
        if forReading, !isThere { throw .nothingCounted(path) }
        if !isThere, mkdir(folder, 0o755) != 0, errno != EEXIST { throw .cannotWrite(path, errno) }
        // A file that lost its content must not begin at nought.
        if isThere, Self.isEmpty(path) { throw .damaged(path) }
        lock = forReading ? nil : try StoreLock(folder + "/lock", store: path)
        do {
            // Looked at again: another process may have made it before the lock was free.
            if access(path, F_OK) != 0 { try Self.make(path) }
            database = try DatabasePool(path: path)
            try Self.check(database, path)
            if !forReading {
                // The log is copied into the file after 64 MB and not after 4: every copy waits for the disk, and hits with it.
                try database.writeWithoutTransaction { database in
                    try database.execute(
                        sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000")
                }
                try Self.migrator.migrate(database)
            }
        } catch let failure as VisitStoreFailure {
            throw failure
        } catch let error as DatabaseError {
            throw Self.failure(error, path)
        } catch {
            throw .cannotWrite(path, EIO)
        }
    }

    /// Makes the store under another name: one that is not whole, because the disk is full or the power goes, is never there.
    private static func make(_ path: String) throws {
        let temporary = path + ".new"
        unlink(temporary)
        let database = try DatabaseQueue(path: temporary)
        try migrator.migrate(database)
        try database.close()
        let file = open(temporary, O_RDONLY | O_CLOEXEC)
        let isSynced = fsync(file) == 0
        close(file)
        guard isSynced, rename(temporary, path) == 0 else { throw VisitStoreFailure.cannotWrite(path, errno) }
    }

    private static func isEmpty(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size == 0
    }

    private static func check(_ database: DatabasePool, _ path: String) throws {
        let (id, verdict) = try database.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA application_id"),
                try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
            )
        }
        if id != applicationID || verdict != "ok" { throw VisitStoreFailure.damaged(path) }
    }

    private static func failure(_ error: DatabaseError, _ path: String) -> VisitStoreFailure {
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path)
        case .SQLITE_FULL: .cannotWrite(path, ENOSPC)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse(path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .cannotWrite(path, EACCES)
        default: .cannotWrite(path, EIO)
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);
                    CREATE TABLE site (
                        row INTEGER PRIMARY KEY CHECK (row = 1),
                        baseline INTEGER NOT NULL DEFAULT 0,
                        visits INTEGER NOT NULL DEFAULT 0);
                    INSERT INTO site (row) VALUES (1);
                    CREATE TABLE article (
                        number INTEGER PRIMARY KEY,
                        id TEXT NOT NULL UNIQUE,
                        baseline INTEGER NOT NULL DEFAULT 0,
                        views INTEGER NOT NULL DEFAULT 0);
                    CREATE TABLE visit_day (
                        day INTEGER PRIMARY KEY,
                        visits INTEGER NOT NULL);
                    CREATE TABLE view_day (
                        day INTEGER NOT NULL,
                        article INTEGER NOT NULL REFERENCES article (number),
                        views INTEGER NOT NULL,
                        PRIMARY KEY (day, article)) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("2") { database in
            try database.execute(
                sql: """
                    CREATE TABLE log_mark (
                        length INTEGER NOT NULL,
                        hash TEXT NOT NULL,
                        PRIMARY KEY (length, hash)) WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}

// MARK: Hits

extension SQLiteVisitStore {
    package func add(_ batch: VisitBatch) async throws -> VisitTotals {
        try await database.write { try $0.add(batch) }
    }

    package func numbers(of article: String?) async throws -> VisitNumbers {
        try await database.read { database in
            let site = try database.siteTotal() ?? 0
            guard let article else { return VisitNumbers(site: site) }
            let views =
                try Int.fetchOne(
                    database.cachedStatement(sql: "SELECT baseline + views FROM article WHERE id = ?"),
                    arguments: [article]) ?? 0
            return VisitNumbers(site: site, article: views)
        }
    }
}

extension Database {
    fileprivate func siteTotal() throws -> Int? {
        try Int.fetchOne(cachedStatement(sql: "SELECT baseline + visits FROM site"))
    }

    fileprivate func add(_ batch: VisitBatch) throws -> VisitTotals {
        let addVisits = try cachedStatement(
            sql: """
                INSERT INTO visit_day (day, visits) VALUES (?1, ?2)
                ON CONFLICT (day) DO UPDATE SET visits = visits + ?2
                """)
        for (day, visits) in batch.visits {
            try addVisits.execute(arguments: [day, visits])
            try cachedStatement(sql: "UPDATE site SET visits = visits + ?").execute(arguments: [visits])
        }
        let addArticle = try cachedStatement(
            sql: """
                INSERT INTO article (id, views) VALUES (?1, ?2)
                ON CONFLICT (id) DO UPDATE SET views = views + ?2 RETURNING number, baseline + views
                """)
        let addViews = try cachedStatement(
            sql: """
                INSERT INTO view_day (day, article, views) VALUES (?1, ?2, ?3)
                ON CONFLICT (day, article) DO UPDATE SET views = views + ?3
                """)
        var views: [String: Int] = [:]
        for (place, count) in batch.views {
            guard let row = try Row.fetchOne(addArticle, arguments: [place.article, count]) else { continue }
            let number: Int = row[0]
            views[place.article] = row[1]
            try addViews.execute(arguments: [place.day, number, count])
        }
        for mark in batch.marks {
            try execute(
                sql: "INSERT OR IGNORE INTO log_mark VALUES (?, ?)", arguments: [mark.length, mark.hex])
        }
        return VisitTotals(site: try siteTotal() ?? 0, views: views)
    }
}

// MARK: Reports

extension SQLiteVisitStore {
    package func views() async throws -> [ArticleViews] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT id, baseline + views AS views FROM article WHERE baseline + views > 0 ORDER BY id"
            ).map { ArticleViews(article: $0[0], views: $0[1]) }
        }
    }

    package func mostRead(from first: Int, to last: Int, limit: Int) async throws -> [ArticleViews] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT article.id, SUM(view_day.views) AS total
                    FROM view_day JOIN article ON article.number = view_day.article
                    WHERE view_day.day BETWEEN ? AND ?
                    GROUP BY article.number ORDER BY total DESC, article.id LIMIT ?
                    """, arguments: [first, last, limit]
            ).map { ArticleViews(article: $0[0], views: $0[1]) }
        }
    }

    package func days(from first: Int, to last: Int) async throws -> [DayVisits] {
        try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT day, SUM(visits), SUM(views) FROM (
                        SELECT day, visits, 0 AS views FROM visit_day WHERE day BETWEEN ?1 AND ?2
                        UNION ALL
                        SELECT day, 0, SUM(views) FROM view_day WHERE day BETWEEN ?1 AND ?2 GROUP BY day)
                    GROUP BY day ORDER BY day
                    """, arguments: [first, last]
            ).map { DayVisits(day: $0[0], visits: $0[1], views: $0[2]) }
        }
    }
}

// MARK: Moving

extension SQLiteVisitStore {
    package func marks() async throws -> Set<LogMark> { try await database.read { try $0.marks() } }

    package func history() async throws -> VisitHistory {
        try await database.read { database in
            var history = VisitHistory()
            history.batch.marks = try database.marks()
            history.baseline = try Int.fetchOne(database, sql: "SELECT baseline FROM site") ?? 0
            for row in try Row.fetchAll(database, sql: "SELECT id, baseline FROM article WHERE baseline > 0")
            {
                history.baselines[row[0]] = row[1]
            }
            for row in try Row.fetchAll(database, sql: "SELECT day, visits FROM visit_day") {
                history.batch.visits[row[0]] = row[1]
            }
            let views = try Row.fetchAll(
                database,
                sql: """
                    SELECT article.id, view_day.day, view_day.views
                    FROM view_day JOIN article ON article.number = view_day.article
                    """)
            for row in views {
                history.batch.views[VisitBatch.ArticleDay(article: row[0], day: row[1]), default: 0] +=
                    row[2] as Int
            }
            return history
        }
    }

    package func restore(_ history: VisitHistory) async throws {
        let path = database.path
        try await database.write { database in
            let counted =
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT (SELECT COUNT(*) FROM visit_day) + (SELECT COUNT(*) FROM view_day)
                            + (SELECT COUNT(*) FROM log_mark) + (SELECT baseline FROM site)
                            + (SELECT COUNT(*) FROM article)
                        """) ?? 0
            if counted > 0 { throw VisitStoreFailure.notEmpty(path) }
            try database.setBaseline(history.baseline, history.baselines)
            _ = try database.add(history.batch)
        }
    }

    package func setBaseline(_ total: Int?, articles: [String: Int]) async throws {
        try await database.write { try $0.setBaseline(total, articles) }
    }
}

extension Database {
    fileprivate func marks() throws -> Set<LogMark> {
        // A store that only hosts have written may have no such table yet.
        guard try tableExists("log_mark") else { return [] }
        return Set(
            try Row.fetchAll(self, sql: "SELECT length, hash FROM log_mark").compactMap {
                LogMark(length: $0[0], hex: $0[1])
            })
    }

    fileprivate func setBaseline(_ total: Int?, _ articles: [String: Int]) throws {
        if let total { try execute(sql: "UPDATE site SET baseline = ?", arguments: [total]) }
        let set = try cachedStatement(
            sql: """
                INSERT INTO article (id, baseline) VALUES (?1, ?2)
                ON CONFLICT (id) DO UPDATE SET baseline = ?2
                """)
        for (id, views) in articles { try set.execute(arguments: [id, views]) }
    }
}
