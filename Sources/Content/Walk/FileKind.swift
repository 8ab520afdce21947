internal import Model

/// What becomes of a file of content/, told by its name alone.
enum FileKind {
    /// Markdown: the source of a page.
    case source
    case published(SourceFile.Publication)
    /// Never published, and not worth a word: what systems and programs leave behind.
    case ignored
    /// Not published, with a warning.
    case unpublished

    init(name: String) {
        guard !Self.isPlainSource(name) else {
            self = .source
            return
        }
        let lower = name.lowercased()
        if name.hasPrefix(".") || name.hasPrefix("~$") || lower == "thumbs.db" || lower == "desktop.ini" {
            self = .ignored
        } else if let dot = lower.lastIndex(of: ".") {
            self = Self.byExtension[String(lower[lower.index(after: dot)...])] ?? .unpublished
        } else {
            self = .unpublished
        }
    }

    /// Whether this is the name of a source as nearly all are written; told without making other strings.
    static func isPlainSource(_ name: String) -> Bool {
        let bytes = name.utf8
        return bytes.suffix(3).elementsEqual(".md".utf8) && bytes.first != UInt8(ascii: ".")
            && bytes.first != UInt8(ascii: "~")
    }

    /// Whether this is such a name, and cannot be that of a category's `_index.md`.
    static func isPlainArticle(_ name: String) -> Bool {
        isPlainSource(name) && name.utf8.first != UInt8(ascii: "_")
    }

    private static let always = [
        "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "ico", "pdf", "mp3", "m4a", "ogg", "oga", "opus",
        "wav", "flac", "aac", "mp4", "m4v", "webm", "ogv", "mov", "woff2", "woff", "ttf", "otf", "txt", "csv",
        "vtt",
    ]

    private static let whenLinked = [
        "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "zip", "rar", "7z", "gz",
        "tar",
    ]

    private static let byExtension: [String: FileKind] = {
        var kinds: [String: FileKind] = ["md": .source]
        for ending in always { kinds[ending] = .published(.always) }
        for ending in whenLinked { kinds[ending] = .published(.whenLinked) }
        return kinds
    }()
}
