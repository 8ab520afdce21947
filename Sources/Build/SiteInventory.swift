import Arrange
import Bytes
import Content
package import Diagnostics
package import Model

/// The articles of a site with their states, newest first.
package struct SiteInventory: Sendable {
    package let lines: [InventoryLine]
    package let settings: Settings
    /// The folders of categories, in byte order.
    package let categories: [String]
    package let diagnostics: [Diagnostic]

    /// Reads content/ and nothing else; templates and links are not looked at.
    package static func read(_ request: BuildRequest) -> SiteInventory {
        let (newsroom, _, read) = ContentReader.read(
            root: request.root, builtInThemes: BuiltInThemes.files, threads: request.threads)
        var found = read
        let moment = BuildMoment.settle(request, zone: newsroom.settings.zone, &found)
        let options = ArrangeOptions(moment: moment)
        let lines = newsroom.articles.map { article in
            InventoryLine(
                state: article.visibility(options), date: article.date, title: article.title,
                source: article.source)
        }
        return SiteInventory(
            lines: lines.sorted(by: InventoryLine.inOrder), settings: newsroom.settings,
            categories: newsroom.categories.map(\.folder), diagnostics: found)
    }
}

package struct InventoryLine: Sendable {
    package let state: Visibility
    package let date: Timestamp
    package let title: String
    /// From the site's folder.
    package let source: String

    fileprivate static func inOrder(_ left: InventoryLine, _ right: InventoryLine) -> Bool {
        left.date != right.date ? left.date > right.date : left.source.precedesInBytes(right.source)
    }
}
