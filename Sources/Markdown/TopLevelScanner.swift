/// Follows a document line by line as far as needed to know whether a line stands at its top level.
///
/// `:::` lines and footnote definitions count only there. At the left margin a line can be inside four
/// things: a fenced code block, an HTML block, an indented code block, or a list item. A block that ends at
/// the next blank line does not hide a mark, it gives way. Fences and HTML blocks opened inside an item or a quotation end with it, so they need no tracking.
struct TopLevelScanner {
    private var fence: (mark: UInt8, length: Int)?
    private var htmlEnd: HTMLBlockEnd?
    /// Whether an HTML block that runs to the next blank line is open.
    private var isInTag = false
    /// The column at which the content of the list item above starts; 0 outside of lists.
    private var itemIndent = 0
    /// Whether a paragraph may still be open, so that a plain line would continue it.
    private(set) var isInParagraph = false

    /// Whether a mark on `line` would stand at the top level. A blank line has no place.
    func isTopLevel(_ line: TextLine) -> Bool {
        fence == nil && htmlEnd == nil && !line.isBlank && line.indent < 4
            && (itemIndent == 0 || line.indent < itemIndent)
    }

    /// Forgets the list or paragraph above: a block that the caller took ends them.
    mutating func interrupt() {
        itemIndent = 0
        isInParagraph = false
        isInTag = false
    }

    mutating func advance(over line: TextLine) {
        if let fence {
            if closes(fence, line) { self.fence = nil }
        } else if let end = htmlEnd {
            if end.occurs(in: line.content) { htmlEnd = nil }
        } else if line.isBlank {
            isInParagraph = false
            isInTag = false
        } else if isInTag {
            return
        } else if itemIndent > 0, line.indent >= itemIndent {
            isInParagraph = true
        } else {
            itemIndent = 0
            if line.indent < 4 { startBlock(line) }
        }
    }

    private func closes(_ fence: (mark: UInt8, length: Int), _ line: TextLine) -> Bool {
        line.indent < 4 && line.content.first == fence.mark && line.markerLength >= fence.length
            && line.content.dropFirst(line.markerLength).trimmed.isEmpty
    }

    private mutating func startBlock(_ line: TextLine) {
        let wasInParagraph = isInParagraph
        isInParagraph = false
        if let mark = Self.fence(line) {
            fence = mark
        } else if let end = HTMLBlockEnd(startedBy: line.content) {
            htmlEnd = end.occurs(in: line.content) ? nil : end
        } else if Self.startsTag(line, interrupting: wasInParagraph) {
            isInTag = true
            isInParagraph = true
        } else if !Self.isRule(line), !Self.isHeading(line) {
            itemIndent = Self.itemIndent(line, interrupting: wasInParagraph)
            isInParagraph = true
        }
    }

    private static func fence(_ line: TextLine) -> (mark: UInt8, length: Int)? {
        let length = line.markerLength
        guard length >= 3, let mark = line.content.first else { return nil }
        let info = line.content.dropFirst(length)
        if mark == UInt8(ascii: "`"), !info.contains(mark) { return (mark, length) }
        return mark == UInt8(ascii: "~") ? (mark, length) : nil
    }

    /// Whether `line` starts an HTML block of the kinds that end at a blank line: cmark judges.
    private static func startsTag(_ line: TextLine, interrupting: Bool) -> Bool {
        guard line.starts(with: "<") else { return false }
        let text = interrupting ? Array("x\n".utf8) + line.content : Array(line.content)
        return DocumentTree(parsing: text).endsInHTML
    }

    /// A thematic break, or the line under a heading.
    private static func isRule(_ line: TextLine) -> Bool {
        guard let mark = line.content.first, "=-*_".utf8.contains(mark),
            line.content.allSatisfy({ $0 == mark || $0.isBlank })
        else { return false }
        return mark == UInt8(ascii: "=") || line.content.count { $0 == mark } >= 3
    }

    private static func isHeading(_ line: TextLine) -> Bool {
        line.content.first == UInt8(ascii: "#") && line.markerLength <= 6
            && line.content.dropFirst(line.markerLength).first.map(\.isBlank) ?? true
    }

    /// The column of the content when `line` starts a list item, else 0.
    private static func itemIndent(_ line: TextLine, interrupting: Bool) -> Int {
        let digits = line.content.prefix { $0.isDigit }
        let mark = line.content.dropFirst(digits.count).first
        let isItem: Bool =
            switch mark {
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): digits.isEmpty
            case UInt8(ascii: "."), UInt8(ascii: ")"): 1...9 ~= digits.count
            default: false
            }
        let rest = TextLine(line.content.dropFirst(digits.count + 1))
        guard isItem, rest.isBlank || rest.indent > 0 else { return 0 }
        if interrupting, rest.isBlank || !digits.isEmpty && !digits.elementsEqual("1".utf8) { return 0 }
        let space = rest.isBlank || rest.indent > 4 ? 1 : rest.indent
        return line.indent + digits.count + 1 + space
    }
}

/// How an HTML block that may hold blank lines ends (CommonMark's kinds 1 to 5).
private enum HTMLBlockEnd {
    case tag
    case mark(StaticString)

    init?(startedBy content: ArraySlice<UInt8>) {
        guard content.first == UInt8(ascii: "<") else { return nil }
        if content.starts(with: "<!--") {
            self = .mark("-->")
        } else if content.starts(with: "<?") {
            self = .mark("?>")
        } else if content.starts(with: "<![CDATA[") {
            self = .mark("]]>")
        } else if content.starts(with: "<!"), content.dropFirst(2).first.map(\.isLetter) ?? false {
            self = .mark(">")
        } else if Self.opensVerbatimTag(content.dropFirst()) {
            self = .tag
        } else {
            return nil
        }
    }

    func occurs(in line: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .mark(let mark): Self.find(mark, in: line)
        case .tag:
            Self.find("</script>", in: line) || Self.find("</pre>", in: line)
                || Self.find("</style>", in: line)
                || Self.find("</textarea>", in: line)
        }
    }

    private static func opensVerbatimTag(_ rest: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: rest.prefix { $0.isLetter }, as: UTF8.self).lowercased()
        let after = rest.dropFirst(name.utf8.count).first
        return ["script", "pre", "style", "textarea"].contains(name)
            && (after.map { $0.isBlank || $0 == UInt8(ascii: ">") } ?? true)
    }

    private static func find(_ mark: StaticString, in line: ArraySlice<UInt8>) -> Bool {
        line.indices.contains { at in
            line[at] | 0x20 == mark.utf8Start[0] | 0x20 && hasPrefix(mark, line[at...])
        }
    }

    /// ASCII letters compare without case.
    private static func hasPrefix(_ mark: StaticString, _ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= mark.utf8CodeUnitCount else { return false }
        return zip(line, UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)).allSatisfy
        {
            $0 == $1 || ($0.isLetter && $0 | 0x20 == $1)
        }
    }
}
