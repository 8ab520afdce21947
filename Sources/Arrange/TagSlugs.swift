import Bytes
import Model

/// Gives each tag its slug. Of different tags with one slug, the one with more articles has it, and the
/// others get digits of their keys' hashes.
///
/// What was published stays: the tags of such a clash get lines in addresses.csv (id `the/` and the slug with
/// digits, which no other tag has), and the next build goes by them, whichever tag has more articles then.
struct TagSlugs {
    /// A tag whose slug belongs to another one.
    struct Clash {
        let owner: Int
        let other: Int
    }

    /// By number; empty for a tag without listed articles.
    private(set) var slugs: [String]
    /// The lines of all tags that met in a clash.
    private(set) var lines: [Address] = []
    private(set) var clashes: [Clash] = []
    private let numbers: TagNumbers
    private let counts: [Int]
    private let settings: Settings
    private let recorded: Set<ExactText>

    /// What ids of tags in addresses.csv start with: no article's id does, since a category cannot be named
    /// so.
    static let idPrefix = "the/"

    /// `counts` are those of listed articles, by number.
    init(_ numbers: TagNumbers, counts: [Int], _ settings: Settings, recorded: [Address]) {
        self.numbers = numbers
        self.counts = counts
        self.settings = settings
        let lines = recorded.filter { $0.id.utf8.starts(with: Self.idPrefix.utf8) }
        self.recorded = Set(lines.map { ExactText($0.id + "," + $0.url) })
        slugs = Array(repeating: "", count: counts.count)
        for group in groups() {
            if group.count == 1 { settle(alone: group[0]) } else { settle(group) }
        }
    }

    /// The tags that have articles, by slug.
    private func groups() -> [[Int]] {
        var groups: [[Int]] = []
        var places: [ExactText: Int] = [:]
        for number in counts.indices where counts[number] > 0 {
            let slug = ExactText(numbers.slug(number))
            if let place = places[slug] {
                groups[place].append(number)
            } else {
                places[slug] = groups.count
                groups.append([number])
            }
        }
        return groups
    }

    /// A tag that was published with digits keeps them when the other tag is gone.
    private mutating func settle(alone number: Int) {
        let slug = numbers.slug(number)
        let keepsDigits = !wasPublished(number, slug) && wasPublished(number, numbers.slugWithDigits(number))
        slugs[number] = keepsDigits ? numbers.slugWithDigits(number) : slug
    }

    private mutating func settle(_ group: [Int]) {
        let order = group.sorted { left, right in
            let ranks = (rank(left), rank(right))
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            if counts[left] != counts[right] { return counts[left] > counts[right] }
            return numbers.keys[left].precedesInBytes(numbers.keys[right])
        }
        for number in order {
            let isOwner = number == order[0]
            slugs[number] = isOwner ? numbers.slug(number) : numbers.slugWithDigits(number)
            lines.append(Address(id: id(number), url: settings.tagPath(slugs[number])))
            if !isOwner { clashes.append(Clash(owner: order[0], other: number)) }
        }
    }

    /// First the tag that was published with the slug, last those that were published with digits.
    private func rank(_ number: Int) -> Int {
        if wasPublished(number, numbers.slug(number)) { return 0 }
        return wasPublished(number, numbers.slugWithDigits(number)) ? 2 : 1
    }

    private func wasPublished(_ number: Int, _ slug: String) -> Bool {
        !recorded.isEmpty && recorded.contains(ExactText(id(number) + "," + settings.tagPath(slug)))
    }

    private func id(_ number: Int) -> String { Self.idPrefix + numbers.slugWithDigits(number) }
}
