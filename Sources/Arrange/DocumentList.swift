import Bytes
import Diagnostics
import Model
import VietnameseText

/// Official documents in their order, and the lists of them.
enum DocumentList {
    /// The documents shown at the options' moment: by day of issue, newest first, then by id.
    static func make(
        _ newsroom: Newsroom, _ options: ArrangeOptions
    ) -> (documents: [CatalogDocument], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let numbers = DocumentNumbers(newsroom.documents)
        let shown = newsroom.documents.indices
            .filter { newsroom.documents[$0].state(options) == .published }
            .sorted { precedes(newsroom.documents[$0], newsroom.documents[$1]) }
        let places = Dictionary(uniqueKeysWithValues: zip(shown, Int32(0)...))
        var documents = shown.map { index in
            let source = newsroom.documents[index]
            let succession = numbers.succession(of: index, newsroom.documents)
            if case .nobody = succession {
                let problem = ArrangeProblem.noSuccessor(source.replacedBy)
                diagnostics.append(Diagnostic(.warning, problem, at: source.place(of: "replaced_by")))
            }
            var document = CatalogDocument(
                source: source, url: newsroom.settings.url(source.address(newsroom.settings.words)),
                status: source.status(
                    options.moment, isReplaced: succession.holds(newsroom.documents, options)))
            if case .document(let index) = succession { document.replacedBy = places[index] }
            document.nameIssuer(newsroom.settings)
            return document
        }
        for index in documents.indices {
            guard let successor = documents[index].replacedBy else { continue }
            documents[Int(successor)].replaces.append(Int32(index))
        }
        return (documents, diagnostics)
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
            var document = CatalogDocument(source: $0, url: "", status: .inForce)
            document.nameIssuer(newsroom.settings)
            return document
        }
        fillLists(&catalog)
        return catalog.documentLists.map { ($0.url, $0.documents.count) }
    }
}

extension CatalogDocument {
    /// One that names no issuer is the portal's owner's.
    fileprivate mutating func nameIssuer(_ settings: Settings) {
        if source.issuer.isEmpty { source.issuer = settings.identity.organization }
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

/// Which documents have a number, drafts included.
private struct DocumentNumbers {
    /// Indices by key.
    private var indices: [ExactText: [Int]] = [:]

    init(_ documents: [OfficialDocument]) {
        for (index, document) in documents.enumerated() {
            let key = DocumentNumber.key(of: document.number)
            if !key.isEmpty { indices[ExactText(key), default: []].append(index) }
        }
    }

    /// What replaces the document at `index`: of those with the number, the first that comes behind it, by day of issue and
    /// then by id. So there are no circles.
    func succession(of index: Int, _ documents: [OfficialDocument]) -> Succession {
        let replaced = documents[index]
        guard !replaced.replacedBy.isEmpty else { return .none }
        let key = ExactText(DocumentNumber.key(of: replaced.replacedBy))
        guard let named = indices[key] else { return .elsewhere }
        let next = named.filter { comes($0, behind: index, documents) }
            .min { comes($1, behind: $0, documents) }
        return next.map { .document($0) } ?? .nobody
    }

    private func comes(_ later: Int, behind earlier: Int, _ documents: [OfficialDocument]) -> Bool {
        let days = (documents[earlier].issued, documents[later].issued)
        return days.0 != days.1
            ? days.0 < days.1 : documents[earlier].id.precedesInBytes(documents[later].id)
    }
}

/// What `replaced_by` leads to.
private enum Succession {
    /// It is not written.
    case none
    /// No document on this portal has the number.
    case elsewhere
    case document(Int)
    /// Only the document itself has it, or earlier ones: a mistake.
    case nobody

    /// Whether the document is replaced at the options' moment: by one that is elsewhere at once, by one that is here as soon
    /// as it is shown and in force.
    func holds(_ documents: [OfficialDocument], _ options: ArrangeOptions) -> Bool {
        switch self {
        case .none, .nobody: false
        case .elsewhere: true
        case .document(let index):
            documents[index].state(options) == .published && documents[index].inForceFrom <= options.moment
        }
    }
}

extension OfficialDocument {
    fileprivate func status(_ moment: Timestamp, isReplaced: Bool) -> DocumentStatus {
        if isReplaced { return .replaced }
        if let expires, expires <= moment { return .expired }
        return inForceFrom > moment ? .pending : .inForce
    }

    fileprivate var inForceFrom: Timestamp { effective ?? issued }

    /// The moments at which its page changes.
    var dueTimes: [Timestamp] { [shownFrom, inForceFrom, expires].compactMap(\.self) }
}
