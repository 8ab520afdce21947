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
            let draft = Self.draft(source)
            var outcome = try frontMatter.article(text, draft)
            var article = outcome.record.finished(&outcome.reader, categories: categories)
            article.fieldLines = outcome.fieldLines
            article.isDamaged = outcome.reader.diagnostics.hasErrors
            var diagnostics = outcome.reader.diagnostics
            article.body = markdown.convert(text, body: outcome.body, diagnostics: &diagnostics)
            return (article, diagnostics)
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
            var outcome = try frontMatter.page(text, draft)
            var page = outcome.record.finished(&outcome.reader)
            page.fieldLines = outcome.fieldLines
            page.isDamaged = outcome.reader.diagnostics.hasErrors
            var diagnostics = outcome.reader.diagnostics
            page.body = markdown.convert(text, body: outcome.body, diagnostics: &diagnostics)
            return (page, diagnostics)
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
            var outcome = try frontMatter.document(text, draft)
            var document = outcome.record.finished(&outcome.reader)
            document.fieldLines = outcome.fieldLines
            document.isDamaged = outcome.reader.diagnostics.hasErrors
            var diagnostics = outcome.reader.diagnostics
            document.body = markdown.convert(text, body: outcome.body, diagnostics: &diagnostics)
            return (document, diagnostics)
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
            var outcome = try frontMatter.album(text, draft)
            var album = outcome.record.finished(&outcome.reader)
            album.fieldLines = outcome.fieldLines
            album.isDamaged = outcome.reader.diagnostics.hasErrors
            var diagnostics = outcome.reader.diagnostics
            album.body = markdown.convert(text, body: outcome.body, diagnostics: &diagnostics)
            return (album, diagnostics)
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
