import Arrange
import Bytes
import Content
import Diagnostics
import Model
import Render
import VietnameseText

/// The notices of one withdrawn article, made without a build: by the theme, or without one where the theme
/// has errors, too.
enum NoticePage {
    /// One page for each of `addresses`, which are paths without the site's base.
    static func make(
        _ withdrawal: Withdrawal, at addresses: [String], _ site: SiteReading, _ request: BuildRequest
    ) -> [[UInt8]] {
        let notices = addresses.map { address in
            CatalogNotice(
                url: site.settings.url(address), reason: withdrawal.reason, date: withdrawal.date)
        }
        return themed(notices, request) ?? notices.map { plain($0, site.settings) }
    }

    /// Nil when the theme cannot render it.
    private static func themed(_ notices: [CatalogNotice], _ request: BuildRequest) -> [[UInt8]]? {
        var (newsroom, theme, found) = ContentReader.read(
            root: request.root, builtInThemes: BuiltInThemes.files, threads: request.threads)
        newsroom.settings.apply(request, &found)
        // What cannot be read completely is not shown beside the notice.
        newsroom.articles.removeAll(where: \.isDamaged)
        newsroom.pages.removeAll(where: \.isDamaged)
        newsroom.documents.removeAll(where: \.isDamaged)
        newsroom.albums.removeAll(where: \.isDamaged)
        let assets = AssetPublisher.publish(theme, siteRoot: request.root, &found)
        let schema = SiteSchema.make(
            settings: newsroom.settings, theme: theme, assets: assets, parts: SiteParts(newsroom))
        guard let templates = SiteBuild.compile(theme, schema, &found) else { return nil }
        let options = ArrangeOptions(moment: request.now, records: false, threads: request.threads)
        var catalog = Arrangement.arrange(newsroom, options).catalog
        catalog.notices = notices
        let plan = SitePlan.make(catalog, templates: TemplateCopies(templates), assets: assets)
        let renderer = plan.makeRenderer()
        return plan.entries.filter(\.isNotice).map { entry in
            var buffer = ByteBuffer(capacity: 1 << 16)
            renderer.append(entry, to: &buffer)
            return buffer.copy()
        }
    }

    private static func plain(_ notice: CatalogNotice, _ settings: Settings) -> [UInt8] {
        let isEnglish = settings.language.utf8.starts(with: "en".utf8)
        func say(_ vietnamese: String, _ english: String) -> String { isEnglish ? english : vietnamese }
        let title = say("Bài viết đã được gỡ", "This article was withdrawn")
        let day = notice.date.map { $0.civil(in: settings.zone).date }.map {
            "\(Digits.padded($0.day, 2))/\(Digits.padded($0.month, 2))/\(Digits.padded($0.year, 4))"
        }
        let date = day.map { "<p>\(say("Ngày gỡ", "Withdrawn on")): \($0)</p>\n" } ?? ""
        let text = """
            <!DOCTYPE html>
            <html lang="\(isEnglish ? "en" : "vi")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>\(title)</title>
            </head>
            <body>
            <h1>\(title)</h1>
            \(date)<p>\(say("Lý do", "Reason")): \(HTMLEscape.escape(notice.reason))</p>
            <p><a href="\(HTMLEscape.escape(settings.url.basePath))">\(say("Về trang chủ", "Home"))</a></p>
            </body>
            </html>

            """
        return Array(text.utf8)
    }
}

extension PlanEntry {
    fileprivate var isNotice: Bool {
        guard case .rendered(.notice, _, _) = content else { return false }
        return true
    }
}
