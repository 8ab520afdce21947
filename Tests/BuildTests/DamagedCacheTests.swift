import Build
import Bytes
import Foundation
import Model
import Testing

/// Whatever happens to what builds remember, the next build gives what one from nothing gives.
@Suite struct DamagedCacheTests {
    /// Dice, the same for the same seed.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 31)
        }
    }

    private static func path(_ number: Int) -> String { "content/tin-tuc/\(number).md" }

    /// Keeps its address whatever it is called: a move is told once, and by no build from nothing.
    private static func article(_ title: String, _ number: Int) -> String {
        IncrementalSite.article(title, "slug: tin-\(number)\ntags: [thẻ]\n")
    }

    /// A site that has all five kinds of caches: much of it was read at once, one article later.
    private static func site() throws -> IncrementalSite {
        var files = ["content/tin-tuc/a.gif": "no picture"]
        for number in 10..<50 { files[path(number)] = article("Tin \(number)", number) }
        let site = try IncrementalSite(files)
        site.settle()
        try site.buildCalmly()
        try site.write(path(10), article("Tin mới", 10))
        site.settle()
        try site.buildCalmly()
        return site
    }

    private static func damaged(_ data: Data, _ dice: inout Dice) -> Data {
        var data = data
        guard !data.isEmpty else { return Data([0]) }
        let at = Int.random(in: 0..<data.count, using: &dice)
        switch Int.random(in: 0..<7, using: &dice) {
        case 0: return data.prefix(at)
        case 1: return Data()
        case 2: return data + Data((0..<40).map { _ in UInt8.random(in: 0...255, using: &dice) })
        case 3: return Data((0..<data.count).map { _ in UInt8.random(in: 0...255, using: &dice) })
        case 4:
            for place in at..<data.count { data[place] = 0 }
        default: data[at] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        }
        return data
    }

    @Test func thereAreFiveKinds() throws {
        let kinds = try Self.site().caches.map { name in
            name.dropFirst(".bantin/".count).prefix { $0.isLetter }
        }
        #expect(kinds == ["output", "run", "site", "sources", "sources"])
    }

    @Test(arguments: 0..<6)
    func damageNeverShows(_ seed: UInt64) throws {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 7)
        let site = try Self.site()
        for round in 0..<8 {
            let caches = try site.caches
            let cache = try #require(caches.randomElement(using: &dice))
            try site.write(cache, Self.damaged(try site.read(cache), &dice))
            // With an edit or without.
            let number = Int.random(in: 10..<50, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 4: try site.write(Self.path(100 + round), Self.article("Thêm \(round)", 100 + round))
            case 0: try site.write(Self.path(number), Self.article("Lần \(round)", number))
            case 1: if site.exists(Self.path(number)) { try site.remove(Self.path(number)) }
            case 2: try site.write("public/index.html", "khác")
            default: break
            }
            let report = try site.build()
            #expect(try site.differences(report) == [], "seed \(seed), round \(round), \(cache)")
            site.settle()
            if Bool.random(using: &dice) { try site.buildCalmly() }
        }
    }

    @Test func cachesThatChangedPlacesAreNotBelieved() throws {
        let site = try Self.site()
        let caches = try site.caches
        let whole = try caches.map { try site.read($0) }
        for one in caches.indices {
            for other in caches.indices where other != one {
                try site.write(caches[one], whole[other])
                #expect(try site.differences(try site.build()) == [], "\(caches[other]) as \(caches[one])")
                for (path, data) in zip(caches, whole) { try site.write(path, data) }
            }
        }
    }

    /// A cache of an earlier moment is whole, and told of what was true then.
    @Test func oldCachesAreNotBelieved() throws {
        let site = try Self.site()
        let old = try site.caches.map { ($0, try site.read($0)) }
        for (path, data) in old {
            for number in [10, 20, 49] {
                try site.write(Self.path(number), Self.article("Khác \(path.utf8.count)", number))
            }
            site.settle()
            try site.buildCalmly()
            try site.write(path, data)
            let report = try site.build()
            #expect(try site.differences(report) == [], "\(path)")
            site.settle()
        }
    }

    @Test func cachesMayBeDeletedOneByOne() throws {
        let site = try Self.site()
        for cache in try site.caches {
            try site.remove(cache)
            #expect(try site.differences(try site.build()) == [], "\(cache)")
            site.settle()
            try site.buildCalmly()
        }
    }
}
