import Bytes
import Content
import Model

/// The pages of articles that are left out because they have errors and nobody remembers them: after `.bantin/` was lost,
/// or with a new version of the program. What readers have of them stays where it is.
enum StandingPages {
    static func keep(_ reading: ContentReading, in plan: inout Plan, _ request: BuildRequest) {
        guard !reading.leftOut.isEmpty else { return }
        let sources = Dictionary(
            reading.leftOut.map { (ExactText($0.id), $0.source) }, uniquingKeysWith: { first, _ in first })
        let standing = reading.newsroom.addresses.flatMap { line in
            guard let source = sources[ExactText(line.id)] else { return [(path: String, source: String)]() }
            return files(at: line.url, reading.newsroom.settings)
                .filter { WholeFile.exists(request.destination + "/" + $0) }
                .map { (path: $0, source: source) }
        }
        plan.keep(standing)
    }

    /// The page, and its print version.
    private static func files(at address: String, _ settings: Settings) -> [String] {
        [address, settings.printAddress(of: address)].map { String($0.dropFirst()) + "index.html" }
    }
}
