package import Bytes

/// Every file of public/, in the order in which they are written, or those that may have changed: the value between
/// Render and Output.
///
/// Nothing is rendered until Output asks for an entry's bytes.
package struct Plan: Sendable {
    /// In the order of writing: assets and files, then articles, then the pages that link to them. Paths
    /// are unique.
    package private(set) var entries: [PlanEntry]
    /// Makes the renderer of one thread.
    package let makeRenderer: @Sendable () -> any EntryRenderer
    /// What many pages have in common, each with a name of its own.
    package let parts: [SharedPart]
    /// Whether pages depend on nothing of the texts of articles but where they show them whole.
    package let showsTextsOnly: Bool
    /// Stands for the program: another one may make other bytes of the same.
    package var generator = ContentHash.unknown
    /// Whether it names only what may be another file than the last build wrote: all others stay as they are.
    package var isPartial = false

    package init(
        entries: [PlanEntry], parts: [SharedPart] = [], showsTextsOnly: Bool = false,
        makeRenderer: @escaping @Sendable () -> any EntryRenderer
    ) {
        self.entries = entries
        self.parts = parts
        self.showsTextsOnly = showsTextsOnly
        self.makeRenderer = makeRenderer
    }

    /// Lets `files` of sources stay as they are, each once and but for those that something else is written to.
    package mutating func keep(_ files: [(path: String, source: String)]) {
        var taken = Set(entries.map(\.path))
        for file in files where taken.insert(file.path).inserted {
            entries.append(
                PlanEntry(path: file.path, phase: .articles, content: .kept(source: file.source)))
        }
    }
}

/// One file of public/.
package struct PlanEntry: Sendable {
    package enum Content: Sendable {
        /// Bytes that the renderer makes: its own number for them.
        case rendered(kind: PageKindID, subject: Int32, page: Int32)
        /// Bytes that are there already.
        case bytes([UInt8])
        /// A file to be copied: its path from the site's folder, as the disk spells it.
        case copied(from: String)
        /// Bytes that are in public/ already and cannot be made again, since the source has errors now.
        case kept(source: String)
    }

    /// From public/, with `/`; NFC.
    package let path: String
    package let phase: WritePhase
    package let content: Content

    package init(path: String, phase: WritePhase, content: Content) {
        self.path = path
        self.phase = phase
        self.content = content
    }
}

/// A part with the same bytes in every page that has it.
package struct SharedPart: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Where a shared part starts in a page.
package struct PartPlace: Hashable, Sendable {
    /// Its place among `Plan.parts`.
    package let part: Int
    /// In bytes.
    package let offset: Int

    package init(part: Int, offset: Int) {
        self.part = part
        self.offset = offset
    }
}

/// What can be replaced in a page, in order.
package struct PagePlaces: Hashable, Sendable {
    package var parts: [PartPlace] = []
    package var texts: [TextPlace] = []

    package init() {}
}

/// Files of one phase are on disk before the next phase starts, so that links never dangle meanwhile.
package enum WritePhase: UInt8, Sendable, CaseIterable, Comparable {
    /// Theme files and what content/ publishes as it is.
    case assets
    /// Articles, standing pages, notices.
    case articles
    /// Everything that leads to them.
    case lists

    package static func < (left: WritePhase, right: WritePhase) -> Bool { left.rawValue < right.rawValue }
}

/// What kind of file an entry is.
package enum PageKindID: UInt8, Sendable, CaseIterable {
    case home, article, category, tag, day, month, year, standing, siteMap, notFound, notice, redirect
    case siteFeed, categoryFeed, tagFeed, sitemap, sitemapIndex, newsSitemap, robots, redirectMap
    case fragment
    case documents, document, documentIndex, albums, album
    case articlePrint, standingPrint
}

/// Renders entries of one plan, one after another, on one thread.
package protocol EntryRenderer: AnyObject {
    /// Appends the bytes of `entry`, whose content is `.rendered`.
    func append(_ entry: PlanEntry, to buffer: inout ByteBuffer)

    /// What can be replaced in the bytes that were appended last; nil when some of it cannot.
    var places: PagePlaces? { get }

    /// Whether the bytes that were appended last lack something that cannot be made now: the file that stands is
    /// better.
    var isIncomplete: Bool { get }

    /// Stands for all that the bytes of `entry` are made from but its shared parts: while it stays the same, so do
    /// they, and so do the places of the parts. `unknown` when only rendering can tell.
    func fingerprint(_ entry: PlanEntry) -> ContentHash

    /// A source that has changed since it was read: what was rendered from then on is not to be used.
    var changedSource: String? { get }
}

extension EntryRenderer {
    package var places: PagePlaces? { PagePlaces() }
    package var isIncomplete: Bool { false }
}
