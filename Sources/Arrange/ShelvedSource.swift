import Bytes
import Diagnostics
import Model

/// What official documents and albums have in common: sources beside the articles, each with a page of its own.
protocol ShelvedSource: FieldPlaces {
    var id: String { get }
    /// Its own folder from content/; nil for a single file.
    var folder: String? { get }
    var slug: String? { get }
    var aliases: [String] { get }
    var body: Body { get }
    var isDraft: Bool { get }
    var isDamaged: Bool { get }
    /// When it is shown for the first time.
    var shownFrom: Timestamp { get }
    /// The field that its address is made of where it has no slug.
    static var namingField: String { get }
    /// Without the site's base.
    func address(_ words: PathWords) -> String
}

extension ShelvedSource {
    func state(_ options: ArrangeOptions) -> Visibility {
        if isDraft, !options.drafts { return .draft }
        return shownFrom > options.moment && !options.scheduled ? .scheduled : .published
    }

    /// Where its address comes from.
    var addressPlace: Place { place(of: slug == nil ? Self.namingField : "slug") }
}

extension OfficialDocument: ShelvedSource {
    static let namingField = "number"

    /// A draft without a number has the address of its source's name.
    func address(_ words: PathWords) -> String {
        "/\(words.documents)/\(slug ?? AddressSegment.make(number, orHashOf: id, "vb-"))/"
    }
}

extension Album: ShelvedSource {
    // Without a slug it is the folder's name, which no field holds: the place of the file.
    static let namingField = "slug"

    var shownFrom: Timestamp { date }

    /// Beside its photos, as a rule.
    func address(_ words: PathWords) -> String {
        let name = String(LinkPath.name(of: id))
        return "/\(words.albums)/\(slug ?? AddressSegment.make(name, orHashOf: id, "album-"))/"
    }
}

extension Newsroom {
    /// Documents, then albums.
    var shelved: [any ShelvedSource] { documents as [any ShelvedSource] + albums }

    /// One of `shelved`, without making it.
    func shelved(at index: Int) -> any ShelvedSource {
        index < documents.count ? documents[index] : albums[index - documents.count]
    }
}
