/// A value of a YAML document, with the place it was read from.
struct YAMLNode: Sendable {
    enum Value: Sendable {
        case scalar(String, Style)
        case sequence([YAMLNode])
        /// In the order of the document; no two entries have the same key.
        case mapping([YAMLEntry])
    }

    enum Style: Sendable {
        case plain
        case quoted
        /// `|` or `>`.
        case block
    }

    let value: Value
    let span: YAMLSpan

    /// True when nothing is written, or `null` or `~`.
    var isNull: Bool {
        guard case .scalar(let text, .plain) = value else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }
}

extension YAMLNode {
    /// True when nothing is written, quotes or not.
    var isBlank: Bool {
        guard case .scalar(let text, _) = value else { return false }
        return isNull || text.utf8.allSatisfy(\.isBlank)
    }
}

struct YAMLEntry: Sendable {
    let key: String
    let keySpan: YAMLSpan
    let value: YAMLNode
}

/// From `start` to before `end`, in the text that was parsed.
struct YAMLSpan: Sendable {
    let start: YAMLMark
    let end: YAMLMark
}

/// A place as libyaml counts: lines and columns from 0, columns in Unicode scalars.
struct YAMLMark: Sendable {
    let line: Int
    let column: Int
}
