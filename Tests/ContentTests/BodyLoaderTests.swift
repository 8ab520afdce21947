import Bytes
import Content
import Foundation
import Model
import Testing

/// Bodies that a memory left out are made again when somebody asks, and only while their sources are the same.
struct BodyLoaderTests {
    private static let files = [
        "site.yaml": SiteFolder.siteFile,
        "content/tin-tuc/a.md": "---\ntitle: A\ndate: 19/06/2024\n---\n# Một\n\nĐoạn *a* [b](b.md).\n",
        "content/tin-tuc/b.md": "---\ntitle: B\ndate: 19/06/2024\n---\n",
        "content/van-hoa/c/index.md":
            "---\ntitle: C\ndate: 19/06/2024\n---\n- một\n- hai\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ]

    private static func recalled() throws -> (RememberingSite, Newsroom) {
        let site = try RememberingSite(files)
        site.settle()
        try site.read()
        let reading = try site.read()
        #expect(reading.freshlyRead == [])
        return (site, reading.newsroom)
    }

    @Test func bodiesAreThoseOfAFullReading() throws {
        let (site, newsroom) = try Self.recalled()
        let bodies = try #require(newsroom.bodies)
        let full = site.readFromNothing().0
        #expect(full.articles.map { $0.body.html.isEmpty } == [false, true, false])
        // In any order, and more than once.
        for index in [2, 0, 1, 2, 0] {
            let html = bodies.html(of: index, digest: newsroom.articles[index].body.digest)
            #expect(html == full.articles[index].body.html)
        }
        #expect(bodies.changedSource == nil)
    }

    @Test func manyThreadsMayAsk() async throws {
        let (site, newsroom) = try Self.recalled()
        let bodies = try #require(newsroom.bodies)
        let full = site.readFromNothing().0.articles.map(\.body.html)
        let digests = newsroom.articles.map(\.body.digest)
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                group.addTask { bodies.html(of: number % 3, digest: digests[number % 3]) == full[number % 3] }
            }
            for await isRight in group { #expect(isRight) }
        }
        #expect(bodies.changedSource == nil)
    }

    @Test(arguments: ["edited", "front matter edited", "deleted", "not UTF-8"])
    func aSourceThatChangedMeanwhileIsTold(_ how: String) throws {
        let (site, newsroom) = try Self.recalled()
        let bodies = try #require(newsroom.bodies)
        let path = "content/tin-tuc/a.md"
        switch how {
        case "edited": try site.folder.write(path, "\(Self.files[path] ?? "")x")
        // The body is the same, the article is not.
        case "front matter edited":
            try site.folder.write(
                path, (Self.files[path] ?? "").replacingOccurrences(of: "title: A", with: "title: Ă"))
        case "deleted": try site.folder.remove(path)
        default: try site.folder.write(path, bytes: [0xFF, 0xFE])
        }
        #expect(bodies.html(of: 2, digest: newsroom.articles[2].body.digest) != [])
        #expect(bodies.changedSource == nil)
        #expect(bodies.html(of: 0, digest: newsroom.articles[0].body.digest) == [])
        #expect(bodies.changedSource == path)
        // The first one is told; the others are right all the same.
        try site.folder.remove("content/tin-tuc/b.md")
        #expect(bodies.html(of: 1, digest: newsroom.articles[1].body.digest) == [])
        #expect(bodies.changedSource == path)
        #expect(bodies.html(of: 2, digest: newsroom.articles[2].body.digest) != [])
    }

    @Test func theDigestChangesWithTheBytesAndWithWhatTheyMean() throws {
        let (site, newsroom) = try Self.recalled()
        let before = newsroom.articles.map(\.body.digest)
        #expect(!before.contains(.unknown))
        #expect(Set(before).count == 3)
        #expect(try site.read().newsroom.articles.map(\.body.digest) == before)
        try site.folder.write("site.yaml", SiteFolder.siteFile + "# khác\n")
        let after = try site.read().newsroom.articles.map(\.body.digest)
        #expect(zip(before, after).allSatisfy { $0 != $1 })
    }
}
