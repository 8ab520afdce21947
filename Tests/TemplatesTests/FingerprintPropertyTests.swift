import Bytes
import Templates
import Testing

/// What fingerprints promise: pages with one fingerprint have the same bytes.
struct FingerprintPropertyTests {
    /// The samples' templates and those of random themes, each on many pairs of worlds.
    @Test(arguments: 0..<20)
    func pagesThatDifferHaveDifferentFingerprints(_ seed: UInt64) throws {
        var dice = RandomReading(seed: seed)
        // Fragments are no matter of a page's fingerprint.
        let samples = try ReadingSample.all.filter { !$0.text.contains("fragment") }.map {
            ($0.text, try $0.theme.newsstandPage())
        }
        let random = try (0..<10).map { _ in
            let theme = dice.theme()
            return ("\(theme.files.map { "\($0.name): \($0.text)" })", try theme.newsstandPage())
        }
        var kept = 0
        for _ in 0..<12 {
            let world = dice.world()
            let next = dice.changed(world)
            for (text, template) in samples + random {
                let (before, after) = (world.fingerprint(template), next.fingerprint(template))
                guard before == after, before.isKnown else { continue }
                kept += 1
                let pages = (world.page(template), next.page(template))
                #expect(
                    pages.0 == pages.1,
                    "\(String(decoding: pages.0, as: UTF8.self)) | \(String(decoding: pages.1, as: UTF8.self)) | \(text)"
                )
            }
        }
        // Enough pages kept theirs for the promise to have been put to the test.
        #expect(kept > 300)
    }

    /// The same for themes with macros, includes and `loop`, whose objects have no addresses.
    @Test(arguments: 0..<100)
    func pagesOfThePortalToo(_ seed: UInt64) throws {
        var dice = RandomTheme(seed: seed)
        let theme = dice.theme()
        let set = try #require(theme.compile().0)
        let worlds = (0..<4).map { _ in dice.portal() }
        // A page without its fragments, which are no matter of its fingerprint, and where they stand.
        var seen: [ContentHash: Page] = [:]
        for world in worlds {
            for _ in 0..<15 {
                let (kind, variables) = dice.page(of: world)
                let template = try #require(set.template(forPage: kind))
                let print = Fingerprinter(world: world, globals: [.object(0)])
                    .fingerprint(template, variables)
                var out = ByteBuffer()
                let renderer = Renderer(world: world, globals: [.object(0)], memoryLimit: 0)
                renderer.render(template, variables, into: &out)
                let page = Page(out.copy(), renderer.placements, fragments(set, world))
                #expect(print.isKnown)
                #expect(seen[print, default: page] == page, "\(theme.files)")
                seen[print] = page
            }
        }
    }

    /// How long each fragment is.
    private func fragments(_ set: TemplateSet, _ world: Portal) -> [Int] {
        set.partNames.compactMap(set.template(forFragment:)).map { template in
            var out = ByteBuffer()
            Renderer(world: world, globals: [.object(0)]).render(template, [], into: &out)
            return out.count
        }
    }

    private struct Page: Equatable {
        /// What stands between the fragments.
        var texts: [[UInt8]] = []
        var fragments: [Int] = []

        init(_ bytes: [UInt8], _ places: [Placement], _ sizes: [Int]) {
            var end = 0
            for place in places {
                guard case .fragment(let number) = place.content else { continue }
                texts.append(Array(bytes[end..<place.offset]))
                fragments.append(number)
                end = place.offset + sizes[number]
            }
            texts.append(Array(bytes[end...]))
        }
    }
}
