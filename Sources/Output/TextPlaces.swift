internal import Model

/// Where a file shows texts of articles. In the form of the cache, since there is one for each file and most are
/// never looked into.
struct TextPlaces: Hashable, Sendable {
    /// For each place: key as two words, offset, size, check, number of fills, and the size of each.
    let words: ArraySlice<UInt32>

    /// The file shows none.
    static let none = TextPlaces(words: [])
    /// Nobody knows what it shows.
    static let unknown = TextPlaces(words: [0])

    var isKnown: Bool { self != .unknown }
}

extension TextPlaces {
    private static let headSize = 6

    /// `unknown` for a file of which a number does not fit.
    init(_ places: [TextPlace]) {
        var words: [UInt32] = []
        for place in places {
            words.append(UInt32(truncatingIfNeeded: place.key >> 32))
            words.append(UInt32(truncatingIfNeeded: place.key))
            let check = Int(place.check)
            for number in [place.offset, place.size, check, place.fills.count] + place.fills {
                guard let word = UInt32(exactly: number) else {
                    self = .unknown
                    return
                }
                words.append(word)
            }
        }
        self.init(words: words[...])
    }

    /// In order.
    var all: [TextPlace] {
        var all: [TextPlace] = []
        var rest = words
        while let (key, count) = Self.head(of: rest) {
            all.append(
                TextPlace(
                    key: key, offset: Int(rest[rest.startIndex + 2]), size: Int(rest[rest.startIndex + 3]),
                    check: rest[rest.startIndex + 4],
                    fills: rest.dropFirst(Self.headSize).prefix(count).map { Int($0) }))
            rest = rest.dropFirst(Self.headSize + count)
        }
        return all
    }

    /// Whether the file shows one of the texts that `keys` stand for.
    func contains(_ keys: Set<UInt64>) -> Bool {
        var rest = words
        while let (key, count) = Self.head(of: rest) {
            if keys.contains(key) { return true }
            rest = rest.dropFirst(Self.headSize + count)
        }
        return false
    }

    /// Key and number of fills of the first place in `words`.
    private static func head(of words: ArraySlice<UInt32>) -> (key: UInt64, fills: Int)? {
        guard words.count >= headSize else { return nil }
        let start = words.startIndex
        return (UInt64(words[start]) << 32 | UInt64(words[start + 1]), Int(words[start + 5]))
    }
}
