internal import Diagnostics
internal import Files
internal import Markdown
internal import Model
internal import VietnameseText

/// Reads one source after another on one thread; nothing it makes depends on another source.
struct SourceReader: ~Copyable {
    private let root: String
    private let frontMatter: FrontMatterReader
    private let categories: [String]
    private var markdown: MarkdownConverter

    init(root: String, frontMatter: FrontMatterReader, categories: [String], markdown: MarkdownSettings) {
        self.root = root
        self.frontMatter = frontMatter
        self.categories = categories
        self.markdown = MarkdownConverter(settings: markdown)
    }

    /// The article in `source`. One that cannot be read is there too, nearly empty, so that links to it are
    /// not reported on top.
    mutating func article(_ source: SourcePath) -> (Article, [Diagnostic]) {
        do throws(SourceRefusal) {
            return article(source, try bytes(source))
        } catch {
            return refused(source, error)
        }
    }

    /// The article in `source`, whose bytes these are.
    mutating func article(_ source: SourcePath, _ bytes: [UInt8]) -> (Article, [Diagnostic]) {
        do throws(SourceRefusal) {
            let text = try SourceDecoder.decode(bytes, file: source.file)
            let outcome = try frontMatter.article(text, Self.draft(source))
            return complete(outcome, text) { [categories] in $0.finished(&$1, categories: categories) }
        } catch {
            return refused(source, error)
        }
    }

    func refused(_ source: SourcePath, _ refusal: SourceRefusal) -> (Article, [Diagnostic]) {
        var draft = Self.draft(source)
        draft.article.isDamaged = true
        return (draft.article, [refusal.diagnostic])
    }

    private static func draft(_ source: SourcePath) -> ArticleDraft {
        var draft = ArticleDraft()
        draft.article.source = source.file
        draft.article.id = source.articleID
        draft.article.category = source.topFolder
        draft.article.folder = source.ownFolder
        return draft
    }

    /// The standing page in `source`.
    mutating func page(_ source: SourcePath) -> (StandingPage, [Diagnostic]) {
        var draft = PageDraft()
        draft.page.source = source.file
        draft.page.path = Self.pagePath(source)
        draft.page.folder = source.ownFolder
        do throws(SourceRefusal) {
            let text = try self.text(source)
            return complete(try frontMatter.page(text, draft), text) { $0.finished(&$1) }
        } catch {
            draft.page.isDamaged = true
            return (draft.page, [error.diagnostic])
        }
    }

    /// The official document in `source`.
    mutating func document(_ source: SourcePath) -> (OfficialDocument, [Diagnostic]) {
        var draft = DocumentDraft()
        draft.document.source = source.file
        draft.document.id = source.articleID
        draft.document.folder = source.ownFolder
        do throws(SourceRefusal) {
            let text = try self.text(source)
            return complete(try frontMatter.document(text, draft), text) { $0.finished(&$1) }
        } catch {
            draft.document.isDamaged = true
            return (draft.document, [error.diagnostic])
        }
    }

    /// The photo album in `source`.
    mutating func album(_ source: SourcePath) -> (Album, [Diagnostic]) {
        var draft = AlbumDraft()
        draft.album.source = source.file
        draft.album.id = source.articleID
        draft.album.folder = source.ownFolder
        do throws(SourceRefusal) {
            let text = try self.text(source)
            return complete(try frontMatter.album(text, draft), text) { $0.finished(&$1) }
        } catch {
            draft.album.isDamaged = true
            return (draft.album, [error.diagnostic])
        }
    }

    /// The category of `folder`, described by its `_index.md` if it has one.
    func category(_ folder: CategoryFolder) -> (CategorySource, [Diagnostic]) {
        let file = folder.index?.file ?? "content/" + folder.name
        let blank = CategorySource(folder: folder.name, title: folder.name, place: Place(file: file))
        guard let index = folder.index else { return (blank, []) }
        do throws(SourceRefusal) {
            let outcome = try frontMatter.category(try text(index), blank)
            return (outcome.record, outcome.reader.diagnostics)
        } catch {
            return (blank, [error.diagnostic])
        }
    }

    /// What the front matter of `text` gave, finished, with the body below it.
    private mutating func complete<Draft, Record: WrittenRecord>(
        _ outcome: FrontMatterReader.Outcome<Draft>, _ text: SourceText,
        _ finish: (Draft, inout ValueReader) -> Record
    ) -> (Record, [Diagnostic]) {
        var reader = outcome.reader
        var record = finish(outcome.record, &reader)
        var diagnostics = reader.diagnostics
        record.fieldLines = outcome.fieldLines
        record.isDamaged = diagnostics.hasErrors
        record.body = markdown.convert(text, body: outcome.body, diagnostics: &diagnostics)
        return (record, diagnostics)
    }

    private func text(_ source: SourcePath) throws(SourceRefusal) -> SourceText {
        try SourceDecoder.decode(try bytes(source), file: source.file)
    }

    private func bytes(_ source: SourcePath) throws(SourceRefusal) -> [UInt8] { try stamped(source).bytes }

    func stamped(_ source: SourcePath) throws(SourceRefusal) -> (bytes: [UInt8], stamp: FileStamp) {
        do throws(FileFailure) {
            return try FileReader.stamped(diskPath(source), limit: SourceDecoder.tooLarge)
        } catch {
            throw error.refusal(of: source.file)
        }
    }

    func diskPath(_ source: SourcePath) -> String { root + "/content/" + source.diskPath }

    /// The path of the file inside content/trang/, each part as a slug.
    private static func pagePath(_ source: SourcePath) -> String {
        let path = (source.ownFolder ?? source.stem).split(separator: "/").dropFirst()
        return path.map { AddressWord.isSegment(String($0)) ? String($0) : Slug.make(String($0)) }
            .joined(separator: "/")
    }
}

/// What every kind of source has besides its own fields.
private protocol WrittenRecord {
    var fieldLines: [FieldLine] { get set }
    var isDamaged: Bool { get set }
    var body: Body { get set }
}

extension Article: WrittenRecord {}
extension StandingPage: WrittenRecord {}
extension OfficialDocument: WrittenRecord {}
extension Album: WrittenRecord {}
