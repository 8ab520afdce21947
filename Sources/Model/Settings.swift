package import Diagnostics

/// What site.yaml says, with every default filled in. Content makes it; every later stage reads it.
package struct Settings: Sendable {
    package var title = ""
    package var url = SiteURL(origin: "", basePath: "/")
    package var zone = ZoneOffset.vietnam
    /// The language of the pages, a BCP 47 tag for `<html lang>`.
    package var language = "vi"
    package var description = ""
    package var identity = Identity()
    package var theme = "sen"
    package var menus: [Menu] = []
    package var slogans: [Slogan] = []
    package var links: [LinkGroup] = []
    package var banners: [Banner] = []
    package var words = PathWords()
    package var fragments = FragmentDelivery.inline
    /// Whether articles and standing pages have a print version, too.
    package var printPages = false
    /// The pattern of article addresses: `:category`, `:year`, `:month`, `:day`, `:slug`, `:id`.
    package var permalink = "/:category/:year/:month/:slug/"
    package var pages = PageSizes()
    package var feeds = FeedSettings()
    package var checks = Checks()
    package var markdown = MarkdownSettings()
    package var tags: [TagSetting] = []
    package var dates = DatePatterns()
    package var visits = VisitSettings()
    /// Settings declared in theme.yaml, in that order.
    package var theming: [Parameter] = []

    package init() {}
}

/// Where the site is published: `https://host` and the path it lives under (`/` or `/a/b/`).
package struct SiteURL: Hashable, Sendable {
    package let origin: String
    /// Starts and ends with `/`.
    package let basePath: String

    package init(origin: String, basePath: String) {
        self.origin = origin
        self.basePath = basePath
    }

    /// The host alone, without scheme and port.
    package var host: String {
        let rest = origin.split(separator: "/", omittingEmptySubsequences: true).last ?? ""
        return String(rest.split(separator: ":").first ?? "")
    }
}

/// Who answers for the portal: shown in the footer.
package struct Identity: Sendable {
    package var organization = ""
    package var address = ""
    package var phone = ""
    package var email = ""
    /// Chịu trách nhiệm nội dung: an office or a person.
    package var responsible = ""
    /// Where "Phản hồi" leads: a URL, a path or a `mailto:` address; empty hides it.
    package var feedback = ""
    /// A file of content/, or empty.
    package var logo = ""

    package init() {}
}

package struct Menu: Sendable {
    package let name: String
    package let items: [MenuItem]
    package init(name: String, items: [MenuItem]) {
        self.name = name
        self.items = items
    }
}

package struct MenuItem: Sendable {
    package let title: String
    /// As written: a source path (`trang/gioi-thieu.md`, a category folder), a path from `/`, or a URL.
    package let target: String
    package let children: [MenuItem]
    package let place: Place
    package init(title: String, target: String, children: [MenuItem], place: Place) {
        self.title = title
        self.target = target
        self.children = children
        self.place = place
    }
}

/// A stretch of time, open on either side when nil: `from` <= T < `until`.
package struct Window: Sendable {
    package let from: Timestamp?
    package let until: Timestamp?
    package init(from: Timestamp? = nil, until: Timestamp? = nil) {
        self.from = from
        self.until = until
    }

    package func contains(_ moment: Timestamp) -> Bool {
        (from.map { $0 <= moment } ?? true) && (until.map { moment < $0 } ?? true)
    }
}

/// A line of the slogan strip (khẩu hiệu).
package struct Slogan: Sendable {
    package let text: String
    package let window: Window
    package init(text: String, window: Window) {
        self.text = text
        self.window = window
    }
}

/// Liên kết website: links under a heading.
package struct LinkGroup: Sendable {
    package let title: String
    package let items: [MenuItem]
    package init(title: String, items: [MenuItem]) {
        self.title = title
        self.items = items
    }
}

/// A picture link in a named slot of the theme.
package struct Banner: Sendable {
    package let slot: String
    /// A file of content/.
    package let image: String
    package let alt: String
    package let target: String
    package let window: Window
    package let place: Place
    package init(slot: String, image: String, alt: String, target: String, window: Window, place: Place) {
        self.slot = slot
        self.image = image
        self.alt = alt
        self.target = target
        self.window = window
        self.place = place
    }
}

/// The words addresses are made of; each is one path segment.
package struct PathWords: Sendable {
    package var page = "trang"
    package var day = "ngay"
    package var tag = "the"
    package var siteMap = "so-do"
    package var documents = "van-ban"
    package var albums = "anh"
    package var print = "in"
    package var fragment = "manh"
    package var feed = "rss.xml"
    package var newsSitemap = "tin-moi.xml"

    package init() {}
}

/// How the parts that change with every article (latest news, tags, archive) come into pages.
package enum FragmentDelivery: String, Sendable {
    /// They are written into every page.
    case inline
    /// They are files that the web server puts into pages (server-side includes).
    case ssi
    /// They are files that a script fetches; until then a plain link stands in their place.
    case js
}

package struct PageSizes: Sendable {
    /// Items on a list page.
    package var list = 10
    /// Neighbours an article page lists: newer and older ones of its category.
    package var newer = 5
    package var older = 10
    /// Page numbers shown on each side of the current one.
    package var window = 3

    package init() {}
}

package struct FeedSettings: Sendable {
    package var items = 20
    package var categories = true
    package var tags = true

    package init() {}
}

/// What a check finds is an error, a warning, or not looked for.
package enum CheckLevel: String, Sendable {
    case error
    case warn
    case off
}

extension CheckLevel {
    /// Nil when the check is off.
    package var severity: Severity? {
        switch self {
        case .error: .error
        case .warn: .warning
        case .off: nil
        }
    }
}

package struct Checks: Sendable {
    /// Links to sources, and their anchors.
    package var links = CheckLevel.error
    /// Files that a page names and content/ does not have.
    package var files = CheckLevel.warn
    /// Pictures without alternative text.
    package var alt = CheckLevel.warn

    package init() {}
}

package struct MarkdownSettings: Sendable, Hashable {
    package var extensions = true
    package var rawHTML = false
    /// Whether numbers of official documents may be links: not in a site that has none.
    package var citations = false

    package init() {}
}

/// `tags:` in site.yaml: overrides a tag's spelling and slug, and merges other tags into it.
package struct TagSetting: Sendable {
    package let name: String
    package let slug: String?
    package let merge: [String]
    package let place: Place
    package init(name: String, slug: String?, merge: [String], place: Place) {
        self.name = name
        self.slug = slug
        self.merge = merge
        self.place = place
    }
}

/// How dates look, place by place (patterns of VietnameseText's `DatePattern`).
package struct DatePatterns: Sendable {
    package var article = "EEEE, dd/MM/yyyy, HH:mm"
    package var list = "dd/MM/yyyy"
    package var day = "EEEE, dd/MM/yyyy"

    package init() {}
}

/// A named value that a theme or a site adds: `params:`, theme settings.
package struct Parameter: Sendable {
    package enum Value: Sendable, Hashable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case list([String])
        /// Declared, without a value here.
        case absent(Kind)
    }

    package enum Kind: String, Sendable, Hashable {
        case text
        case number
        case flag
        case list
    }

    package let name: String
    package let value: Value
    package init(name: String, value: Value) {
        self.name = name
        self.value = value
    }
}

/// How visits are counted.
package struct VisitSettings: Hashable, Sendable {
    /// Whether pages tell the counting service of `bantin host` that they are read.
    package var isLive = false
    /// Minutes without a page after which a visit is over.
    package var idleMinutes = 30
    /// Where pages may be that count: `https://host`. None means the site's own.
    package var origins: [String] = []
    /// Requests of one reader within a second.
    package var perSecond = 4
    /// New readers within a minute; more than that is no crowd, and none is counted until the minute is over.
    package var newPerMinute = 20_000

    package init() {}
}
