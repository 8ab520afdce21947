/// What is wrong with site.yaml as a file.
enum SiteProblem: Hashable, Sendable {
    case noSiteFile
}
