import Bytes
import Model
import Templates

extension SiteSchema {
    static var article: ObjectType {
        ObjectType(
            "article", doc: "An article that is published (or has expired and keeps its page).",
            digest: { world, index, bytes in
                let world = unsafeDowncast(world, to: SiteWorld.self)
                let digest = world.catalog.articles[index].metadataDigest
                if digest.isKnown { bytes.append(digest) }
                return digest.isKnown
            },
            fields: articleText + articleDates + articleRelations)
    }

    private static var articleText: [Field] {
        [
            .text("title", "The headline.") { $0[source: $1].title }.inDigest,
            .text("summary", "The lead (sapo), or the first paragraph when none is written.") {
                $0.lead(ofArticle: $1)
            }.inDigest,
            .bool("has_summary", "Whether the lead was written by the author.") {
                !$0[source: $1].summary.isEmpty
            }.inDigest,
            .markup(
                "body", "The text, as HTML.", digest: { $0.appendBodyDigest(of: $1, to: &$2) },
                isReplaced: true
            ) { $0.articleBody($1) },
            .text("url", "The address from the root of the host.") { $0.catalog.articles[$1].url },
            .text("absolute_url", "The address with scheme and host.") {
                $0.absolute($0.catalog.articles[$1].url)
            },
            .optionalText("print_url", "The print version, with `print_pages: true` in site.yaml.") {
                $0.printURL(of: $0.catalog.articles[$1].url)
            },
            .text("id", "What counters and feeds know the article by.") { $0[source: $1].id }.inDigest,
            .texts("authors", "The names in the byline; may be empty.") {
                $0[source: $1].authors
            }.inDigest,
            .text(
                "author_note",
                "What the author is, or empty; may have several lines: `{% for line in article.author_note | lines %}`."
            ) { $0[source: $1].authorNote }.inDigest,
            .text("unit", "The author's unit, or empty.") { $0[source: $1].unit }.inDigest,
            .text("photo_by", "Who took the photos, or empty.") { $0[source: $1].photoBy }.inDigest,
            .text("approved_by", "Who approved the article, or empty.") {
                $0[source: $1].approvedBy
            }.inDigest,
            .int("views", "Views counted before the counters moved here.") {
                $0[source: $1].baselineViews
            }.inDigest,
            .optionalInt(
                "view_count", "How often it was viewed, `views` included; when there is a counts.json."
            ) { $0.counts[$1] },
            .int("views_before", "Views from before the counting: `views` of its front matter, or 0.") {
                $0[source: $1].baselineViews
            }.inDigest,
            .bool("is_expired", "Whether its time has passed.") { $0.catalog.articles[$1].isExpired },
        ]
    }

    private static var articleDates: [Field] {
        [
            .date("date", "When it was published.") { $0[source: $1].date.seconds }.inDigest,
            .optionalDate("updated", "When it was last changed, if the author says so.") {
                $0[source: $1].updated?.seconds
            }.inDigest,
            .text(
                "date_text",
                "The date in the pattern `dates: article` of site.yaml; in `dates: day` when it has no time."
            ) { $0.articleDateText($0[source: $1].date) }.inDigest,
            .text("date_short", "The date in the pattern `dates: list` of site.yaml.") {
                $0.text($0[source: $1].date, $0.listDate)
            }.inDigest,
            .text("day_url", "The page of the day's articles.") { world, index in
                world.dayURL(of: world.catalog.articles[index].date)
            },
        ]
    }

    private static var articleRelations: [Field] {
        [
            .object("category", "category", "Its category.") { Int($0.catalog.articles[$1].category) },
            .list("tags", of: "tag", "Its tags, as the author ordered them.") {
                .objects($0.catalog.articles[$1].tags[...])
            },
            .optionalObject("image", "image", "Its picture.") { world, index in
                world.image(ofArticle: index) == nil ? nil : ImageNumber(.article, index).number
            },
            .bool(
                "image_in_body", "Whether the first picture of the text is `image`: no need to show it twice."
            ) {
                $0.opensWithItsImage($1)
            },
            .list("newer", of: "article", "The nearest newer articles of its category, newest first.") {
                $0.newer($1)
            }.changing(with: .neighbours),
            .list("older", of: "article", "The nearest older articles of its category, newest first.") {
                $0.older($1)
            }.changing(with: .neighbours),
            .optionalText(
                "more_url",
                "The list page of its category that goes on after `older`; with `fragments: ssi` or `js` the "
                    + "page of the month in which `older` ends, since list pages shift with every new article."
            ) { $0.moreURL($1) }.changing(with: .neighbours),
            .optionalObject("source", "source", "Where a republished article comes from.") { world, index in
                world[source: index].republished == nil ? nil : index
            }.inDigest,
            .optionalObject("correction", "correction", "A correction (đính chính) that stays visible.") {
                world, index in
                world[source: index].correction == nil ? nil : index
            }.inDigest,
            .object("params", "params", "The article's fields that theme.yaml declares.") { $1 }.inDigest,
        ]
    }

    static var source: ObjectType {
        ObjectType(
            "source", doc: "Where a republished article comes from.",
            fields: [
                .text("name", "Its name.") { $0[source: $1].republished?.name ?? "" },
                .text("url", "Its address, or empty.") {
                    $0[source: $1].republished?.url ?? ""
                },
            ])
    }

    static var correction: ObjectType {
        ObjectType(
            "correction", doc: "A correction of an article.",
            fields: [
                .date("date", "When it was corrected.") {
                    $0[source: $1].correction?.date.seconds ?? 0
                },
                .text("wrong", "What was wrong.") { $0[source: $1].correction?.wrong ?? "" },
                .text("right", "What is right.") { $0[source: $1].correction?.right ?? "" },
            ])
    }
}

extension SiteWorld {
    func articleBody(_ index: Int) -> Markup {
        Markup(
            html: articleHTML(index), filling: fills(ofArticle: index), key: textKey(of: index)
        )
    }

    private func articleHTML(_ index: Int) -> [UInt8] {
        if self[source: index].body.isLoaded { return self[source: index].body.html }
        let source = Int(catalog.articles[index].source)
        return catalog.bodies?.html(of: source, digest: self[source: index].body.digest) ?? []
    }

    /// See `Body.key`. Field by field: a copy of an article costs thirty reference counts.
    private func textKey(of index: Int) -> UInt64? {
        self[source: index].body.key(of: self[source: index].source)
    }

    func appendBodyDigest(of index: Int, to bytes: inout ByteBuffer) {
        // What the page is remembered to show, see `TextPlace`: another file with the same text is another article.
        bytes.append(word: textKey(of: index) ?? 0)
        bytes.append(digestOf: self[source: index].body, filledWith: fills(ofArticle: index))
    }

    /// A date without a time of day is midnight: nobody wants to read `00:00`.
    func articleDateText(_ date: Timestamp) -> String {
        let clock = date.civil(in: settings.zone)
        return text(date, clock.hour == 0 && clock.minute == 0 ? dayDate : articleDate)
    }

    func newer(_ index: Int) -> List {
        let position = Int(catalog.articles[index].position)
        guard position > 0 else { return .objects([]) }
        return .objects(neighbours(of: index)[max(0, position - settings.pages.newer)..<position])
    }

    func older(_ index: Int) -> List {
        guard catalog.articles[index].position >= 0 else { return .objects([]) }
        let start = Int(catalog.articles[index].position) + 1
        let all = neighbours(of: index)
        return .objects(all[start..<min(all.count, start + settings.pages.older)])
    }

    private func neighbours(of index: Int) -> [Int32] {
        catalog.categories[Int(catalog.articles[index].category)].articles
    }

    /// Nil when `older` shows the last one.
    func moreURL(_ index: Int) -> String? {
        settings.fragments == .inline ? listURL(after: index) : monthURL(after: index)
    }

    /// Depends on nothing but `older`: whether there are articles after a full list is not asked.
    private func monthURL(after index: Int) -> String? {
        guard settings.pages.older > 0, case .objects(let older) = older(index),
            older.count == settings.pages.older, let last = older.last
        else { return nil }
        return settings.url(settings.monthPath(catalog.articles[Int(last)].date))
    }

    private func listURL(after index: Int) -> String? {
        let position = Int(catalog.articles[index].position)
        let next = position + 1 + settings.pages.older
        guard position >= 0, let list = ListPages(.category, Int(catalog.articles[index].category), self),
            next < list.count
        else { return nil }
        return list.url(page: next / list.pageSize + 1, word: settings.words.page)
    }

    func dayURL(of date: CivilDate) -> String {
        let low = catalog.days.partition { $0.date <= date }
        return low < catalog.days.count && catalog.days[low].date == date
            ? catalog.days[low].url : settings.url.basePath
    }
}

extension [CatalogPeriod] {
    /// The first index whose element satisfies `predicate`, which holds from some index on to the end.
    fileprivate func partition(_ predicate: (CatalogPeriod) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension SiteWorld {
    /// Compares what was filled in: the same file may be named in two ways.
    fileprivate func opensWithItsImage(_ index: Int) -> Bool {
        guard let image = image(ofArticle: index) else { return false }
        var expected = ByteBuffer()
        expected.append(" src=\"")
        expected.append(escaping: image.url)
        expected.append("\"")
        for (hole, fill) in zip(self[source: index].body.holes, fills(ofArticle: index)) {
            if case .image = hole.kind { return fill.bytes.starts(with: expected.bytes) }
        }
        return false
    }
}

extension ByteBuffer {
    /// Appends bytes that stand for the HTML of `body` with `fills` in it.
    mutating func append(digestOf body: Body, filledWith fills: [Model.Fill]) {
        if body.digest.isKnown { append(body.digest) } else { append(ContentHash(of: body.html)) }
        append(word: UInt64(fills.count))
        for fill in fills {
            append(word: UInt64(fill.offset))
            append(word: UInt64(fill.bytes.count))
            append(fill.bytes)
        }
    }
}

extension Markup {
    /// `key`: see `Body.key`; nil for a text that is not replaced in pages.
    init(html: [UInt8], filling fills: [Model.Fill], key: UInt64? = nil) {
        self.init(html: html, fills: fills.map { Markup.Fill(offset: $0.offset, bytes: $0.bytes) }, key: key)
    }
}
