internal import Foundation
package import Model
internal import VietnameseText

/// counts.json as docs/counts.md describes it.
package struct BakedCounts {
    private let file: File

    private struct File: Encodable {
        let version = 1
        let total: Int
        let as_of: String
        let articles: [String: Int]
        let most_read: MostRead
    }

    private struct MostRead: Encodable {
        let days: Int
        let ids: [String]
    }

    package init(
        total: Int, at moment: Timestamp, zone: ZoneOffset, articles: [ArticleViews], days: Int,
        mostRead: [String]
    ) {
        file = File(
            total: total, as_of: ISO8601.string(moment, zone: zone),
            articles: Dictionary(
                articles.map { ($0.article, $0.views) }, uniquingKeysWith: { first, _ in first }),
            most_read: MostRead(days: days, ids: mostRead))
    }

    /// The same counts give the same bytes.
    package var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(file)) + [UInt8(ascii: "\n")]
        }
    }
}
