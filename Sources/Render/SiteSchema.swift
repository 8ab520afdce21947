package import Model
package import Templates
import VietnameseText

/// What templates may speak of: every object, field, page kind and filter, with its doc.
///
/// docs/templates.md is made from these tables, and templates are checked against them.
package enum SiteSchema {
    /// `theme` declares settings and fields of its own; `assets` are its files; pages of other `parts` are left out.
    package static func make(
        settings: Settings, theme: Theme, assets: [PublishedAsset], parts: SiteParts = .all
    ) -> Schema {
        Schema(
            objects: [
                site, assetTable(assets), themeSettings(theme.settings), article, articleParams(theme.params),
                source,
                correction, category, tag, period, image, standing, link, menu, linkGroup, banner, notice,
                redirect, page, pager, pageLink, archiveList, document, attachment, documentList, album,
            ],
            globals: [
                Variable("site", .object("site"), "The whole site."),
                Variable("assets", .object("assets"), "The theme's files, by name."),
            ],
            pages: pages(settings, parts), filters: SiteFilters.all(zone: settings.zone),
            fragments: fragments(settings),
            filterSeed: ISO8601.offset(settings.zone))
    }

    private static func fragments(_ settings: Settings) -> FragmentStyle {
        let folder = settings.url(settings.fragmentFolder)
        return switch settings.fragments {
        case .inline: .inline
        case .ssi: .server(folder: folder)
        case .js: .script(folder: folder)
        }
    }

    /// The template of a page kind, or nil for files that have none (feeds, sitemaps) or one each (fragments).
    package static func templateName(_ kind: PageKindID) -> String? {
        switch kind {
        case .home: "home"
        case .article: "article"
        case .category: "category"
        case .tag: "tag"
        case .day: "day"
        case .month: "month"
        case .year: "year"
        case .standing: "page"
        case .siteMap: "sitemap"
        case .notFound: "404"
        case .notice: "notice"
        case .redirect: "redirect"
        case .document: "document"
        case .documents: "documents"
        case .album: "album"
        case .albums: "albums"
        case .articlePrint, .standingPrint: "print"
        case .siteFeed, .categoryFeed, .tagFeed, .sitemap, .sitemapIndex, .newsSitemap, .robots, .redirectMap,
            .fragment, .documentIndex:
            nil
        }
    }

    private static func pages(_ settings: Settings, _ parts: SiteParts) -> [PageKind] {
        commonPages + documentPages(isRequired: parts.documents) + albumPages(isRequired: parts.albums)
            + [printPage(isRequired: settings.printPages)]
    }

    private static let pageVariable = Variable("page", .object("page"), "The page being rendered.")

    private static func documentPages(isRequired: Bool) -> [PageKind] {
        [
            PageKind(
                "document", template: "document.html",
                doc: "An official document; needed when there are some in content/van-ban/.",
                variables: [pageVariable, Variable("document", .object("document"), "The document.")],
                isRequired: isRequired),
            PageKind(
                "documents", template: "documents.html",
                doc:
                    "A page of a list of documents: all, or those of a type, an issuer or a year; needed when there are some.",
                variables: [
                    pageVariable, Variable("documents", .object("document_list"), "The list.", recurs: true),
                    Variable("pager", .object("pager"), "This page of the list."),
                ], isRequired: isRequired),
        ]
    }

    private static func albumPages(isRequired: Bool) -> [PageKind] {
        [
            PageKind(
                "album", template: "album.html",
                doc: "A photo album; needed when there are some in content/anh/.",
                variables: [pageVariable, Variable("album", .object("album"), "The album.")],
                isRequired: isRequired),
            PageKind(
                "albums", template: "albums.html",
                doc: "A page of the photo library; needed when there are albums.",
                variables: [pageVariable, Variable("pager", .object("pager"), "This page of the library.")],
                isRequired: isRequired),
        ]
    }

    private static var commonPages: [PageKind] {
        func kind(_ name: String, _ doc: String, _ variables: [Variable] = []) -> PageKind {
            PageKind(name, template: name + ".html", doc: doc, variables: [pageVariable] + variables)
        }
        func list(_ name: String, _ doc: String, _ subject: Variable) -> PageKind {
            kind(
                name, doc,
                [
                    subject, Variable("list", .object("list"), "The list, whatever its kind."),
                    Variable("pager", .object("pager"), "This page of the list."),
                ])
        }
        return [
            kind("home", "The front page."),
            kind("article", "An article.", [Variable("article", .object("article"), "The article.")]),
            list(
                "category", "A page of a category's articles.",
                Variable("category", .object("category"), "The category.", recurs: true)),
            list(
                "tag", "A page of a tag's articles.",
                Variable("tag", .object("tag"), "The tag.", recurs: true)),
            list(
                "day", "A page of a day's articles.",
                Variable("period", .object("period"), "The day.", recurs: true)),
            list(
                "month", "A page of a month's articles.",
                Variable("period", .object("period"), "The month.", recurs: true)),
            list(
                "year", "A page of a year's articles.",
                Variable("period", .object("period"), "The year.", recurs: true)),
            kind(
                "page", "A standing page.", [Variable("standing", .object("standing"), "The standing page.")]),
            kind("sitemap", "The site map for readers."),
            kind("404", "What is shown for an address that does not exist."),
            kind(
                "notice", "What stands in for a withdrawn article.",
                [Variable("notice", .object("notice"), "The notice.")]),
            kind(
                "redirect", "What leads from an old address to the new one.",
                [Variable("redirect", .object("redirect"), "The redirect.")]),
        ]
    }

    private static func printPage(isRequired: Bool) -> PageKind {
        PageKind(
            "print", template: "print.html",
            doc:
                "The print version of an article or a standing page; needed with `print_pages: true` in site.yaml.",
            variables: [
                pageVariable,
                Variable("article", .optional(.object("article")), "The article, if it is one."),
                Variable("standing", .optional(.object("standing")), "The standing page, if it is one."),
            ], isRequired: isRequired)
    }
}
