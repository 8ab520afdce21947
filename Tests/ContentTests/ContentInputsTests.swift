import Bytes
import Content
import Foundation
import Model
import Testing

/// Equal inputs mean that nothing there is to be read has changed.
struct ContentInputsTests {
    private static func site() throws -> RememberingSite {
        let site = try RememberingSite([
            "site.yaml": SiteFolder.siteFile + "theme: con\n",
            "themes/con/theme.yaml": "parent: sen\n", "themes/con/templates/a.html": "a",
            "themes/con/assets/a.css": "a{}",
            "content/tin-tuc/_index.md": "---\ntitle: Tin\n---\n",
            "content/tin-tuc/a.md": "---\ntitle: A\ndate: 19/06/2024\n---\n",
            "content/tin-tuc/x.pdf": "a", "content/trang/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n",
            "addresses.csv": "tin-tuc/a,/tin-tuc/a/\n",
            "counts.json": "{\"version\": 1, \"total\": 5}",
        ])
        site.settle()
        try site.read()
        return site
    }

    @Test func nothingIsReadWhenNothingHasChanged() throws {
        let site = try Self.site()
        let inputs = try #require(try site.read().inputs)
        let reading = try site.read(inputs: inputs.hash)
        #expect(reading.isUnchanged)
        #expect(reading.newsroom.articles.isEmpty && reading.notes == nil)
        #expect(reading.newsroom.settings.title == "Công đoàn")
    }

    /// What the first reading of all tells is what the second one finds.
    @Test func theFirstReadingTellsThemToo() throws {
        let site = try Self.site()
        let first = try #require(try RememberingSiteCopy.firstReading(of: site).inputs)
        #expect(try site.read(inputs: first.hash).isUnchanged)
    }

    private static let edits: KeyValuePairs<String, @Sendable (RememberingSite) throws -> Void> = [
        "site.yaml": { try $0.folder.write("site.yaml", SiteFolder.siteFile + "theme: con\n# x\n") },
        "an article": {
            try $0.folder.write("content/tin-tuc/a.md", "---\ntitle: B\ndate: 19/06/2024\n---\n")
        },
        "an article touched": {
            try $0.folder.write("content/tin-tuc/a.md", "---\ntitle: A\ndate: 19/06/2024\n---\n")
        },
        "a new article": {
            try $0.folder.write("content/tin-tuc/b.md", "---\ntitle: B\ndate: 19/06/2024\n---\n")
        },
        "an article gone": { try $0.folder.remove("content/tin-tuc/a.md") },
        "a category's index": { try $0.folder.write("content/tin-tuc/_index.md", "---\ntitle: Tín\n---\n") },
        "a standing page": { try $0.folder.write("content/trang/gioi-thieu.md", "---\ntitle: Khác\n---\n") },
        "a file": { try $0.folder.write("content/tin-tuc/x.pdf", "b") },
        "a new file": { try $0.folder.write("content/tin-tuc/y.pdf", "b") },
        "a file that is refused": { try $0.folder.write("content/x.md", "b") },
        "addresses.csv": { try $0.folder.write("addresses.csv", "tin-tuc/a,/tin-tuc/b/\n") },
        "addresses.csv gone": { try $0.folder.remove("addresses.csv") },
        "counts.json": { try $0.folder.write("counts.json", "{\"version\": 1, \"total\": 6}") },
        "counts.json empty": { try $0.folder.write("counts.json", "") },
        "counts.json gone": { try $0.folder.remove("counts.json") },
        "a template": { try $0.folder.write("themes/con/templates/a.html", "b") },
        "a new template": { try $0.folder.write("themes/con/templates/b.html", "b") },
        "an asset": { try $0.folder.write("themes/con/assets/a.css", "b{}") },
        "an asset gone": { try $0.folder.remove("themes/con/assets/a.css") },
        "the program": { $0.program = ContentHash(high: 7, low: 7) },
    ]

    @Test(arguments: edits.map(\.key))
    func everyEditChangesThem(_ name: String) throws {
        let site = try Self.site()
        let inputs = try #require(try site.read().inputs)
        try #require(Self.edits.first { $0.key == name }).value(site)
        site.settle()
        let reading = try site.read(inputs: inputs.hash)
        #expect(!reading.isUnchanged)
        #expect(reading.inputs?.hash != inputs.hash)
    }

    @Test(arguments: [
        "content/tin-tuc/a.md", "content/tin-tuc/x.pdf", "content/trang/gioi-thieu.md",
        "themes/con/assets/a.css",
    ])
    func filesChangedJustNowAreNotTrusted(_ path: String) throws {
        let site = try Self.site()
        let text = try String(contentsOfFile: site.folder.path + "/" + path, encoding: .utf8)
        #expect(try site.read().inputs != nil)
        try site.folder.write(path, text)
        #expect(try site.read().inputs == nil)
        site.settle()
        #expect(try site.read().inputs != nil)
    }

    @Test func anotherAddressBookReplacesTheOld() throws {
        let site = try Self.site()
        let inputs = try #require(try site.read().inputs)
        let other = Array("tin-tuc/a,/tin-tuc/b/\n".utf8)
        let replaced = inputs.replacing(addresses: ContentHash(of: other))
        #expect(replaced.hash != inputs.hash)
        try site.folder.write("addresses.csv", bytes: other)
        #expect(try site.read().inputs?.hash == replaced.hash)
    }
}

private enum RememberingSiteCopy {
    /// A reading as if there had been none before.
    static func firstReading(of site: RememberingSite) throws -> ContentReading {
        try site.folder.remove("sources.cache")
        return try site.read()
    }
}
