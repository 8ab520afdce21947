import Model
import Templates
import VietnameseText

extension SiteSchema {
    static var site: ObjectType {
        ObjectType(
            "site", doc: "The whole site.",
            fields: siteText + siteLists + siteDocuments + siteAlbums + siteCounts + siteFurniture)
    }

    private static var siteText: [Field] {
        [
            .text("title", "Its name.") { world, _ in world.settings.title },
            .text("description", "What it is, or empty.") { world, _ in world.settings.description },
            .text("language", "The language of its pages: `vi`.") { world, _ in world.settings.language },
            .text("zone", "The zone of its dates: `+07:00`.") { world, _ in
                ISO8601.offset(world.settings.zone)
            },
            .text("fragments", "How `{% fragment %}` comes into pages: `inline`, `ssi` or `js`.") {
                world, _ in
                world.settings.fragments.rawValue
            },
            .text("url", "The front page with scheme and host.") { world, _ in
                world.absolute(world.settings.url.basePath)
            },
            .text("home_url", "The front page from the root of the host: `/`.") { world, _ in
                world.settings.url.basePath
            },
            .text("feed_url", "The feed of the whole site.") { world, _ in
                world.settings.url("/\(world.settings.words.feed)")
            },
            .text("site_map_url", "The site map for readers.") { world, _ in
                world.settings.url("/\(world.settings.words.siteMap)/")
            },
            .text("archive_url", "The start of day, month and year addresses: `/ngay/`.") { world, _ in
                world.settings.url("/\(world.settings.words.day)/")
            },
            .text("organization", "Whose portal it is, or empty.") { world, _ in
                world.settings.identity.organization
            },
            .text("address", "The postal address, or empty.") { world, _ in world.settings.identity.address },
            .text("phone", "The telephone number, or empty.") { world, _ in world.settings.identity.phone },
            .text("email", "The e-mail address, or empty.") { world, _ in world.settings.identity.email },
            .text("responsible", "Who answers for the content, or empty.") { world, _ in
                world.settings.identity.responsible
            },
            .text("feedback_url", "Where feedback goes, or empty.") { world, _ in world.catalog.feedback },
            .text("logo", "The logo's address, or empty.") { world, _ in world.catalog.logo },
            .text("favicon", "The favicon's address, or empty.") { world, _ in world.catalog.favicon },
        ]
    }

    private static var siteLists: [Field] {
        [
            .list("articles", of: "article", "All listed articles, newest first.") { world, _ in
                .range(0..<world.catalog.listedCount)
            }.changing(with: .site),
            .list("latest", of: "article", "Listed articles without the pinned ones, newest first.") {
                world, _ in .objects(world.unpinned[...])
            }.changing(with: .site),
            .list("pinned", of: "article", "Pinned articles, newest first.") { world, _ in
                .objects(world.catalog.pinned[...])
            }.changing(with: .site),
            .list("corrected", of: "article", "Articles with a correction, the newest correction first.") {
                world, _ in .objects(world.catalog.corrected[...])
            }.changing(with: .site),
            .int("total", "How many articles are listed.") { world, _ in world.catalog.listedCount }.changing(
                with: .site),
            .optionalDate("newest_date", "The date of the newest listed article, document or album.") {
                world, _ in world.newestDate
            }.changing(with: .site),
            .list("categories", of: "category", "Its categories, in order.") { world, _ in
                .range(world.catalog.categories.indices)
            },
            .list("tags", of: "tag", "Its tags, in Vietnamese order.") { world, _ in
                .range(world.catalog.tags.indices)
            }.changing(with: .site),
            .list("tags_by_count", of: "tag", "Its tags, the most used first.") { world, _ in
                .objects(world.tagsByCount[...])
            }.changing(with: .site),
            .list("years", of: "period", "Years that have news, newest first.") { world, _ in
                periods(.year, world.catalog.years.indices)
            }.changing(with: .site),
            .list("months", of: "period", "Months that have news, newest first.") { world, _ in
                periods(.month, world.catalog.months.indices)
            }.changing(with: .site),
            .list("days", of: "period", "Days that have news, newest first.") { world, _ in
                periods(.day, world.catalog.days.indices)
            }.changing(with: .site),
            .list("pages", of: "standing", "Its standing pages, in order.") { world, _ in
                .range(world.catalog.pages.indices)
            },
        ]
    }

    private static var siteCounts: [Field] {
        [
            .optionalText(
                "visits_url",
                "Where pages tell that they are read, `/_bantin/`, with `visits: {live: true}` in site.yaml."
            ) { world, _ in
                world.settings.visits.isLive ? world.settings.url("/_bantin/") : nil
            },
            .bool("is_counted", "Whether there is a counts.json: whether the fields below say something.") {
                world, _ in world.catalog.counts != nil
            },
            .optionalInt("visits", "Visits of the whole site, when they are counted.") { world, _ in
                world.catalog.counts?.total
            },
            .optionalDate("visits_date", "Until when was counted, if counts.json says so.") { world, _ in
                world.catalog.counts?.asOf?.seconds
            },
            .list("most_read", of: "article", "The articles that were read most, the most read first.") {
                world, _ in .objects(world.counts.mostRead[...])
            }.changing(with: .site),
            .optionalInt("most_read_days", "In how many days they were; when they are counted.") { world, _ in
                world.catalog.counts.map(\.mostRead).flatMap { $0.days > 0 ? $0.days : nil }
            },
        ]
    }

    private static var siteFurniture: [Field] {
        [
            .list("main_menu", of: "link", "The menu named `main`.") { world, _ in world.menu(named: "main")
            },
            .list("footer_menu", of: "link", "The menu named `footer`.") { world, _ in
                world.menu(named: "footer")
            },
            .list("menus", of: "menu", "All menus of site.yaml.") { world, _ in
                .range(world.catalog.menus.indices)
            },
            .list("links", of: "link_group", "Links to other websites, in groups.") { world, _ in
                .range(world.catalog.links.indices)
            },
            .texts("slogans", "The slogans (khẩu hiệu) of today.") { world, _ in world.catalog.slogans },
            .list("banners", of: "banner", "The banners of today.") { world, _ in
                .range(world.catalog.banners.indices)
            },
            .object("settings", "theme_settings", "The theme's settings.") { _, _ in 0 },
        ]
    }

    private static func periods(_ kind: PeriodKind, _ indices: Range<Int>) -> List {
        .values(indices.map { .object(PeriodNumber(kind, $0).number) })
    }

    /// One field for each file of the theme, so that a misspelt name is an error with a suggestion.
    static func assetTable(_ assets: [PublishedAsset]) -> ObjectType {
        ObjectType(
            "assets",
            doc:
                "The theme's files: a field for each, named as its path with `_` for every character that is "
                + "no letter or digit (`css/sen.css` is `assets.css_sen_css`).",
            fields: assets.indices.map { index in
                .text(fieldName(assets[index].name), "The address of `\(assets[index].name)`.") { world, _ in
                    world.settings.url("/" + world.assets[index].path)
                }
            })
    }

    private static func fieldName(_ path: String) -> String {
        String(decoding: path.utf8.map { isWordByte($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    static func themeSettings(_ declared: [ParameterDeclaration]) -> ObjectType {
        ObjectType(
            "theme_settings", doc: "The settings that theme.yaml declares and site.yaml sets.",
            fields: declared.map { setting in
                let doc = "The setting `\(setting.name)` of the theme."
                return parameter(setting, doc) { world, _ in world.settings.theming }
            })
    }

    static func articleParams(_ declared: [ParameterDeclaration]) -> ObjectType {
        ObjectType(
            "params", doc: "The fields of articles that theme.yaml declares.",
            fields: declared.map { param in
                parameter(param, "The field `\(param.name)` under `params`.") { world, index in
                    world[source: index].parameters
                }
            })
    }

    /// A field whose value is written under its name in `values`, or is the declared default.
    private static func parameter(
        _ declared: ParameterDeclaration, _ doc: String,
        _ values: @escaping @Sendable (SiteWorld, Int) -> [Parameter]
    ) -> Field {
        let (name, fallback) = (declared.name, declared.fallback.value)
        return .value(name, declared.kind.type, doc) { world, index in
            values(world, index).first { $0.name == name }?.value.value ?? fallback
        }
    }
}

extension Parameter.Kind {
    var type: ValueType {
        switch self {
        case .text: .text
        case .number: .int
        case .flag: .bool
        case .list: .list(.text)
        }
    }
}

extension Parameter.Value {
    var value: Value {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .int(number)
        case .flag(let flag): .bool(flag)
        case .list(let texts): .list(.values(texts.map { .text($0) }))
        case .absent(.text): .text("")
        case .absent(.number): .int(0)
        case .absent(.flag): .bool(false)
        case .absent(.list): .list(.values([]))
        }
    }
}

extension SiteWorld {
    func menu(named name: String) -> List {
        guard let index = catalog.menus.firstIndex(where: { $0.name == name }) else { return .range(0..<0) }
        return .range(links.menus[index])
    }
}
