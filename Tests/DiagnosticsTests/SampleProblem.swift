import Diagnostics

/// A problem of the tests.
struct SampleProblem: Problem {
    var kind = "sample"
    var vietnamese = "sai"
    var english = "wrong"
    var vietnameseRemedy: String?
    var englishRemedy: String?

    func message(in language: Language) -> String { language == .vietnamese ? vietnamese : english }
    func remedy(in language: Language) -> String? {
        language == .vietnamese ? vietnameseRemedy : englishRemedy
    }
}
