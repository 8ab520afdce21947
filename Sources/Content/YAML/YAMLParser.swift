internal import CYAML

/// Why a text is not the YAML that Bản Tin reads.
struct YAMLFailure: Error {
    let problem: YAMLProblem
    let span: YAMLSpan
}

/// Reads one YAML document into a tree by libyaml's events.
///
/// What is easy to write by accident and hard to notice is refused: anchors, aliases, tags, a second
/// document, a key written twice, a key that is not text.
struct YAMLParser: ~Copyable {
    /// On the heap: libyaml keeps a pointer to the parser inside the parser.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var event = yaml_event_t()
    private var depth = 0

    /// Deeper nesting is refused: no file of a site needs it, and the tree is read recursively.
    private static let deepest = 32

    private init(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        // Fails only when memory is exhausted; the first event then reports an error like any other.
        _ = yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        var last = event
        yaml_event_delete(&last)
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The document in `text`, valid UTF-8; nil when it holds none.
    static func parse(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLFailure) -> YAMLNode? {
        guard !text.isEmpty else { return nil }
        var parser = YAMLParser(text)
        return try parser.document()
    }

    private mutating func document() throws(YAMLFailure) -> YAMLNode? {
        try next()  // stream start
        try next()
        guard event.type == YAML_DOCUMENT_START_EVENT else { return nil }
        try next()
        let root = try node()
        try next()  // document end
        try next()
        guard event.type == YAML_STREAM_END_EVENT else { throw failure(.manyDocuments) }
        return root
    }

    private mutating func next() throws(YAMLFailure) {
        yaml_event_delete(&event)
        guard yaml_parser_parse(parser, &event) == 0 else { return }
        throw syntaxFailure()
    }

    /// The node that the current event starts; leaves its last event current.
    private mutating func node() throws(YAMLFailure) -> YAMLNode {
        try refuseProperties()
        switch event.type {
        case YAML_SEQUENCE_START_EVENT: return try sequence()
        case YAML_MAPPING_START_EVENT: return try mapping()
        default: return YAMLNode(value: .scalar(scalarText, scalarStyle), span: span)
        }
    }

    private mutating func sequence() throws(YAMLFailure) -> YAMLNode {
        let start = try descend()
        var items: [YAMLNode] = []
        try next()
        while event.type != YAML_SEQUENCE_END_EVENT {
            items.append(try node())
            try next()
        }
        return ascend(from: start, .sequence(items))
    }

    private mutating func mapping() throws(YAMLFailure) -> YAMLNode {
        let start = try descend()
        var entries: [YAMLEntry] = []
        entries.reserveCapacity(12)
        try next()
        while event.type != YAML_MAPPING_END_EVENT {
            entries.append(try entry(after: entries))
            try next()
        }
        return ascend(from: start, .mapping(entries))
    }

    private mutating func entry(after entries: [YAMLEntry]) throws(YAMLFailure) -> YAMLEntry {
        try refuseProperties()
        guard event.type == YAML_SCALAR_EVENT else { throw failure(.keyNotText) }
        let (key, keySpan) = (scalarText, span)
        if entries.contains(where: { $0.key == key }) { throw failure(.duplicateKey(key)) }
        try next()
        return YAMLEntry(key: key, keySpan: keySpan, value: try node())
    }

    private mutating func descend() throws(YAMLFailure) -> YAMLMark {
        depth += 1
        guard depth <= Self.deepest else { throw failure(.tooDeep) }
        return span.start
    }

    private mutating func ascend(from start: YAMLMark, _ value: YAMLNode.Value) -> YAMLNode {
        depth -= 1
        return YAMLNode(value: value, span: YAMLSpan(start: start, end: span.end))
    }

    private func refuseProperties() throws(YAMLFailure) {
        switch event.type {
        case YAML_ALIAS_EVENT: throw failure(.alias)
        case YAML_SCALAR_EVENT: try refuse(event.data.scalar.anchor, event.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
            try refuse(event.data.sequence_start.anchor, event.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT:
            try refuse(event.data.mapping_start.anchor, event.data.mapping_start.tag)
        default: break
        }
    }

    private func refuse(_ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?)
        throws(YAMLFailure)
    {
        if anchor != nil { throw failure(.anchor) }
        if tag != nil { throw failure(.tag) }
    }

    private var scalarText: String {
        let scalar = event.data.scalar
        return String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    }

    private var scalarStyle: YAMLNode.Style {
        switch event.data.scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
    }

    private var span: YAMLSpan {
        YAMLSpan(start: YAMLMark(event.start_mark), end: YAMLMark(event.end_mark))
    }

    private func failure(_ problem: YAMLProblem) -> YAMLFailure {
        YAMLFailure(problem: problem, span: span)
    }

    private func syntaxFailure() -> YAMLFailure {
        let detail = parser.pointee.problem.map { String(cString: $0) } ?? ""
        let context = parser.pointee.context.map { String(cString: $0) } ?? ""
        let fault = YAMLFault(detail: detail, context: context)
        let mark = YAMLMark(fault.isNoticedLate ? parser.pointee.context_mark : parser.pointee.problem_mark)
        let isSecondDocument = detail == "did not find expected <document start>"
        return YAMLFailure(
            problem: isSecondDocument ? .manyDocuments : .syntax(fault),
            span: YAMLSpan(start: mark, end: mark))
    }
}

extension YAMLMark {
    init(_ mark: yaml_mark_t) {
        self.init(line: mark.line, column: mark.column)
    }
}
