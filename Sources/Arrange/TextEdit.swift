package import Model

extension Catalog {
    /// Puts `article` in the place of the source at `index`, from which it differs in its text and in what is only
    /// shown: what goes into its holes is what went into the old ones.
    package mutating func replace(sourceAt index: Int, by article: Article) {
        let wasCorrected = sources[index].correction != nil
        sources[index] = article
        if wasCorrected || article.correction != nil { corrected = CorrectionList.make(self) }
        for place in articles.indices where Int(articles[place].source) == index {
            articles[place].fills = zip(article.body.holes, articles[place].fills).map { hole, fill in
                Fill(offset: hole.offset, bytes: fill.bytes)
            }
            articles[place].changed = article.changed
            articles[place].metadataDigest = article.metadataDigest
            if let picture = article.image, let image = articles[place].image {
                articles[place].image = CatalogImage(
                    url: image.url, alt: picture.alt, caption: picture.caption, size: image.size)
            }
        }
    }
}
