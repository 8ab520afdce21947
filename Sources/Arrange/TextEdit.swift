package import Model

extension Catalog {
    /// Puts `article` in the place of the source at `index`, from which it differs in its text alone: what goes into
    /// its holes is what went into the old ones.
    package mutating func replaceText(ofSourceAt index: Int, by article: Article) {
        sources[index] = article
        for place in articles.indices where Int(articles[place].source) == index {
            articles[place].fills = zip(article.body.holes, articles[place].fills).map { hole, fill in
                Fill(offset: hole.offset, bytes: fill.bytes)
            }
        }
    }
}
