internal import Diagnostics
internal import Model

/// Reads the front matter of sources: the same steps for every kind of source.
struct FrontMatterReader: Sendable {
    private let zone: ZoneOffset
    /// What the theme declares for `params:`; nil when it cannot be read.
    private let declarations: [ParameterDeclaration]?
    /// The parameters of a source that sets none.
    private let unset: [Parameter]

    private let articleText: UnquotedText
    private let pageText: UnquotedText
    private let categoryText: UnquotedText
    private let documentText: UnquotedText
    private let albumText: UnquotedText

    init(zone: ZoneOffset, declarations: [ParameterDeclaration]?) {
        self.zone = zone
        self.declarations = declarations
        unset = (declarations ?? []).map(\.unset)
        let texts = Set((declarations ?? []).filter { $0.kind == .text }.map(\.name))
        articleText = UnquotedText(fields: ArticleFields.table.entries, textParameters: texts)
        pageText = UnquotedText(fields: PageFields.table.entries, textParameters: texts)
        categoryText = UnquotedText(fields: CategoryFields.table.entries)
        documentText = UnquotedText(fields: DocumentFields.table.entries)
        albumText = UnquotedText(fields: AlbumFields.table.entries)
    }

    /// What front matter gave, and where the body stands.
    struct Outcome<Record> {
        var record: Record
        var body: Range<Int>
        var fieldLines: [FieldLine] = []
        var reader: ValueReader
    }

    func article(_ text: SourceText, _ blank: ArticleDraft) throws(SourceRefusal) -> Outcome<ArticleDraft> {
        var blank = blank
        blank.article.parameters = unset
        return try read(text, ArticleFields.table, blank, articleText)
    }

    func page(_ text: SourceText, _ blank: PageDraft) throws(SourceRefusal) -> Outcome<PageDraft> {
        var blank = blank
        blank.page.parameters = unset
        return try read(text, PageFields.table, blank, pageText)
    }

    func category(_ text: SourceText, _ blank: CategorySource) throws(SourceRefusal) -> Outcome<
        CategorySource
    > {
        try read(text, CategoryFields.table, blank, categoryText)
    }

    func document(_ text: SourceText, _ blank: DocumentDraft) throws(SourceRefusal) -> Outcome<DocumentDraft>
    {
        try read(text, DocumentFields.table, blank, documentText)
    }

    func album(_ text: SourceText, _ blank: AlbumDraft) throws(SourceRefusal) -> Outcome<AlbumDraft> {
        try read(text, AlbumFields.table, blank, albumText)
    }

    private func read<Record>(
        _ text: SourceText, _ table: FieldTable<Record>, _ blank: Record, _ unquoted: UnquotedText
    ) throws(SourceRefusal) -> Outcome<Record> {
        let parts = try FrontMatterSplitter.split(text)
        let firstLine = FrontMatterParts.firstLine
        let entries = try entries(text, parts.block, unquoted)
        var reader = ValueReader(text: text, firstLine: firstLine, zone: zone)
        reader.declarations = declarations
        var record = blank
        var lines: [FieldLine] = []
        lines.reserveCapacity(entries.count)
        table.read(entries, into: &record, reader: &reader, missingAt: nil) { field, entry in
            lines.append(FieldLine(field: field.key, line: firstLine + entry.keySpan.start.line))
        }
        return Outcome(record: record, body: parts.body, fieldLines: lines, reader: reader)
    }

    private func entries(_ text: SourceText, _ block: Range<Int>, _ unquoted: UnquotedText)
        throws(SourceRefusal) -> [YAMLEntry]
    {
        if let entries = PlainMapping.entries(text.bytes, block, unquoted) { return entries }
        let prepared = try unquoted.quoted(text, block)
        return try YAMLDocument.entries(
            text, block, firstLine: FrontMatterParts.firstLine, prepared: prepared)
    }
}
