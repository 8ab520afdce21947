internal import Diagnostics
internal import Model
internal import VietnameseText

extension ArticleDraft {
    /// The article, with what follows from several fields or from the folders there are.
    func finished(_ reader: inout ValueReader, categories: [String]) -> Article {
        var article = article
        if let category { finish(category, &article, &reader, categories) }
        if let id, reader.accepts(id: id) { article.id = id.value }
        if let slug, reader.accepts(slug: slug) { article.slug = slug.value }
        if !imageCaption.isEmpty, let image = article.image, image.caption.isEmpty {
            article.image = Picture(path: image.path, alt: image.alt, caption: imageCaption)
        }
        return article
    }

    private func finish(
        _ category: Located<String>, _ article: inout Article, _ reader: inout ValueReader,
        _ categories: [String]
    ) {
        if categories.contains(category.value) {
            article.category = category.value
        } else {
            let suggestion = Suggestion.nearest(to: category.value, among: categories)
            let problem = FieldProblem.unknownCategory(category.value, suggestion: suggestion)
            reader.report(problem, at: category.span)
        }
    }
}

extension PageDraft {
    /// The page; `slug` replaces the last part of its path.
    func finished(_ reader: inout ValueReader) -> StandingPage {
        var page = page
        if let slug, reader.accepts(slug: slug) {
            let parts = page.path.split(separator: "/").dropLast().map(String.init) + [slug.value]
            page.path = parts.joined(separator: "/")
        }
        return page
    }
}

extension DocumentDraft {
    func finished(_ reader: inout ValueReader) -> OfficialDocument {
        var document = document
        if let slug, reader.accepts(slug: slug) { document.slug = slug.value }
        return document
    }
}

extension AlbumDraft {
    func finished(_ reader: inout ValueReader) -> Album {
        var album = album
        if let slug, reader.accepts(slug: slug) { album.slug = slug.value }
        return album
    }
}

extension ValueReader {
    fileprivate mutating func accepts(id: Located<String>) -> Bool {
        if AddressWord.isID(id.value) { return true }
        report(FieldProblem.invalidID(suggestion: Slug.make(id.value)), at: id.span)
        return false
    }

    fileprivate mutating func accepts(slug: Located<String>) -> Bool {
        if AddressWord.isSlug(slug.value) { return true }
        report(FieldProblem.invalidSlug(suggestion: Slug.make(slug.value)), at: slug.span)
        return false
    }
}
