import CCMark

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Cuts a text node into pieces at the syntax of the inline extensions.
struct TextReader {
    private var source: SourceMarks
    /// Links hold no links and no footnote references.
    var isInLink = false

    /// Whether numbers of official documents are looked for.
    private let citations: Bool

    init(lines: TextLines, citations: Bool) {
        source = SourceMarks(lines: lines)
        self.citations = citations
    }

    mutating func enter(_ node: Node) {
        switch node.type {
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: source.enter(node)
        case CMARK_NODE_LINK: isInLink = true
        default: break
        }
    }

    /// Appends the pieces of `node`'s text; false, and nothing appended, when it is plain text throughout.
    mutating func read(_ node: Node, into pieces: inout [InlinePiece]) -> Bool {
        // Most texts have none of the bytes that matter, which the C library finds out fastest.
        guard let literal = node.literal, strpbrk(literal, triggers) != nil || strstr(literal, "://") != nil
        else {
            return false
        }
        let text = node.text
        // Escaped characters and character references are plain text whatever they show.
        let plain = source.escapedBytes(of: node)
        var cutter = PieceCutter(text: text, start: pieces.count)
        var at = 0
        while at < text.count {
            guard isTrigger(text[at]), !plain.contains(at),
                let found = piece(at: at, in: text, from: cutter.plainStart, node: node, plain: plain)
            else {
                at += 1
                continue
            }
            cutter.add(found, to: &pieces)
            at = found.range.upperBound
        }
        return cutter.finish(&pieces)
    }

    private func piece(
        at index: Int, in text: UnsafeBufferPointer<UInt8>, from floor: Int, node: Node, plain: Set<Int>
    ) -> InlinePiece? {
        switch text[index] {
        case UInt8(ascii: "~"): return strike(at: index, in: text, node: node, plain: plain)
        case UInt8(ascii: "["): return bracket(at: index, in: text, node: node, plain: plain)
        case UInt8(ascii: "/"):
            guard !isInLink,
                let found = Citation(at: index, in: text, from: floor, following: node.followingText)
            else { return nil }
            return InlinePiece(kind: .citation(key: found.key, issued: found.issued), range: found.range)
        default:
            guard !isInLink, let link = Autolink(at: index, in: text, from: floor) else { return nil }
            return InlinePiece(kind: .address(link.scheme), range: link.range)
        }
    }

    /// As the C library wants them; a colon is looked for with what follows it.
    private var triggers: String { citations ? "@W[w~/" : "@W[w~" }

    private func isTrigger(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"): citations
        case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "~"), UInt8(ascii: "w"),
            UInt8(ascii: "W"):
            true
        default: false
        }
    }

    // MARK: - Struck-out text

    /// A run of exactly two tildes, with what its neighbours allow it to do. Longer and shorter runs are
    /// taken whole, as text.
    private func strike(
        at start: Int, in text: UnsafeBufferPointer<UInt8>, node: Node, plain: Set<Int>
    ) -> InlinePiece? {
        var end = start
        while end < text.count, text[end] == UInt8(ascii: "~"), !plain.contains(end) { end += 1 }
        guard end - start == 2 else { return InlinePiece(kind: .text, range: start..<end) }
        let before = Neighbour(before: start, in: text, node: node)
        let after = Neighbour(after: end, in: text, node: node)
        let leftFlanking = after != .space && (after != .punctuation || before != .letter)
        let rightFlanking = before != .space && (before != .punctuation || after != .letter)
        guard leftFlanking || rightFlanking else { return InlinePiece(kind: .text, range: start..<end) }
        return InlinePiece(kind: .strike(canOpen: leftFlanking, canClose: rightFlanking), range: start..<end)
    }

    // MARK: - Footnote references and task items

    private func bracket(
        at start: Int, in text: UnsafeBufferPointer<UInt8>, node: Node, plain: Set<Int>
    ) -> InlinePiece? {
        if start == 0, let isDone = Self.task(text), node.startsListItem, plain.isDisjoint(with: 0..<3) {
            return InlinePiece(kind: .task(isDone: isDone), range: 0..<3)
        }
        guard !isInLink, start + 2 < text.count, text[start + 1] == UInt8(ascii: "^"),
            !plain.contains(start + 1)
        else { return nil }
        let end = text[(start + 2)...].firstIndex { !NoteLabel.allows($0) } ?? text.count
        guard end < text.count, text[end] == UInt8(ascii: "]"), end > start + 2, !plain.contains(end) else {
            return nil
        }
        return InlinePiece(kind: .note, range: start..<end + 1)
    }

    private static func task(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard text.count > 3, text[2] == UInt8(ascii: "]"), text[3].isBlank else { return nil }
        if text[1] == UInt8(ascii: " ") { return false }
        return text[1] | 0x20 == UInt8(ascii: "x") ? true : nil
    }
}

/// Appends pieces with the plain text between them.
private struct PieceCutter {
    private let text: UnsafeBufferPointer<UInt8>
    private let start: Int
    /// Where the text after the last piece begins.
    private(set) var plainStart = 0

    init(text: UnsafeBufferPointer<UInt8>, start: Int) {
        self.text = text
        self.start = start
    }

    mutating func add(_ piece: InlinePiece, to pieces: inout [InlinePiece]) {
        if case .text = piece.kind { return }
        if plainStart < piece.range.lowerBound {
            pieces.append(InlinePiece(kind: .text, range: plainStart..<piece.range.lowerBound))
        }
        pieces.append(piece)
        plainStart = piece.range.upperBound
    }

    /// Appends what is left; false when no piece was added before.
    func finish(_ pieces: inout [InlinePiece]) -> Bool {
        guard pieces.count > start else { return false }
        if plainStart < text.count { pieces.append(InlinePiece(kind: .text, range: plainStart..<text.count)) }
        return true
    }
}

/// What stands next to a mark, as CommonMark's rules for emphasis tell characters apart.
private enum Neighbour {
    case space
    case punctuation
    case letter

    init(before index: Int, in text: UnsafeBufferPointer<UInt8>, node: Node) {
        guard index > 0 else {
            self = Self.at(node.previous)
            return
        }
        var start = index - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        self = Self.of(text[start..<index])
    }

    init(after index: Int, in text: UnsafeBufferPointer<UInt8>, node: Node) {
        guard index < text.count else {
            self = Self.at(node.next)
            return
        }
        var end = index + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        self = Self.of(text[index..<end])
    }

    /// A sibling node was marked by punctuation in the source; a break or nothing counts as space.
    private static func at(_ sibling: Node?) -> Neighbour {
        guard let type = sibling?.type else { return .space }
        return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ? .space : .punctuation
    }

    private static func of(_ character: Slice<UnsafeBufferPointer<UInt8>>) -> Neighbour {
        guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
            return .space
        }
        if scalar.properties.isWhitespace { return .space }
        if let ascii = character.first, ascii < 0x80 { return ascii.isAlphanumeric ? .letter : .punctuation }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return .punctuation
        default: return .letter
        }
    }
}

extension Node {
    /// The text behind this text's end: on the next line, or after the emphasis that it ends.
    fileprivate var followingText: [UInt8] {
        var last = self
        while last.next == nil, let parent = last.parent,
            parent.type == CMARK_NODE_STRONG || parent.type == CMARK_NODE_EMPH
        {
            last = parent
        }
        guard var next = last.next else { return [] }
        var start: [UInt8] = []
        if next.type == CMARK_NODE_SOFTBREAK || next.type == CMARK_NODE_LINEBREAK, let behind = next.next {
            next = behind
            start = [UInt8(ascii: " ")]
        }
        return next.type == CMARK_NODE_TEXT ? start + next.text.prefix(DayOfIssue.reach) : start
    }

    /// Whether the node is the first thing in a list item.
    fileprivate var startsListItem: Bool {
        guard previous == nil, let paragraph = parent, paragraph.type == CMARK_NODE_PARAGRAPH else {
            return false
        }
        return paragraph.previous == nil && paragraph.parent?.type == CMARK_NODE_ITEM
    }
}
