import Arrange
import Content
package import Model
import VietnameseText

/// What `publish` changes in the front matter of a source. Decided from values alone, before anything is
/// touched.
package struct PublicationPlan: Hashable, Sendable {
    /// Nil where what is written stays.
    package private(set) var date: Timestamp?
    /// `date` in the form of the one that it replaces.
    package private(set) var dateText = ""
    package private(set) var id: String?
    package private(set) var slug: String?
    package private(set) var clearsDraft = false

    /// What an article has, and what is asked for it.
    package struct Situation: Sendable {
        package var article: Article
        /// The date as it is written; nil or blank when there is none.
        package var dateText: String?
        /// Whether addresses.csv knows its id: readers have seen it.
        package var isRecorded: Bool
        /// Whether the file names an id, and not only the field.
        package var namesID: Bool
        /// The ids of other articles.
        package var takenIDs: Set<String> = []
        /// When it is to be published; nil means at once.
        package var at: Timestamp?
        package var now: Timestamp
        package var zone: ZoneOffset

        package init(
            article: Article, dateText: String?, isRecorded: Bool, at: Timestamp?, now: Timestamp,
            zone: ZoneOffset
        ) {
            self.article = article
            self.dateText = dateText
            self.isRecorded = isRecorded
            namesID = article.fieldLines.contains { $0.field == "id" }
            self.at = at
            self.now = now
            self.zone = zone
        }
    }

    /// Without `at`, a draft gets the moment, unless its date is still to come, and everything else keeps its
    /// date. An id is given only to what has never been published: another one would be another article.
    package init(_ situation: Situation) throws(PublicationProblem) {
        let article = situation.article
        if article.withdrawal != nil { throw .withdrawn }
        if let at = situation.at, at > situation.now, situation.isOut { throw .isOut }
        clearsDraft = article.isDraft
        if let moment = situation.newDate, moment != situation.date {
            date = moment
            dateText = DateForm(of: situation.dateText ?? "", zone: situation.zone)
                .text(moment, zone: situation.zone)
        }
        let slug = ArticleAddress.slug(of: article)
        if article.slug == nil { self.slug = slug }
        if situation.needsID {
            let day = (date ?? article.date).civil(in: situation.zone).date
            id = ArticleID.make(day, slug: slug, taken: situation.takenIDs)
        }
    }

    /// The plan for a standing page, which has neither date nor id.
    package init(_ page: StandingPage, at: Timestamp?) throws(PublicationProblem) {
        if at != nil { throw .momentForPage }
        clearsDraft = page.isDraft
    }

    /// The names of the fields that change, in the order of the changes.
    package var fields: [String] {
        var names: [String] = []
        if date != nil { names.append("date") }
        if clearsDraft { names.append("draft") }
        if id != nil { names.append("id") }
        if slug != nil { names.append("slug") }
        return names
    }

    func apply(to editor: inout FrontMatterEditor) throws(FrontMatterEditRefusal) {
        if date != nil { try editor.set("date", to: dateText) }
        if clearsDraft { try editor.remove("draft") }
        if let id { try editor.set("id", to: id) }
        if let slug { try editor.set("slug", to: slug) }
    }

    func apply(to article: inout Article) {
        if let date { article.date = date }
        if clearsDraft { article.isDraft = false }
        if let id { article.id = id }
        if let slug { article.slug = slug }
    }
}

extension PublicationPlan.Situation {
    /// Whether the article has never been published and goes by its path.
    var needsID: Bool { !isRecorded && !namesID }

    /// Nil when there is none to be kept.
    fileprivate var date: Timestamp? {
        (dateText ?? "").allSatisfy(\.isWhitespace) ? nil : article.date
    }

    /// Whether readers have the article now.
    fileprivate var isOut: Bool {
        guard isRecorded, !article.isDraft, let date else { return false }
        return date <= now
    }

    fileprivate var newDate: Timestamp? {
        if let at { return at.wholeMinute }
        guard let date else { return now.wholeMinute }
        return article.isDraft && date <= now ? now.wholeMinute : nil
    }
}

extension Timestamp {
    /// The start of its minute: what front matter holds of it.
    var wholeMinute: Timestamp {
        Timestamp(seconds: seconds - ((seconds % 60) + 60) % 60)
    }
}
