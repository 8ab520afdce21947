import Bytes
import Synchronization
import Templates
import Testing

/// One digest may stand for many fields of an object: they are not read then, and a page changes with it.
struct ObjectDigestTests {
    /// A title and a lead, for which there is a digest, and a number, for which there is none.
    private final class Story: Sendable {
        let title: String
        let views: Int
        let digest: ContentHash
        let titlesRead = Mutex(0)

        init(title: String = "Tin", views: Int = 1, digest: ContentHash) {
            self.title = title
            self.views = views
            self.digest = digest
        }
    }

    private static let story = ObjectType(
        "story", doc: "",
        digest: { world, _, bytes in
            let story = unsafeDowncast(world, to: Story.self)
            if story.digest.isKnown { bytes.append(story.digest) }
            return story.digest.isKnown
        },
        fields: [
            Field("title", .text, "") { world, _ in
                let story = unsafeDowncast(world, to: Story.self)
                story.titlesRead.withLock { $0 += 1 }
                return .text(story.title)
            }.inDigest,
            Field("views", .int, "") { world, _ in .int(unsafeDowncast(world, to: Story.self).views) },
        ])

    private static func template(_ text: String) throws -> Template {
        let schema = Schema(
            objects: [story], globals: [],
            pages: [
                PageKind(
                    "page", template: "page.html", doc: "",
                    variables: [Variable("story", .object("story"), "")])
            ])
        let (set, diagnostics) = Theme(["page.html": text]).compile(schema)
        guard let template = set?.template(forPage: "page") else { throw Refused(text: "\(diagnostics)") }
        return template
    }

    private static func fingerprint(_ template: Template, _ story: Story) -> ContentHash {
        Fingerprinter(world: story, globals: []).fingerprint(template, [.object(0)])
    }

    private let one = ContentHash(high: 1, low: 1)
    private let two = ContentHash(high: 1, low: 2)

    @Test func theDigestStandsForItsFields() throws {
        let template = try Self.template("{{ story.title }}{{ story.views }}")
        let story = Story(digest: one)
        let before = Self.fingerprint(template, story)
        #expect(before.isKnown)
        #expect(story.titlesRead.withLock { $0 } == 0)
        #expect(Self.fingerprint(template, Story(digest: two)) != before)
        #expect(Self.fingerprint(template, Story(views: 2, digest: one)) != before)
    }

    @Test func withoutADigestFieldsAreRead() throws {
        let template = try Self.template("{{ story.title }}{{ story.views }}")
        let story = Story(digest: .unknown)
        let before = Self.fingerprint(template, story)
        #expect(before.isKnown)
        #expect(story.titlesRead.withLock { $0 } == 1)
        #expect(Self.fingerprint(template, Story(title: "Khác", digest: .unknown)) != before)
        #expect(Self.fingerprint(template, Story(views: 2, digest: .unknown)) != before)
    }

    /// A page that shows none of its fields does not change with it.
    @Test func whoeverReadsNoneOfItsFieldsDoesNotAskForIt() throws {
        let template = try Self.template("{{ story.views }}")
        #expect(
            Self.fingerprint(template, Story(digest: one)) == Self.fingerprint(template, Story(digest: two)))
    }

    /// Sixteen bytes of a title are no digest of one.
    @Test func aTitleIsNeverTakenForADigest() throws {
        let template = try Self.template("{{ story.title }}")
        let digest = Self.fingerprint(template, Story(digest: one))
        let bytes = withUnsafeBytes(of: (one.high, one.low)) { Array($0) }
        let title = String(decoding: bytes, as: UTF8.self)
        #expect(Self.fingerprint(template, Story(title: title, digest: .unknown)) != digest)
    }
}
