import Bytes
import Diagnostics
import Model
import VietnameseText

/// Official documents in their order, and the lists of them.
enum DocumentList {
    /// The documents shown at the options' moment: by day of issue, newest first, then by id.
    static func make(_ newsroom: Newsroom, _ options: ArrangeOptions) -> [CatalogDocument] {
        let numbers = DocumentNumbers(newsroom.documents)
        let shown = newsroom.documents.indices
            .filter { newsroom.documents[$0].state(options) == .published }
            .sorted { precedes(newsroom.documents[$0], newsroom.documents[$1]) }
        let places = Dictionary(uniqueKeysWithValues: zip(shown, Int32(0)...))
        var documents = shown.map { index in
            let source = newsroom.documents[index]
            let successor = numbers.successor(of: index, newsroom.documents)
            var document = CatalogDocument(
                source: source, url: newsroom.settings.url(source.address(newsroom.settings.words)),
                status: source.status(
                    at: options.moment, replacedBy: successor.map { newsroom.documents[$0] }))
            document.replacedBy = successor.flatMap { places[$0] }
            if source.issuer.isEmpty {
                document.source.issuer = newsroom.settings.identity.organization
            }
            return document
        }
        for index in documents.indices {
            guard let successor = documents[index].replacedBy else { continue }
            documents[Int(successor)].replaces.append(Int32(index))
        }
        return documents
    }

    private static func precedes(_ left: OfficialDocument, _ right: OfficialDocument) -> Bool {
        left.issued != right.issued ? left.issued > right.issued : left.id.precedesInBytes(right.id)
    }

    /// Makes the lists of `catalog`'s documents, and tells each document those it stands on.
    static func fillLists(_ catalog: inout Catalog) {
        guard !catalog.documents.isEmpty else { return }
        var lists = DocumentLists(catalog.settings)
        for index in catalog.documents.indices { lists.add(Int32(index), &catalog.documents[index]) }
        catalog.documentLists = lists.ordered(&catalog.documents)
    }

    /// The addresses of the lists there would be if every document that is no draft were shown, with their sizes.
    static func sizesOfAll(_ newsroom: Newsroom) -> [(url: String, count: Int)] {
        var catalog = Catalog()
        catalog.settings = newsroom.settings
        catalog.documents = newsroom.documents.filter { !$0.isDraft }.map {
            CatalogDocument(source: $0, url: "", status: .inForce)
        }
        fillLists(&catalog)
        return catalog.documentLists.map { ($0.url, $0.documents.count) }
    }
}

/// The lists of documents while they are made: a type and an issuer are known by the slug of their names.
private struct DocumentLists {
    private let settings: Settings
    private var lists: [CatalogDocumentList] = []
    private var spellings: [[ExactText: Int]] = []
    private var places: [ExactText: Int32] = [:]

    init(_ settings: Settings) {
        self.settings = settings
        append(.all, "", path: "")
    }

    mutating func add(_ index: Int32, _ document: inout CatalogDocument) {
        lists[0].documents.append(index)
        document.type = add(index, to: .type, document.source.type)
        document.issuer =
            document.source.issuer.isEmpty ? nil : add(index, to: .issuer, document.source.issuer)
        let year = document.source.issued.civil(in: settings.zone).date.year
        document.year = add(index, to: .year, Digits.padded(year, 4))
    }

    private mutating func add(_ index: Int32, to kind: CatalogDocumentList.Kind, _ title: String) -> Int32 {
        let slug = AddressSegment.make(title, orHashOf: title, "muc-")
        let path = "\(kind.word)/\(slug)/"
        let place = places[ExactText(path)] ?? append(kind, title, path: path)
        lists[Int(place)].documents.append(index)
        spellings[Int(place)][ExactText(title), default: 0] += 1
        return place
    }

    @discardableResult
    private mutating func append(_ kind: CatalogDocumentList.Kind, _ title: String, path: String) -> Int32 {
        let place = Int32(lists.count)
        places[ExactText(path)] = place
        lists.append(
            CatalogDocumentList(
                kind: kind, title: title, url: settings.url("/\(settings.words.documents)/\(path)")))
        spellings.append([:])
        return place
    }

    /// All lists in the order of the catalog, each named as most documents spell it; `documents` learn where theirs went.
    func ordered(_ documents: inout [CatalogDocument]) -> [CatalogDocumentList] {
        let titles = lists.indices.map { title(of: $0) }
        let keys = titles.map { SortKey.make($0) }
        let order = lists.indices.sorted { left, right in
            let (first, second) = (lists[left].kind, lists[right].kind)
            if first != second { return first.rank < second.rank }
            if first == .year { return keys[right].lexicographicallyPrecedes(keys[left]) }
            return keys[left].lexicographicallyPrecedes(keys[right])
        }
        var places = [Int32](repeating: 0, count: lists.count)
        for (place, index) in order.enumerated() { places[index] = Int32(place) }
        for index in documents.indices {
            documents[index].type = places[Int(documents[index].type)]
            documents[index].year = places[Int(documents[index].year)]
            documents[index].issuer = documents[index].issuer.map { places[Int($0)] }
        }
        return order.map { index in
            var list = CatalogDocumentList(
                kind: lists[index].kind, title: titles[index], url: lists[index].url)
            list.documents = lists[index].documents
            return list
        }
    }

    /// The spelling used most, ties by bytes.
    private func title(of index: Int) -> String {
        let best = spellings[index].max { left, right in
            left.value != right.value
                ? left.value < right.value : right.key.text.precedesInBytes(left.key.text)
        }
        return best?.key.text ?? lists[index].title
    }
}

extension CatalogDocumentList.Kind {
    /// The segment of addresses between the word for documents and the list's own.
    var word: String {
        switch self {
        case .all: ""
        case .type: "loai"
        case .issuer: "co-quan"
        case .year: "nam"
        }
    }

    fileprivate var rank: Int {
        switch self {
        case .all: 0
        case .type: 1
        case .issuer: 2
        case .year: 3
        }
    }
}

/// Which documents have a number.
struct DocumentNumbers {
    /// Indices by key.
    private var indices: [ExactText: [Int]] = [:]

    init(_ documents: [OfficialDocument]) {
        for (index, document) in documents.enumerated() where !document.isDraft {
            indices[ExactText(DocumentNumber.key(of: document.number)), default: []].append(index)
        }
    }

    /// Those with this key.
    subscript(key: String) -> [Int] { indices[ExactText(key)] ?? [] }

    /// The document that replaces the one at `index`: of those with the number, the first that was issued since.
    func successor(of index: Int, _ documents: [OfficialDocument]) -> Int? {
        let replaced = documents[index]
        guard !replaced.replacedBy.isEmpty else { return nil }
        return self[DocumentNumber.key(of: replaced.replacedBy)]
            .filter { $0 != index && documents[$0].issued >= replaced.issued }
            .min { documents[$0].issued < documents[$1].issued }
    }
}

extension OfficialDocument {
    /// Without the site's base. A draft without a number has the address of its source's name.
    func address(_ words: PathWords) -> String {
        "/\(words.documents)/\(slug ?? AddressSegment.make(number, orHashOf: id, "vb-"))/"
    }

    func state(_ options: ArrangeOptions) -> Visibility {
        if isDraft, !options.drafts { return .draft }
        return shownFrom > options.moment && !options.scheduled ? .scheduled : .published
    }

    /// A successor replaces it once it has effect; one that is not on this portal, at once.
    fileprivate func status(at moment: Timestamp, replacedBy successor: OfficialDocument?) -> DocumentStatus {
        if !replacedBy.isEmpty, successor.map({ $0.inForceFrom <= moment }) ?? true { return .replaced }
        if let expires, expires <= moment { return .expired }
        return inForceFrom > moment ? .pending : .inForce
    }

    private var inForceFrom: Timestamp { effective ?? issued }

    /// The moments at which its page changes.
    var dueTimes: [Timestamp] { [shownFrom, effective, expires].compactMap(\.self) }

    func place(of field: String) -> Place {
        Place(file: source, line: Int(fieldLines.first { $0.field == field }?.line ?? 0))
    }
}
