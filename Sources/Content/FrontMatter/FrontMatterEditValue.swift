/// What a field of front matter is to be read as.
enum FrontMatterEditValue {
    case text(String)
    /// In order.
    case fields([(key: String, text: String)])

    func isValue(of node: YAMLNode) -> Bool {
        switch (self, node.value) {
        case (.text(let text), _): node.isRead(as: text)
        case (.fields(let fields), .mapping(let entries)):
            fields.elementsEqual(entries) { $0.key == $1.key && $1.value.isRead(as: $0.text) }
        default: false
        }
    }
}

extension YAMLNode {
    /// Whether every field that takes text takes exactly `text` from this scalar.
    func isRead(as text: String) -> Bool {
        guard case .scalar(let own, let style) = value, own.utf8.elementsEqual(text.utf8) else {
            return false
        }
        switch style {
        case .plain: return !isNull && SmartQuotes.inside(own) == nil
        case .quoted: return true
        // Its last line ends are dropped.
        case .block: return own.utf8.last != UInt8(ascii: "\n")
        }
    }

    /// Whether the two are read alike wherever they stand.
    func isSame(as other: YAMLNode) -> Bool {
        switch (value, other.value) {
        case (.scalar(let text, let style), .scalar(let otherText, let otherStyle)):
            style == otherStyle && text.utf8.elementsEqual(otherText.utf8)
        case (.sequence(let items), .sequence(let others)):
            items.elementsEqual(others) { $0.isSame(as: $1) }
        case (.mapping(let entries), .mapping(let others)):
            entries.elementsEqual(others) { $0.isSame(as: $1) }
        default: false
        }
    }
}

extension YAMLEntry {
    func isSame(as other: YAMLEntry) -> Bool {
        key.utf8.elementsEqual(other.key.utf8) && value.isSame(as: other.value)
    }
}
