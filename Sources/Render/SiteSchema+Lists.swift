import Model
import Templates

extension SiteSchema {
    static var category: ObjectType {
        ObjectType(
            "category", doc: "A category (chuyên mục).",
            fields: [
                .text("title", "Its name.") { $0.catalog.categories[$1].title },
                .text("description", "What it is about, or empty.") { $0.catalog.categories[$1].description },
                .text("slug", "Its folder's name.") { $0.catalog.categories[$1].folder },
                .text("url", "Its first page.") { $0.catalog.categories[$1].url },
                .optionalText("feed_url", "Its feed.") { world, index in
                    world.settings.feeds.categories
                        ? world.catalog.categories[index].url + world.settings.words.feed : nil
                },
                .int("count", "How many articles it lists.") { $0.catalog.categories[$1].articles.count }
                    .changing(with: .category),
                .list("articles", of: "article", "Its articles, newest first.") {
                    .objects($0.catalog.categories[$1].articles[...])
                }.changing(with: .category),
                .list("pinned", of: "article", "Its pinned articles, newest first.") {
                    .objects($0.catalog.categories[$1].pinned[...])
                }.changing(with: .category),
            ])
    }

    static var tag: ObjectType {
        ObjectType(
            "tag", doc: "A tag (thẻ).",
            fields: [
                .text("name", "As most authors spell it.") { $0.catalog.tags[$1].name },
                .text("slug", "The last part of its address.") { $0.catalog.tags[$1].slug },
                .text("url", "Its first page.") { $0.catalog.tags[$1].url },
                .optionalText("feed_url", "Its feed.") { world, index in
                    world.settings.feeds.tags
                        ? world.catalog.tags[index].url + world.settings.words.feed : nil
                },
                .int("count", "How many articles have it.") { $0.catalog.tags[$1].articles.count }.changing(
                    with: .tag),
                .list("articles", of: "article", "Its articles, newest first.") {
                    .objects($0.catalog.tags[$1].articles[...])
                }.changing(with: .tag),
            ])
    }

    static var period: ObjectType {
        ObjectType(
            "period", doc: "A day, a month or a year that has news.",
            fields: [
                .text("kind", "`day`, `month` or `year`.") { "\(PeriodNumber(number: $1).kind)" },
                .text("title", "`Thứ Tư, 19/06/2024`, `Tháng 6/2024` or `Năm 2024`.") {
                    $0.periodTitle(PeriodNumber(number: $1))
                },
                .text("url", "Its first page.") { $0.catalog.period(PeriodNumber(number: $1)).url },
                .int("count", "How many articles it has.") {
                    $0.catalog.period(PeriodNumber(number: $1)).articles.count
                }.changing(with: .period),
                .int("year", "The year.") { $0.catalog.period(PeriodNumber(number: $1)).date.year },
                .int("month", "The month (of a year: the last that has news).") {
                    $0.catalog.period(PeriodNumber(number: $1)).date.month
                }.changing(with: .period),
                .int("day", "The day (of longer periods: the last that has news).") {
                    $0.catalog.period(PeriodNumber(number: $1)).date.day
                }.changing(with: .period),
                .list("articles", of: "article", "Its articles, newest first.") {
                    .range($0.catalog.period(PeriodNumber(number: $1)).articles)
                }.changing(with: .period),
                .list("parts", of: "period", "The months of a year, or the days of a month, newest first.") {
                    $0.parts(PeriodNumber(number: $1))
                }.changing(with: .period),
            ])
    }

    static var archiveList: ObjectType {
        ObjectType(
            "list", doc: "The list that a list page is a page of.", shared: false,
            fields: [
                .text("kind", "`category`, `tag`, `day`, `month` or `year`.") {
                    "\(PageNumber(number: $1).kind)"
                },
                .text("title", "Its name.") { $0.title(PageNumber(number: $1)) },
                .text("url", "Its first page.") { $0.list($1)?.url ?? "" },
                .int("total", "How many articles it has.") { $0.list($1)?.count ?? 0 }.changing(with: .list),
                .optionalText("feed_url", "Its feed.") { $0.feedURL(PageNumber(number: $1)) },
            ])
    }

    static var pager: ObjectType {
        ObjectType(
            "pager", doc: "One page of a list.", shared: false,
            fields: [
                .int("number", "The number of this page, from 1.") { PageNumber(number: $1).page },
                .int("total_pages", "How many pages the list has; at least 1.") {
                    $0.list($1)?.pageCount ?? 1
                }.changing(with: .list),
                .int("total", "How many articles the list has.") { $0.list($1)?.count ?? 0 }.changing(
                    with: .list),
                .list("items", of: "article", "The articles of this page.") {
                    $0.items(PageNumber(number: $1))
                }.changing(with: .list),
                .list("documents", of: "document", "The documents of this page of a list of documents.") {
                    $0.documents(PageNumber(number: $1))
                },
                .list("albums", of: "album", "The albums of this page of the photo library.") {
                    $0.albums(PageNumber(number: $1))
                },
                .optionalObject("first", "page_link", "The first page, unless this is it.") {
                    $0.turn($1) { $0.page > 1 ? 1 : nil }
                },
                .optionalObject("previous", "page_link", "The page before this one.") {
                    $0.turn($1) { $0.page > 1 ? $0.page - 1 : nil }
                },
                .optionalObject("next", "page_link", "The page after this one.") { world, number in
                    let last = world.list(number)?.pageCount ?? 1
                    return world.turn(number) { $0.page < last ? $0.page + 1 : nil }
                }.changing(with: .list),
                .optionalObject("last", "page_link", "The last page, unless this is it.") { world, number in
                    let last = world.list(number)?.pageCount ?? 1
                    return world.turn(number) { $0.page < last ? last : nil }
                }.changing(with: .list),
                .list("window", of: "page_link", "The pages around this one, this one included.") {
                    $0.window(PageNumber(number: $1))
                }.changing(with: .list),
            ])
    }

    static var pageLink: ObjectType {
        ObjectType(
            "page_link", doc: "A page of a list, as a pager names it.", shared: false,
            fields: [
                .int("number", "Its number, from 1.") { PageNumber(number: $1).page },
                .address("url", "Its address.", digest: { $0.append(addressOf: $1, to: &$2) }) { $0.url($1) },
                .bool("current", "Whether it is the page being rendered.") {
                    PageNumber(number: $1).isCurrent
                },
            ])
    }
}

extension SiteWorld {
    func periodTitle(_ number: PeriodNumber) -> String {
        let date = catalog.period(number).date
        switch number.kind {
        case .day: return text(Timestamp(CivilTime(date: date), in: settings.zone), dayDate)
        case .month: return "Tháng \(date.month)/\(date.year)"
        case .year: return "Năm \(date.year)"
        }
    }

    func parts(_ number: PeriodNumber) -> List {
        let part: PeriodKind = number.kind == .year ? .month : .day
        return .values(catalog.period(number).parts.map { .object(PeriodNumber(part, $0).number) })
    }

    func list(_ number: Int) -> ListPages? {
        let page = PageNumber(number: number)
        return ListPages(page.kind, page.subject, self)
    }

    func items(_ page: PageNumber) -> List {
        guard let list = ListPages(page.kind, page.subject, self) else { return .objects([]) }
        let positions = list.positions(page: page.page)
        switch page.kind {
        case .documents, .albums: return .objects([])
        case .category: return .objects(catalog.categories[page.subject].articles[positions])
        case .tag: return .objects(catalog.tags[page.subject].articles[positions])
        default:
            let start = catalog.periods(page.kind)[page.subject].articles.lowerBound
            return .range((start + positions.lowerBound)..<(start + positions.upperBound))
        }
    }

    /// The documents of a page of a list of documents.
    func documents(_ page: PageNumber) -> List {
        guard page.kind == .documents, let list = ListPages(.documents, page.subject, self) else {
            return .objects([])
        }
        return .objects(catalog.documentLists[page.subject].documents[list.positions(page: page.page)])
    }

    func albums(_ page: PageNumber) -> List {
        guard page.kind == .albums, let list = ListPages(.albums, 0, self) else { return .range(0..<0) }
        return .range(list.positions(page: page.page))
    }

    /// The page that `choose` turns to, or nil for none.
    func turn(_ number: Int, _ choose: (PageNumber) -> Int?) -> Int? {
        let page = PageNumber(number: number)
        return choose(page).map { page.turned(to: $0).number }
    }

    func window(_ page: PageNumber) -> List {
        guard let list = ListPages(page.kind, page.subject, self) else { return .values([]) }
        let low = max(1, page.page - settings.pages.window)
        let high = min(list.pageCount, page.page + settings.pages.window)
        return .values((low...max(low, high)).map { .object(page.turned(to: $0, current: page.page).number) })
    }

    func feedURL(_ page: PageNumber) -> String? {
        switch page.kind {
        case .category where settings.feeds.categories:
            catalog.categories[page.subject].url + settings.words.feed
        case .tag where settings.feeds.tags: catalog.tags[page.subject].url + settings.words.feed
        default: nil
        }
    }
}
