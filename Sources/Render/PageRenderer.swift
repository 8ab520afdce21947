import Bytes
import Model
import Templates

/// Renders the entries of a plan on one thread.
final class PageRenderer: EntryRenderer {
    private let world: SiteWorld
    private let renderer: Renderer
    private let fingerprinter: Fingerprinter
    /// By the raw value of the page kind.
    private let pages: [Template?]
    /// In the order of their names.
    private let fragments: [Template?]
    private let templates: TemplateSet

    init(_ world: SiteWorld, _ templates: TemplateSet, clock: TemplateClock? = nil) {
        self.world = world
        let globals = [Value.object(0), .object(0)]
        renderer = Renderer(world: world, globals: globals, clock: clock)
        fingerprinter = Fingerprinter(world: world, globals: globals)
        self.templates = templates
        pages = PageKindID.allCases.map {
            SiteSchema.templateName($0).flatMap(templates.template(forPage:))
        }
        fragments = templates.fragmentNames.map(templates.template(forFragment:))
    }

    private func template(_ page: PageNumber) -> Template? {
        page.kind == .fragment ? fragments[page.subject] : pages[Int(page.kind.rawValue)]
    }

    func append(_ entry: PlanEntry, to buffer: inout ByteBuffer) {
        guard case .rendered(let kind, let subject, let page) = entry.content else { return }
        let number = PageNumber(kind, Int(subject), page: Int(page))
        if let template = template(number) {
            renderer.render(template, variables(number), into: &buffer)
            isIncomplete = world.catalog.bodies?.tookWhatIsMissing() ?? false
            places = PagePlaces(renderer.placements)
        } else {
            (places, isIncomplete) = (PagePlaces(), false)
            appendFile(number, to: &buffer)
        }
    }

    /// Feeds and sitemaps share nothing.
    private(set) var places: PagePlaces? = PagePlaces()

    /// The bytes of the fragment `name`, which is part of pages.
    func part(_ name: String) -> SharedPart {
        var bytes = ByteBuffer()
        if let template = templates.template(forFragment: name) {
            renderer.render(template, [], into: &bytes)
        }
        return SharedPart(name: name, bytes: bytes.copy())
    }

    private(set) var isIncomplete = false

    var changedSource: String? { world.catalog.bodies?.changedSource }

    /// Feeds and sitemaps are few: they are always made.
    func fingerprint(_ entry: PlanEntry) -> ContentHash {
        guard case .rendered(let kind, let subject, let page) = entry.content else { return .unknown }
        let number = PageNumber(kind, Int(subject), page: Int(page))
        guard let template = template(number) else { return .unknown }
        return fingerprinter.fingerprint(template, variables(number))
    }

    /// The page's variables in the order in which `SiteSchema` declares them.
    private func variables(_ page: PageNumber) -> [Value] {
        let number = Value.object(page.number)
        switch page.kind {
        case .article, .standing, .notice, .redirect: return [number, .object(page.subject)]
        case .document, .album: return [number, .object(page.subject)]
        case .documents: return [number, .object(page.subject), number]
        case .albums: return [number, number]
        case .category, .tag: return [number, .object(page.subject), number, number]
        case .day: return [number, .object(PeriodNumber(.day, page.subject).number), number, number]
        case .month: return [number, .object(PeriodNumber(.month, page.subject).number), number, number]
        case .year: return [number, .object(PeriodNumber(.year, page.subject).number), number, number]
        case .articlePrint: return [number, .object(page.subject), .none]
        case .standingPrint: return [number, .none, .object(page.subject)]
        case .fragment: return []
        default: return [number]
        }
    }

    private func appendFile(_ page: PageNumber, to buffer: inout ByteBuffer) {
        switch page.kind {
        case .siteFeed, .categoryFeed, .tagFeed: Feed.append(page, world, to: &buffer)
        case .sitemap: Sitemap.append(part: page.page, world, to: &buffer)
        case .sitemapIndex: Sitemap.appendIndex(world, to: &buffer)
        case .newsSitemap: NewsSitemap.append(world, to: &buffer)
        case .robots: Robots.append(world, to: &buffer)
        case .documentIndex: DocumentIndex.append(world, to: &buffer)
        case .redirectMap: RedirectMap.append(world, to: &buffer)
        default: break
        }
    }
}

extension PagePlaces {
    /// Nil when the page shows something of it in a form of its own.
    fileprivate init?(_ placements: [Placement]) {
        self.init()
        for placement in placements {
            switch placement.content {
            case .fragment(let number): parts.append(PartPlace(part: number, offset: placement.offset))
            case .markup(let markup):
                texts.append(
                    TextPlace(
                        key: markup.key, offset: placement.offset, size: markup.size, check: markup.check,
                        fills: markup.fills))
            case .hidden: return nil
            }
        }
    }
}
