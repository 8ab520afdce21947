import Diagnostics
import Templates
import Testing

/// What every problem says, and where: `line:column+length: message | remedy`, in both languages.
struct TemplateProblemTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let template: String
        let english: [String]
        let vietnamese: [String]
        var testDescription: String { template }

        init(_ template: String, _ english: [String], _ vietnamese: [String]) {
            self.template = template
            self.english = english
            self.vietnamese = vietnamese
        }
    }

    @Test(arguments: syntax + names + types)
    func says(_ example: Case) {
        let diagnostics = Theme(["home.html": example.template]).compile().1
        #expect(diagnostics.map { $0.line(in: .english) } == example.english)
        #expect(diagnostics.map { $0.line(in: .vietnamese) } == example.vietnamese)
    }
}

extension Diagnostic {
    /// `line:column+length: message | remedy` of a problem in `home.html`.
    func line(in language: Language) -> String {
        let place = place.map { "\($0.line):\($0.column)+\($0.length): " } ?? ""
        let remedy = problem.remedy(in: language).map { " | " + $0 } ?? ""
        return place + problem.message(in: language) + remedy
    }
}
