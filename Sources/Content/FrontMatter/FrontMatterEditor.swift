package import Diagnostics
package import Model
internal import VietnameseText

/// Changes fields in the front matter of an article or a standing page and keeps every other byte of the file:
/// byte order mark, line ends, decomposed letters, comments, the order of fields.
///
/// An edit is tried before it is made: the new front matter goes through the reader that a build uses, and
/// must give the value that was asked for and every other field as before. Text is put into quotes only when
/// the reader would take something else from it without them. An edit takes time linear in the front matter.
///
///     var editor = try FrontMatterEditor(bytes: bytes, file: "content/tin-tuc/x.md")
///     try editor.set("slug", to: "dai-hoi-cong-doan")
///     try editor.remove("draft")
///     write(editor.bytes)
package struct FrontMatterEditor: Sendable {
    private var reading: FrontMatterEditReading
    /// All that follows the closing `---`.
    private let rest: ArraySlice<UInt8>
    private let unquoted: UnquotedText

    private static let fields = ArticleFields.table.entries

    /// The editor of the source in `bytes`; `file` is its path from the site's folder.
    ///
    /// `parameters` is what the theme declares for `params:`. Refuses what a build refuses before it looks at
    /// values: a damaged file, front matter that is not there, not closed or not YAML, a field written twice.
    package init(bytes: [UInt8], file: String, parameters: [ParameterDeclaration] = [])
        throws(FrontMatterEditRefusal)
    {
        let texts = Set(parameters.filter { $0.kind == .text }.map(\.name))
        unquoted = UnquotedText(fields: Self.fields, textParameters: texts)
        do throws(SourceRefusal) {
            let text = try SourceDecoder.decode(bytes, file: file)
            let end = FrontMatterEditLines.end(
                ofFrontMatter: bytes, blockLines: try FrontMatterSplitter.lineCount(text))
            rest = bytes[end...]
            reading = try FrontMatterEditReading(Array(bytes[..<end]), file: file, unquoted)
            try reading.refuseRepetition(Self.fields)
        } catch {
            throw FrontMatterEditRefusal(error.diagnostic)
        }
    }

    /// The file as it now is.
    package var bytes: [UInt8] { reading.raw + rest }

    /// The text of the field `key` as it is written, without quotes; nil when it is not there or is no text.
    package func text(of key: String) -> String? {
        guard let index = index(of: key), case .scalar(let text, _) = reading.entries[index].value.value
        else {
            return nil
        }
        return text
    }

    /// Gives the field `key` the value `text`, in NFC: in place of its value, or on a new last line.
    ///
    /// A field that is there under its other name keeps it; one that has the value already keeps its bytes.
    /// A comment behind a value of one line stays. Throws, and changes nothing, when the field cannot be told
    /// apart from others.
    package mutating func set(_ key: String, to text: String) throws(FrontMatterEditRefusal) {
        try set(key, .text(UnicodeNormalization.nfc(text)))
    }

    /// Gives the field `key` lines `key: text` of its own, in this order; at least one.
    package mutating func set(_ key: String, to fields: [(key: String, text: String)])
        throws(FrontMatterEditRefusal)
    {
        try set(key, .fields(fields.map { ($0.key, UnicodeNormalization.nfc($0.text)) }))
    }

    /// Removes the lines of the field `key` if it is there, by whichever name.
    package mutating func remove(_ key: String) throws(FrontMatterEditRefusal) {
        guard let index = index(of: key) else { return }
        if let place = reading.place(of: index) {
            for lines in [place.lines, place.linesWithComments] where adopt((lines, []), index, key, nil) {
                return
            }
        }
        throw refusal(key, index)
    }

    // MARK: Edits

    private mutating func set(_ key: String, _ value: FrontMatterEditValue) throws(FrontMatterEditRefusal) {
        let index = index(of: key)
        if let index, value.isValue(of: reading.entries[index].value) { return }
        let key = index.map { reading.entries[$0].key } ?? key
        func spots(_ isQuoted: Bool) -> [Spot] {
            let form = form(of: value, key, isQuoted)
            return index.map { self.spots(of: $0, form) } ?? newSpots(key, form)
        }
        let at = index ?? reading.entries.count
        for (plain, quoted) in zip(spots(false), spots(true)) {
            if adopt(plain, at, key, value) || adopt(quoted, at, key, value) { return }
        }
        throw refusal(key, index)
    }

    /// Bytes of the front matter, and what comes in their place.
    private typealias Spot = (range: Range<Int>, bytes: [UInt8])

    /// Where `form` can stand as the value of an entry: the way that keeps more comes first.
    private func spots(of index: Int, _ form: FrontMatterEditForm) -> [Spot] {
        guard let place = reading.place(of: index) else { return [] }
        let written = form.written(indent: place.indent, reading.lineEnd)
        guard case .text = form, let value = place.value else { return [(place.rest, written)] }
        // Behind a bare colon the blank is needed.
        return [(value, value.isEmpty ? written : Array(written.dropFirst())), (place.rest, written)]
    }

    /// Where a new entry can stand.
    private func newSpots(_ key: String, _ form: FrontMatterEditForm) -> [Spot] {
        guard let indent = reading.indent else { return [] }
        let written = form.written(indent: indent, reading.lineEnd)
        let line = FrontMatterEditForm.spaces(indent) + Array("\(key):".utf8) + written + reading.lineEnd
        return [(reading.blockEnd..<reading.blockEnd, line)]
    }

    /// Edits the front matter at `spot` if its reader then finds `value` (nil: nothing) for `key` at `index`
    /// and every other entry as it was.
    private mutating func adopt(_ spot: Spot, _ index: Int, _ key: String, _ value: FrontMatterEditValue?)
        -> Bool
    {
        var raw = reading.raw
        raw.replaceSubrange(spot.range, with: spot.bytes)
        // What cannot be read is not adopted, whatever the reason.
        guard let after = try? FrontMatterEditReading(raw, file: reading.text.file, unquoted) else {
            return false
        }
        var (entries, others) = (reading.entries, after.entries)
        if index < entries.count { entries.remove(at: index) }
        if let value {
            guard index < others.count else { return false }
            let entry = others.remove(at: index)
            guard entry.key == key, value.isValue(of: entry.value) else { return false }
        }
        guard entries.elementsEqual(others, by: { $0.isSame(as: $1) }) else { return false }
        reading = after
        return true
    }

    // MARK: Form

    /// How `value` is written: each text in quotes if `isQuoted` or if it reads as something else without.
    private func form(of value: FrontMatterEditValue, _ key: String, _ isQuoted: Bool) -> FrontMatterEditForm
    {
        func scalar(_ text: String, _ plain: FrontMatterEditForm) -> String {
            isQuoted || !isRead(plain, key, as: text) ? FrontMatterEditForm.quoted(text) : text
        }
        switch value {
        case .text(let text): return .text(scalar(text, .text(text)))
        case .fields(let fields):
            return .fields(
                fields.map { field in (field.key, scalar(field.text, .fields([field]))) })
        }
    }

    /// Whether `form`, alone in front matter, is read as `text`.
    private func isRead(_ form: FrontMatterEditForm, _ key: String, as text: String) -> Bool {
        let written = form.written(indent: 0, Array("\n".utf8))
        let raw = Array("---\n\(key):".utf8) + written + Array("\n---\n".utf8)
        // What cannot be read is not read as the text.
        let reading = try? FrontMatterEditReading(raw, file: reading.text.file, unquoted)
        guard let entries = reading?.entries, entries.count == 1 else { return false }
        switch form {
        case .text: return entries[0].value.isRead(as: text)
        case .fields:
            guard case .mapping(let inner) = entries[0].value.value, inner.count == 1 else { return false }
            return inner[0].value.isRead(as: text)
        }
    }

    // MARK: Fields

    private func index(of key: String) -> Int? {
        guard let field = Self.fields.first(where: { $0.isNamed(key) }) else {
            return reading.entries.firstIndex { $0.key == key }
        }
        return reading.entries.firstIndex { field.isNamed($0.key) }
    }

    private func refusal(_ key: String, _ index: Int?) -> FrontMatterEditRefusal {
        let problem = FrontMatterEditProblem.inseparable(index.map { reading.entries[$0].key } ?? key)
        return FrontMatterEditRefusal(reading.diagnostic(problem, index))
    }
}

/// Why a source is not edited. It is as it was.
package struct FrontMatterEditRefusal: Error {
    package let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}
