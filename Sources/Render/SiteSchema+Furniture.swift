import Bytes
import Model
import Templates

extension SiteSchema {
    static var image: ObjectType {
        ObjectType(
            "image", doc: "A picture.",
            fields: [
                .text("url", "Its address.") { $0.image($1)?.url ?? "" },
                .text("absolute_url", "Its address with scheme and host.") { world, number in
                    world.absolute(world.image(number)?.url ?? "")
                },
                .text("alt", "What it shows, for those who cannot see it; may be empty.") {
                    $0.image($1)?.alt ?? ""
                },
                .text("caption", "The caption, or empty.") { $0.image($1)?.caption ?? "" },
                .value("width", .optional(.int), "Pixels, when known.") { world, number in
                    world.image(number)?.size.map { .int($0.width) } ?? .none
                },
                .value("height", .optional(.int), "Pixels, when known.") { world, number in
                    world.image(number)?.size.map { .int($0.height) } ?? .none
                },
            ])
    }

    static var standing: ObjectType {
        ObjectType(
            "standing", doc: "A standing page.",
            fields: [
                .text("title", "Its heading.") { $0.catalog.pages[$1].source.title },
                .text("summary", "What it is about, or empty.") { $0.catalog.pages[$1].source.summary },
                .text("url", "Its address.") { $0.catalog.pages[$1].url },
                .markup(
                    "body", "Its text, as HTML.",
                    digest: { world, index, bytes in
                        let page = world.catalog.pages[index]
                        bytes.append(digestOf: page.source.body, filledWith: page.fills)
                    }
                ) {
                    Markup(html: $0.catalog.pages[$1].source.body.html, filling: $0.catalog.pages[$1].fills)
                },
                .optionalObject("image", "image", "Its picture.") { world, index in
                    world.catalog.pages[index].image == nil ? nil : ImageNumber(.page, index).number
                },
                .optionalDate("updated", "When it was last changed.") {
                    $0.catalog.pages[$1].source.updated?.seconds
                },
                .optionalText("print_url", "The print version, with `print_pages: true` in site.yaml.") {
                    $0.printURL(of: $0.catalog.pages[$1].url)
                },
            ])
    }

    static var link: ObjectType {
        ObjectType(
            "link", doc: "A link of a menu or a link group.",
            fields: [
                .text("title", "Its text.") { $0.links.all[$1].link.title },
                .text("url", "Where it leads.") { $0.links.all[$1].link.url },
                .bool("external", "Whether it leads to another website.") { world, index in
                    world.links.all[index].link.url.utf8.first != UInt8(ascii: "/")
                },
                .list("children", of: "link", "The links under it.") { .range($0.links.all[$1].children) },
            ])
    }

    static var menu: ObjectType {
        ObjectType(
            "menu", doc: "A menu of site.yaml.",
            fields: [
                .text("name", "Its key in site.yaml.") { $0.catalog.menus[$1].name },
                .list("items", of: "link", "Its links.") { .range($0.links.menus[$1]) },
            ])
    }

    static var linkGroup: ObjectType {
        ObjectType(
            "link_group", doc: "Links to other websites under a heading.",
            fields: [
                .text("title", "The heading.") { $0.catalog.links[$1].title },
                .list("items", of: "link", "The links.") { .range($0.links.groups[$1]) },
            ])
    }

    static var banner: ObjectType {
        ObjectType(
            "banner", doc: "A picture in a slot of the theme.",
            fields: [
                .text("slot", "The slot's name.") { $0.catalog.banners[$1].slot },
                .text("url", "Where it leads, or empty.") { $0.catalog.banners[$1].url },
                .object("image", "image", "The picture.") { ImageNumber(.banner, $1).number },
            ])
    }

    static var notice: ObjectType {
        ObjectType(
            "notice", doc: "What stands in for a withdrawn article.",
            fields: [
                .text("url", "The article's address.") { $0.catalog.notices[$1].url },
                .text("reason", "Why it was withdrawn.") { $0.catalog.notices[$1].reason },
                .optionalDate("date", "When it was withdrawn.") { $0.catalog.notices[$1].date?.seconds },
            ])
    }

    static var redirect: ObjectType {
        ObjectType(
            "redirect", doc: "An old address.",
            fields: [
                .text("url", "The new address.") { $0.catalog.redirects[$1].to },
                .text("absolute_url", "The new address with scheme and host.") {
                    $0.absolute($0.catalog.redirects[$1].to)
                },
            ])
    }

    static var page: ObjectType {
        ObjectType(
            "page", doc: "The page being rendered.", shared: false,
            fields: [
                .text(
                    "kind",
                    "`home`, `article`, `category`, `tag`, `day`, `month`, `year`, `page`, `sitemap`, `404`, `notice`, `redirect`, "
                        + "`document`, `documents`, `album`, `albums` or `print`."
                ) {
                    templateName(PageNumber(number: $1).kind) ?? ""
                },
                .text("title", "What it is about, without the site's name.") {
                    $0.title(PageNumber(number: $1))
                },
                .address("url", "Its address.", digest: { $0.append(addressOf: $1, to: &$2) }) { $0.url($1) },
                .address(
                    "canonical",
                    "Its address with scheme and host; of a print version, that of the page it is a version of.",
                    digest: {
                        $2.append(sized: $0.settings.url.origin)
                        $0.append(addressOf: $1, to: &$2)
                    }
                ) { $0.absolute($0.canonicalURL($1)) },
                .int("number", "Its number in a list, from 1.") { PageNumber(number: $1).page },
                .bool("noindex", "Whether search engines should leave it out.") {
                    $0.isHiddenFromSearch(PageNumber(number: $1))
                },
            ])
    }
}

extension ByteBuffer {
    /// Appends `text` behind its length, so that no two rows of texts give the same bytes.
    fileprivate mutating func append(sized text: String) {
        append(word: UInt64(text.utf8.count))
        append(text)
    }
}

extension SiteWorld {
    func image(_ number: Int) -> CatalogImage? {
        let image = ImageNumber(number: number)
        return switch image.owner {
        case .article: self.image(ofArticle: image.index)
        case .page: catalog.pages[image.index].image
        case .banner: catalog.banners[image.index].image
        case .cover: catalog.albums[image.index].cover
        case .photo: photo(PartNumber(number: image.index))
        }
    }

    private func photo(_ part: PartNumber) -> CatalogImage { catalog.albums[part.owner].photos[part.index] }

    func title(_ page: PageNumber) -> String {
        switch page.kind {
        case .home: settings.title
        case .article, .articlePrint: self[source: page.subject].title
        case .category: catalog.categories[page.subject].title
        case .tag: catalog.tags[page.subject].name
        case .day: periodTitle(PeriodNumber(.day, page.subject))
        case .month: periodTitle(PeriodNumber(.month, page.subject))
        case .year: periodTitle(PeriodNumber(.year, page.subject))
        case .standing, .standingPrint: catalog.pages[page.subject].source.title
        case .document: catalog.documents[page.subject].source.number
        case .documents: documentsTitle(catalog.documentLists[page.subject])
        case .albums: "Thư viện ảnh"
        case .album: catalog.albums[page.subject].source.title
        default: ""
        }
    }

    func url(_ page: PageNumber) -> String {
        switch page.kind {
        case .article: catalog.articles[page.subject].url
        case .category, .tag, .day, .month, .year, .documents, .albums:
            ListPages(page.kind, page.subject, self)?.url(page: page.page, word: settings.words.page) ?? ""
        case .standing: catalog.pages[page.subject].url
        case .document: catalog.documents[page.subject].url
        case .album: catalog.albums[page.subject].url
        case .articlePrint, .standingPrint: settings.printAddress(of: canonicalURL(page))
        case .siteMap: settings.url("/\(settings.words.siteMap)/")
        case .notFound: settings.url("/404.html")
        case .notice: catalog.notices[page.subject].url
        case .redirect: catalog.redirects[page.subject].to
        default: settings.url.basePath
        }
    }

    /// Appends what an address is made of: there are so many pages of lists that to put theirs together takes longer than
    /// all else that their fingerprints ask for.
    func append(addressOf page: PageNumber, to bytes: inout ByteBuffer) {
        if let list = ListPages(page.kind, page.subject, self) {
            bytes.append(sized: list.url)
            bytes.append(sized: settings.words.page)
            bytes.append(word: UInt64(page.page))
        } else {
            bytes.append(sized: url(page))
        }
    }

    func canonicalURL(_ page: PageNumber) -> String {
        switch page.kind {
        case .articlePrint: catalog.articles[page.subject].url
        case .standingPrint: catalog.pages[page.subject].url
        default: url(page)
        }
    }

    /// Nil when the site has no print versions.
    func printURL(of url: String) -> String? { settings.printPages ? settings.printAddress(of: url) : nil }

    func isHiddenFromSearch(_ page: PageNumber) -> Bool {
        switch page.kind {
        case .notFound, .notice, .redirect, .articlePrint, .standingPrint: true
        case .article: catalog.articles[page.subject].isExpired
        default: false
        }
    }
}
