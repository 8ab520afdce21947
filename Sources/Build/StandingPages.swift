import Content
import Model

/// The pages of articles that are left out because they have errors and nobody remembers them: after `.bantin/` was lost,
/// or with a new version of the program. What readers have of them stays where it is.
enum StandingPages {
    static func keep(_ reading: ContentReading, in plan: inout Plan, _ request: BuildRequest) {
        for article in reading.leftOut {
            let addresses = reading.newsroom.addresses.filter { $0.id.utf8.elementsEqual(article.id.utf8) }
            let paths = addresses.flatMap { files(at: $0.url, reading.newsroom.settings) }
            plan.keep(
                paths.filter { WholeFile.exists(request.destination + "/" + $0) }, of: article.source)
        }
    }

    /// The page, and its print version.
    private static func files(at address: String, _ settings: Settings) -> [String] {
        [address, settings.printAddress(of: address)].map { String($0.dropFirst()) + "index.html" }
    }
}
