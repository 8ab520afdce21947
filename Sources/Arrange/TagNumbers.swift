import Bytes
import Model
import VietnameseText

/// Gives each tag a number: one tag is one key (`TagKey`), or several that site.yaml merges.
struct TagNumbers {
    /// By number.
    private(set) var keys: [String] = []
    private var numbers: [ExactText: Int] = [:]
    /// The number of each spelling, and its place among the spellings: one is normalised once, however often it is used.
    private var spellings: [ExactText: (number: Int, place: Int)] = [:]
    private let merged: [ExactText: String]
    private let overrides: [ExactText: TagSetting]

    init(_ settings: [TagSetting]) {
        var merged: [ExactText: String] = [:]
        var overrides: [ExactText: TagSetting] = [:]
        for setting in settings {
            let key = TagKey.make(setting.name)
            overrides[ExactText(key)] = setting
            for other in setting.merge { merged[ExactText(TagKey.make(other))] = key }
        }
        self.merged = merged
        self.overrides = overrides
    }

    /// The number of the tag that is spelt `name`; nil when nothing of the name is visible.
    mutating func number(of name: String) -> Int? { spelling(name)?.number }

    /// The same, and the place of `name` among all spellings met so far, in the order in which they were.
    mutating func spelling(_ name: String) -> (number: Int, place: Int)? {
        let spelling = ExactText(name)
        if let known = spellings[spelling] { return known }
        let written = TagKey.make(name)
        guard !written.isEmpty else { return nil }
        let key = merged[ExactText(written)] ?? written
        let number = numbers[ExactText(key)] ?? keys.count
        if number == keys.count {
            keys.append(key)
            numbers[ExactText(key)] = number
        }
        let found = (number, spellings.count)
        spellings[spelling] = found
        return found
    }

    /// The name that site.yaml gives the tag.
    func givenName(_ number: Int) -> String? { overrides[ExactText(keys[number])]?.name }

    /// The slug of the tag when no other tag has the same: it depends on the key and site.yaml alone.
    func slug(_ number: Int) -> String {
        let key = keys[number]
        if let slug = overrides[ExactText(key)]?.slug { return slug }
        return AddressSegment.make(key, orHashOf: key, "the-")
    }

    /// The slug of the tag when another one has `slug(number)`.
    func slugWithDigits(_ number: Int) -> String { slug(number) + "-" + FNV1a.hex(keys[number], digits: 4) }
}
