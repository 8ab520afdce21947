internal import Bytes
package import Model
internal import Threads

// Builds in which nothing has changed but texts of articles: the pages that show them get the new texts in the places
// of the old ones, and nothing else of the site is looked at.
extension Output {
    /// Puts the new texts into the pages. Nil, and nothing was changed, when the folder is not as the last build left it,
    /// or when pages may depend on the texts in another way.
    package func retouch(
        _ changes: [TextChange], _ look: OutputLook? = nil
    ) throws(OutputFailure) -> OutputReport? {
        guard let last = try (look ?? beginLooking())?.last(), last.isComplete, last.stands,
            let cached = last.cached, cached.showsTextsOnly,
            last.owned.records.allSatisfy(\.texts.isKnown)
        else { return nil }
        let folder = try Folder(making: destination, fileSystem)
        guard let pages = try RetouchedPage.find(changes, last.owned, in: folder) else { return nil }
        try folder.removeLeftovers(everywhere: false)
        return try write(pages, last, cached, folder)
    }

    private func write(
        _ pages: [RetouchedPage], _ last: LastBuild, _ cached: RecordCache.Facts, _ folder: Folder
    ) throws(OutputFailure) -> OutputReport {
        let plan = Plan(
            entries: pages.indices.map { RetouchedPage.entry($0, last.owned.paths.text(pages[$0].rank)) }
        ) {
            RetouchedPage.Renderer(pages)
        }
        let paths = PathTable(plan.entries)
        let journal = Journal(.none, in: folder, isFirst: false)
        let planned = SortedPaths(inOrder: paths)
        let outcomes = try WriteRun(
            plan, paths: paths, Comparison(of: pages.map(\.rank), last), siteRoot: siteRoot, folder: folder,
            obstacles: Obstacles(in: folder, owned: last.owned.paths, planned: planned), journal: journal,
            progress: nil
        ).run([WriteQueue(Array(pages.indices))], threads: 1)

        var inventory = last.owned
        for (page, outcome) in zip(pages, outcomes) { inventory.records[page.rank] = outcome.record }
        let cache = try RecordCache(siteRoot: siteRoot, output: folder)
        let commit = Commit(
            folder: folder, cache: cache, last: last, planned: last.owned.paths, journal: journal)
        let memory = commit.beginRemembering(
            inventory, cached.parts, showsTextsOnly: cached.showsTextsOnly)
        let list = try commit.replaceList(inventory)
        try commit.remember(memory.value(), list: list)
        var report = OutputReport(planned, outcomes)
        report.unchanged += inventory.paths.count - pages.count
        report.totalFiles = inventory.paths.count
        return report
    }
}

/// A page with new texts in it.
struct RetouchedPage: Sendable {
    /// Its place in the inventory.
    let rank: Int
    let bytes: [UInt8]
    let places: PagePlaces

    /// The pages that show what was changed, in the order of the inventory; nil when one is not what the records say, or
    /// when no page shows one of the texts: who knows why.
    static func find(
        _ changes: [TextChange], _ inventory: Inventory, in folder: Folder
    ) throws(OutputFailure) -> [RetouchedPage]? {
        var byKey: [UInt64: TextChange] = [:]
        for change in changes {
            guard let key = change.oldKey, change.newKey != nil else { return nil }
            byKey[key] = change
        }
        let keys = Set(byKey.keys)
        var unseen = keys
        var pages: [RetouchedPage] = []
        for (rank, record) in inventory.records.enumerated() where record.texts.contains(keys) {
            let path = inventory.paths.text(rank)
            guard let old = try folder.contents(of: path), ContentHash(of: old) == record.hash,
                let page = RetouchedPage(rank, old, record.texts.all, byKey)
            else { return nil }
            unseen.subtract(record.texts.all.map(\.key))
            pages.append(page)
        }
        return unseen.isEmpty ? pages : nil
    }

    /// Nil when the texts of `old` cannot stand where they are said to.
    init?(_ rank: Int, _ old: [UInt8], _ texts: [TextPlace], _ changes: [UInt64: TextChange]) {
        var page = ByteBuffer(capacity: old.count * 2)
        var places = PagePlaces()
        var end = 0
        for text in texts {
            guard text.offset >= end, text.offset + text.size <= old.count,
                old[text.offset..<(text.offset + text.size)].check == text.check
            else { return nil }
            page.append(old[end..<text.offset])
            end = text.offset + text.size
            let start = page.count
            guard let change = changes[text.key], let key = change.newKey else {
                page.append(old[text.offset..<end])
                places.texts.append(text.moved(by: start - text.offset))
                continue
            }
            guard let fills = Self.fills(of: old[text.offset..<end], text, change.old),
                change.new.append(filledWith: fills, to: &page)
            else { return nil }
            let shown = UnsafeRawBufferPointer(rebasing: page.bytes[start...])
            places.texts.append(
                TextPlace(
                    key: key, offset: start, size: shown.count, check: ContentHash(of: shown).check,
                    fills: text.fills))
        }
        page.append(old[end...])
        self.rank = rank
        self.places = places
        bytes = page.copy()
    }

    /// What fills the holes of `body` where it stands in a page as `bytes`.
    private static func fills(
        of bytes: ArraySlice<UInt8>, _ place: TextPlace, _ body: Body
    ) -> [ArraySlice<UInt8>]? {
        guard body.holes.count == place.fills.count else { return nil }
        var fills: [ArraySlice<UInt8>] = []
        // All that was filled in before.
        var filled = 0
        for (hole, size) in zip(body.holes, place.fills) {
            let start = bytes.startIndex + hole.offset + filled
            guard start >= bytes.startIndex, start + size <= bytes.endIndex else { return nil }
            fills.append(bytes[start..<(start + size)])
            filled += size
        }
        return fills
    }
}

extension ArraySlice<UInt8> {
    fileprivate var check: UInt32 { withUnsafeBytes { ContentHash(of: $0).check } }
}

extension Body {
    /// False when there are other fills than holes.
    fileprivate func append(filledWith fills: [ArraySlice<UInt8>], to page: inout ByteBuffer) -> Bool {
        guard fills.count == holes.count else { return false }
        var start = 0
        for (hole, fill) in zip(holes, fills) {
            guard hole.offset >= start, hole.offset <= html.count else { return false }
            page.append(html[start..<hole.offset])
            page.append(fill)
            start = hole.offset
        }
        page.append(html[start...])
        return true
    }
}

extension RetouchedPage {
    static func entry(_ index: Int, _ path: String) -> PlanEntry {
        PlanEntry(
            path: path, phase: .articles,
            content: .rendered(kind: .article, subject: Int32(truncatingIfNeeded: index), page: 1))
    }

    /// Its pages are made already. What they were made from is not known: the next build that asks makes them once more.
    final class Renderer: EntryRenderer {
        private let pages: [RetouchedPage]
        private(set) var places: PagePlaces? = PagePlaces()
        var changedSource: String? { nil }

        init(_ pages: [RetouchedPage]) { self.pages = pages }

        func append(_ entry: PlanEntry, to buffer: inout ByteBuffer) {
            guard case .rendered(_, let index, _) = entry.content else { return }
            buffer.append(pages[Int(index)].bytes)
            places = pages[Int(index)].places
        }

        func fingerprint(_ entry: PlanEntry) -> ContentHash { .unknown }
    }
}
