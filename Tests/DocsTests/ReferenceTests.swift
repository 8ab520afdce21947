import Build
import Content
import Foundation
import Model
import Render
import Templates
import Testing

/// The repository's folder.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// References are made from the tables in the code, so that they cannot go stale.
///
/// With BANTIN_WRITE_DOCS=1 a test writes its file and fails: somebody has to look at it.
@Suite struct ReferenceTests {
    @Test func templates() throws {
        let schema = SiteSchema.make(settings: Settings(), theme: Theme(), assets: [])
        try compare("docs/templates.md", with: TemplateReference.markdown(schema: schema))
    }

    @Test func frontMatter() throws {
        try compare("docs/front-matter.md", with: FrontMatterReference.markdown())
    }

    @Test func siteSettings() throws { try compare("docs/site-yaml.md", with: SiteReference.markdown()) }

    @Test func themeFile() throws { try compare("docs/theme-yaml.md", with: ThemeFileReference.markdown()) }

    private func compare(_ path: String, with text: String) throws {
        let file = repository.appending(path: path)
        let written = try? String(contentsOf: file, encoding: .utf8)
        guard written != text else { return }
        if ProcessInfo.processInfo.environment["BANTIN_WRITE_DOCS"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        Issue.record("\(path) is not what the code says; BANTIN_WRITE_DOCS=1 writes it anew")
    }
}
