internal import Bytes
internal import Diagnostics
internal import Model
internal import VietnameseText

/// counts.json: what counters have counted, made anew from time to time by whoever counts.
enum CountsFile {
    static let name = "counts.json"

    /// The bytes of the file of the site at `root`; nil when there is no such file.
    static func bytes(root: String) throws(SourceRefusal) -> [UInt8]? {
        let path = root + "/" + name
        return FileReader.exists(path) ? try FileList.bytes(path, file: name) : nil
    }

    /// Stands for the file, read or refused.
    static func hash(_ bytes: [UInt8]??) -> ContentHash {
        switch bytes {
        case .some(.some(let bytes)): ContentHash(of: bytes)
        case .some(.none): .unknown
        case .none: ContentHash(of: Array("refused".utf8))
        }
    }

    /// What the file says, and what is wrong with it; nil without a file.
    static func read(_ bytes: [UInt8]?) throws(SourceRefusal) -> (Counts, [Diagnostic])? {
        guard let bytes else { return nil }
        let text = try SourceDecoder.decode(bytes, file: name)
        do throws(JSONFault) {
            var reader = CountsReader(text: text)
            return (reader.counts(in: try JSONParser.parse(text.bytes)), reader.diagnostics)
        } catch {
            throw SourceRefusal(
                text.diagnostic(
                    .error, error.problem, at: error.range.lowerBound, length: error.range.count))
        }
    }
}

/// Turns the values of counts.json into counts; everything that is wrong with them is noted.
private struct CountsReader {
    let text: SourceText
    private(set) var diagnostics: [Diagnostic] = []

    init(text: SourceText) { self.text = text }

    private static let version = 1

    mutating func counts(in node: JSONNode) -> Counts {
        var counts = Counts()
        guard case .object(let members) = node.value else {
            report(JSONProblem.expected(.object), node.range)
            return counts
        }
        checkNames(of: members, known: ["version", "total", "as_of", "articles", "most_read"])
        require([("version", "\"version\": 1"), ("total", "\"total\": 6498589")], in: members, of: node)
        for member in members {
            switch member.key {
            case "version": checkVersion(member)
            case "total": counts.total = number(member.node, member.key) ?? 0
            case "as_of": counts.asOf = date(member)
            case "articles": counts.articles = views(member)
            case "most_read": counts.mostRead = mostRead(member)
            default: break
            }
        }
        return counts
    }

    private mutating func checkVersion(_ member: JSONMember) {
        guard let version = number(member.node, member.key), version != Self.version else { return }
        report(JSONProblem.wrongVersion(version), member.node.range)
    }

    /// Articles that there are no more may still be counted.
    private mutating func views(_ member: JSONMember) -> [ExactText: Int] {
        guard let members = members(of: member.node, member.key, known: nil) else { return [:] }
        var views: [ExactText: Int] = Dictionary(minimumCapacity: members.count)
        for member in members { views[ExactText(member.key)] = number(member.node, member.key) }
        return views
    }

    private mutating func mostRead(_ member: JSONMember) -> Counts.MostRead {
        var most = Counts.MostRead()
        guard let members = members(of: member.node, member.key, known: ["days", "ids"]) else { return most }
        require([("days", "\"days\": 30"), ("ids", "\"ids\": []")], in: members, of: member.node)
        for member in members {
            switch member.key {
            case "days": most.days = number(member.node, member.key, in: 1...36_600) ?? 0
            case "ids": most.ids = ids(member)
            default: break
            }
        }
        return most
    }

    private mutating func ids(_ member: JSONMember) -> [String] {
        guard case .array(let items) = member.node.value else {
            wrongType(member.node, member.key, .array)
            return []
        }
        var seen: Set<ExactText> = []
        return items.compactMap { item in
            guard case .text(let id) = item.value else {
                report(JSONProblem.itemNotText(member.key), item.range)
                return nil
            }
            if !seen.insert(ExactText(id)).inserted { report(JSONProblem.repeated(id), item.range) }
            return id
        }
    }

    // MARK: Values

    /// The names and values of an object; any name goes without `known`.
    private mutating func members(of node: JSONNode, _ key: String, known: [String]?) -> [JSONMember]? {
        guard case .object(let members) = node.value else {
            wrongType(node, key, .object)
            return nil
        }
        checkNames(of: members, known: known)
        return members
    }

    /// Unknown names and repeated ones are errors.
    private mutating func checkNames(of members: [JSONMember], known: [String]?) {
        var seen: Set<ExactText> = []
        for member in members {
            if !seen.insert(ExactText(member.key)).inserted {
                report(JSONProblem.repeated(member.key), member.keyRange)
            } else if let known, !known.contains(member.key) {
                let suggestion = Suggestion.nearest(to: member.key, among: known)
                report(
                    FieldProblem.unknownKey(member.key, suggestion: suggestion, of: .counts), member.keyRange)
            }
        }
    }

    private mutating func require(
        _ keys: [(key: String, example: String)], in members: [JSONMember], of node: JSONNode
    ) {
        for (key, example) in keys where !members.contains(where: { $0.key == key }) {
            let problem = FieldProblem.missing(key: key, alias: nil, example: example, of: .counts)
            report(problem, node.range.prefix(1))
        }
    }

    private mutating func number(
        _ node: JSONNode, _ key: String, in range: ClosedRange<Int> = 0...Counts.largest
    ) -> Int? {
        guard case .number(let written) = node.value, let number = written else {
            wrongType(node, key, .number)
            return nil
        }
        if range.contains(number) { return number }
        report(FieldProblem.outOfRange(key: key, range: range), node.range)
        return nil
    }

    private mutating func string(_ node: JSONNode, _ key: String) -> String? {
        if case .text(let text) = node.value { return text }
        wrongType(node, key, .text)
        return nil
    }

    private mutating func date(_ member: JSONMember) -> Timestamp? {
        guard let written = string(member.node, member.key) else { return nil }
        switch DateParser.parse(written, zone: .utc) {
        case .success(let date): return date.timestamp
        case .failure(let problem):
            report(FieldProblem.date(written, problem), member.node.range)
            return nil
        }
    }

    // MARK: Reports

    private mutating func wrongType(_ node: JSONNode, _ key: String, _ type: JSONType) {
        report(JSONProblem.wrongType(key: key, expected: type), node.range)
    }

    private mutating func report(_ problem: any Problem, _ range: Range<Int>) {
        diagnostics.append(
            text.diagnostic(.error, problem, at: range.lowerBound, length: range.count))
    }
}
