internal import Files
package import Model
package import Output

/// What a run is asked to do. Paths are absolute.
package struct BuildRequest: Sendable {
    /// The site's folder: holds site.yaml and content/.
    package var root: String
    /// Where the site goes; nil means public/ in the site's folder.
    package var output: String?
    /// What the clock shows: the build moment T unless `at` says otherwise.
    package var now: Timestamp
    /// T in any form that dates have; without a zone it is the site's.
    package var at: String?
    /// Drafts count as what they will be.
    package var drafts = false
    /// Shows what is scheduled as if its time had come: only to be looked at.
    package var scheduled = false
    package var threads = 2
    /// Replaces `url:` of site.yaml.
    package var baseURL: String?
    /// Removes files of public/ that nobody knows who wrote.
    package var prune = false
    /// An article with errors stays as it was when it had none; the errors are told all the same.
    package var lastGood = false
    /// After the build, everything is made once more from nothing and compared.
    package var verify = false
    /// `check` treats what is missing as an error.
    package var strict = false
    /// Hears how far the writing is.
    package var progress: WriteProgress?
    /// A source as `publish` would change it, for a run that writes nothing.
    var trial: PublicationTrial?

    package init(root: String, now: Timestamp) {
        self.root = root
        self.now = now
    }

    /// True when the site goes to its public/, which the world sees.
    package var writesPublic: Bool {
        output.map { RealPath.of($0) == RealPath.of(root + "/public") } ?? true
    }

    var destination: String { output ?? root + "/public" }
}
