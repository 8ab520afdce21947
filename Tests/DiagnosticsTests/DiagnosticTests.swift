import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    @Test func severitiesAreOrdered() {
        #expect([Severity.error, .notice, .warning].sorted() == [.notice, .warning, .error])
    }

    @Test func aLengthIsAtLeastOne() {
        #expect(Place(file: "a", line: 1, column: 1, length: 0).length == 1)
        #expect(Place(file: "a", line: 1, column: 1, length: -5).length == 1)
    }

    @Test func onlyErrorsAreErrors() {
        #expect(![Diagnostic(.warning, SampleProblem()), Diagnostic(.notice, SampleProblem())].hasErrors)
        #expect([Diagnostic(.notice, SampleProblem()), Diagnostic(.error, SampleProblem())].hasErrors)
        #expect(![Diagnostic]().hasErrors)
    }

    @Test func orderIsFileLineColumnMessage() {
        let ordered = [
            diagnostic(nil, "z"), diagnostic(Place(file: "a-b"), "z"), diagnostic(Place(file: "a/x"), "z"),
            diagnostic(Place(file: "b", line: 2, column: 9), "z"),
            diagnostic(Place(file: "b", line: 10), "z"),
            diagnostic(Place(file: "b", line: 10, column: 2), "a"),
            diagnostic(Place(file: "b", line: 10, column: 2), "b"), diagnostic(Place(file: "đ"), "a"),
        ]
        for shift in ordered.indices {
            let shuffled = Array((ordered[shift...] + ordered[..<shift]).reversed())
            let sorted = shuffled.sorted(by: Diagnostic.inOrder)
            #expect(sorted.map(\.place) == ordered.map(\.place))
            #expect(
                sorted.map { $0.problem.message(in: .english) }
                    == ordered.map { $0.problem.message(in: .english) })
        }
    }

    private func diagnostic(_ place: Place?, _ message: String) -> Diagnostic {
        Diagnostic(.error, SampleProblem(english: message), at: place)
    }
}
