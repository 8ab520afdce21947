package import Build
import Bytes
package import Diagnostics
package import Model
import Serving

/// The site as the preview shows it: planned from content/, each page rendered when it is asked for.
///
/// Nothing is written. When a page is asked for, what has changed is taken over into the plan, or the plan is made anew, as
/// it is when something has fallen due: a reload shows what was saved. While there are errors, articles that have them are as they last were, and
/// so is the whole site when the theme or the settings are wrong; every page says what is wrong.
package actor PreviewSite {
    private let root: String
    private let isTimeFixed: Bool
    private(set) var session: PreviewSession
    nonisolated let clock: @Sendable () -> Timestamp
    private let language: @Sendable (Settings) -> Language

    private var settings = Settings()
    private var entries: [PlanEntry] = []
    /// Their places, by path in public/.
    private var places: [ExactText: Int] = [:]
    private var renderer: (any EntryRenderer)?
    private var errors: [Diagnostic] = []
    private var planned: ContinuousClock.Instant?
    /// When the plan will be another one though nothing changes.
    private var due: Timestamp?
    /// What has changed since the plan was made.
    private var change = SiteChange()
    private var watch: (any SiteWatch)?
    private var log = DeskLog()
    /// The badges of links to articles that readers do not see.
    private var badges = Badges()

    /// `clock` gives the moment of each plan; `language` the language of messages about a site.
    package init(
        _ request: BuildRequest, clock: @escaping @Sendable () -> Timestamp,
        language: @escaping @Sendable (Settings) -> Language
    ) {
        root = request.root
        isTimeFixed = request.at != nil
        session = PreviewSession(request)
        self.clock = clock
        self.language = language
    }

    /// Hears of changes from now on; until then a plan is believed for a second. `polling` looks at all files again and
    /// again, which is done anyway where the system does not tell of changes.
    ///
    /// `onChange` is called after each change.
    func startWatching(polling: Bool, onChange tell: @escaping @Sendable (SiteChange) async -> Void) {
        let site = WatchedSite(root: root)
        let onChange: @Sendable (SiteChange) -> Void = { [weak self] change in
            guard let self else { return }
            Task {
                await self.note(change)
                await tell(change)
            }
        }
        watch = polling ? nil : NotifiedWatch(site, onChange: onChange)
        watch = watch ?? PollingWatch(site, onChange: onChange)
        // What changed before that is not known.
        change.isEverything = true
    }

    private func note(_ change: SiteChange) { self.change.formUnion(change) }

    /// What an editor has asked for at the desk.
    func note(_ entry: DeskLog.Entry) { log.add(entry) }

    /// What the desk shows.
    func deskContents() -> DeskContents {
        replan()
        return DeskContents(
            overview: session.overview, diagnostics: session.report.diagnostics, log: log,
            language: language(settings), root: root)
    }

    /// Plans the site anew when something has fallen due since; says whether it had.
    func catchUpWithTime() -> Bool {
        guard let due, due <= clock() else { return false }
        replan()
        return true
    }

    /// The language of what is said before a site is read, too.
    var shownLanguage: Language { language(settings) }

    /// The address of the page of `source`, which has just been written.
    func address(ofSaved source: String) -> String? {
        change.paths.insert(source)
        replan()
        return session.address(ofSource: source)
    }

    /// The address of the page whose source was saved, when it was one source.
    func addressOfChange(_ change: SiteChange) -> String? {
        replan()
        let sources = change.paths.filter { $0.hasSuffix(".md") }
        guard sources.count == 1, let source = sources.first else { return nil }
        return session.address(ofSource: source)
    }

    /// What the server answers to a GET of `path`: percent-decoded, NFC, starting with `/`.
    package func answer(to path: String) throws -> PreviewAnswer {
        for _ in 0..<Self.attempts {
            if Self.isPage(path) || renderer == nil { replan() }
            let answer = try plannedAnswer(to: path)
            // A source that was saved after the plan was made: the answer lacks its text.
            guard let source = session.takeChangedSource() else { return answer }
            if watch == nil { planned = nil } else { change.paths.insert(source) }
        }
        // It was saved again each time, or the plan is an old one that knows another text.
        return errorPage
    }

    private static let attempts = 3

    private func plannedAnswer(to path: String) throws -> PreviewAnswer {
        guard renderer != nil else { return errorPage }
        // The address that is printed, of a site that is not at the root of its host.
        if path == "/", settings.url.basePath != "/" { return .redirect(to: settings.url.basePath) }
        guard let file = filePath(of: path) else { return try notFound() }
        if let entry = entry(at: file) { return try answer(entry, status: 200) }
        // A folder without its slash: as web servers do, to the address that has it.
        if entry(at: file + "/index.html") != nil { return .redirect(to: path + "/") }
        return try notFound()
    }

    private static func isPage(_ path: String) -> Bool {
        path.utf8.last == UInt8(ascii: "/") || path.hasSuffix(".html")
    }

    private func replan() {
        if !isOutdated { return }
        let isDue = due.map { $0 <= clock() } ?? false
        let isSmall = planned != nil && !isDue && !change.isEmpty && !change.isEverything
        let start = ContinuousClock.now
        // It holds the site that is to be changed.
        if isSmall { renderer = nil }
        let takeover = isSmall ? session.takeOver(change.paths, at: clock()) : nil
        if takeover == nil {
            session.plan(at: clock())
            errors = session.report.diagnostics.errors
        }
        planned = .now
        log.add(
            DeskLog.Entry(
                takeover == nil ? .planned : .tookOver, at: clock(), took: .now - start,
                files: Array(change.paths.sorted().prefix(3)), session.report.diagnostics))
        change = SiteChange()
        if takeover != .texts {
            badges = Badges(session.unseen, zone: session.settings.zone, language(session.settings))
        }
        guard let plan = session.plan else { return }
        settings = session.settings
        due = isTimeFixed ? nil : session.nextDue
        entries = plan.entries
        if takeover != .texts { index() }
        renderer = plan.makeRenderer()
    }

    private func index() {
        places.removeAll(keepingCapacity: true)
        places.reserveCapacity(entries.count)
        for (place, entry) in entries.enumerated() { places[ExactText(entry.path)] = place }
    }

    private func entry(at file: String) -> PlanEntry? { places[ExactText(file)].map { entries[$0] } }

    private var isOutdated: Bool {
        guard let planned else { return true }
        if let due, due <= clock() { return true }
        return watch == nil ? ContinuousClock.now - planned >= .seconds(1) : !change.isEmpty
    }

    /// The path in public/; nil for an address outside the site's base.
    private func filePath(of path: String) -> String? {
        guard path.utf8.starts(with: settings.url.basePath.utf8) else { return nil }
        let file = path.dropFirst(settings.url.basePath.count)
        return file.isEmpty || file.utf8.last == UInt8(ascii: "/") ? file + "index.html" : String(file)
    }

    private func notFound() throws -> PreviewAnswer {
        guard let entry = entry(at: "404.html") else {
            return PreviewAnswer(status: 404, type: "text/plain; charset=utf-8", bytes: Array("404".utf8))
        }
        return try answer(entry, status: 404)
    }

    private func answer(_ entry: PlanEntry, status: Int) throws -> PreviewAnswer {
        let type = ContentType.of(entry.path)
        switch entry.content {
        case .bytes(let bytes): return PreviewAnswer(status: status, type: type, bytes: bytes)
        // Its source has errors: what it was made from is not there any more.
        case .kept: return errorPage
        case .copied(let source):
            return PreviewAnswer(
                status: status, type: type, bytes: try WholeFile.read(root + "/" + source))
        case .rendered:
            return PreviewAnswer(
                status: status, type: type, bytes: withBars(withFragments(rendered(entry), entry), entry))
        }
    }

    /// Says what readers do not see: errors, and that an article is not there for them.
    private func withBars(_ bytes: [UInt8], _ entry: PlanEntry) -> [UInt8] {
        guard entry.path.hasSuffix(".html"), !entry.isFragment else { return bytes }
        var bytes = badges.added(to: bytes)
        if let (state, date) = session.state(of: entry),
            let bar = PageBar.element(state, date, zone: settings.zone, language(settings))
        {
            bytes = PageBar.added(bar, to: bytes)
        }
        return errors.isEmpty ? bytes : ErrorNotice(errors, language(settings)).added(to: bytes)
    }

    private func rendered(_ entry: PlanEntry) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 1 << 16)
        renderer?.append(entry, to: &buffer)
        return buffer.copy()
    }

    /// Does the web server's part of `fragments: ssi`.
    private func withFragments(_ bytes: [UInt8], _ entry: PlanEntry) -> [UInt8] {
        guard settings.fragments == .ssi, entry.path.hasSuffix(".html"), !entry.isFragment else {
            return bytes
        }
        return ServerSideIncludes.resolved(bytes) { address in fragment(at: address) ?? missing(address) }
    }

    private func fragment(at address: String) -> [UInt8]? {
        guard let file = filePath(of: address), let entry = entry(at: file), entry.isFragment else {
            return nil
        }
        return rendered(entry)
    }

    private func missing(_ address: String) -> [UInt8] {
        let words = language(settings) == .vietnamese ? "không có mảnh" : "there is no fragment"
        return Array("<strong>[\(words) \(HTMLEscape.escape(address))]</strong>".utf8)
    }

    private var errorPage: PreviewAnswer {
        PreviewAnswer(
            status: 500, type: "text/html; charset=utf-8", bytes: ErrorNotice(errors, language(settings)).page
        )
    }
}

extension PlanEntry {
    fileprivate var isFragment: Bool {
        if case .rendered(kind: .fragment, _, _) = content { true } else { false }
    }
}

/// A response without its protocol.
package struct PreviewAnswer: Sendable {
    package let status: Int
    package let type: String
    package let bytes: [UInt8]
    package var location: String?

    /// False for the desk.
    let isOfSite: Bool

    /// Whether the page keeps itself as it is in content/. The desk does that in its own way.
    var reloads: Bool { isOfSite && type.hasPrefix("text/html") }

    init(status: Int, type: String, bytes: [UInt8], isOfSite: Bool = true) {
        self.status = status
        self.type = type
        self.bytes = bytes
        self.isOfSite = isOfSite
    }

    static func redirect(to location: String) -> PreviewAnswer {
        var answer = PreviewAnswer(status: 301, type: "text/plain; charset=utf-8", bytes: [])
        answer.location = location
        return answer
    }
}
