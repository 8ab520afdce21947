import Diagnostics
import Model
import Testing

/// Inputs made to exhaust a stack or to cost the square of their length.
///
/// There is no clock here: at the square of these lengths a case would run for minutes, which the time
/// limit notices.
@Suite(.timeLimit(.minutes(1)))
struct HostileInputTests {
    private static let inputs: [(String, String)] = [
        ("quotes", String(repeating: ">", count: 10_000) + "a"),
        ("list items", String(repeating: "- ", count: 10_000) + "a"),
        ("brackets", String(repeating: "[", count: 1_000_000)),
        ("images", String(repeating: "![", count: 200_000)),
        ("images without text", String(repeating: "![](a)", count: 50_000)),
        ("backticks", String(repeating: "`", count: 1_000_000)),
        ("emphasis", String(repeating: "*a **b ~~c ", count: 20_000)),
        (
            "nested emphasis",
            String(repeating: "*a **b ", count: 20_000) + String(repeating: "** c*", count: 20_000)
        ),
        ("tildes", String(repeating: "~~a ", count: 250_000)),
        ("tildes in pairs", String(repeating: "~~a~~", count: 100_000)),
        ("escapes", String(repeating: #"\~~&#126;"#, count: 50_000)),
        ("escapes in emphasis", String(repeating: #"*a\~~ "#, count: 20_000)),
        ("note references", String(repeating: "[^", count: 300_000)),
        ("note definitions", String(repeating: "[^a]: b\n", count: 20_000)),
        (
            "notes and definitions",
            String(repeating: "[^a]: [b]\n", count: 5_000) + String(repeating: "[b]: /c\n", count: 5_000)
        ),
        ("half definitions", String(repeating: "[a]:\n", count: 50_000) + "[^1]"),
        ("addresses", String(repeating: "http://a.b/(", count: 50_000)),
        ("parentheses", "http://a.b/" + String(repeating: ")", count: 500_000)),
        ("mail", String(repeating: "a@", count: 300_000)),
        ("domains", "http://" + String(repeating: "a.", count: 300_000)),
        ("blocks", String(repeating: "::: chu-ky\n", count: 20_000)),
        ("block ends", String(repeating: ":::\n", count: 20_000)),
        ("tables", String(repeating: "|a|b|\n|-|-|\n\n", count: 20_000)),
        ("delimiter rows", String(repeating: "|-|-|\n|-|\n", count: 20_000)),
        (
            "wide table",
            String(repeating: "|", count: 20_000) + "\n" + String(repeating: "|-", count: 20_000) + "\n"
                + String(repeating: "a\n", count: 20_000)
        ),
        (
            "contents",
            String(repeating: "[[toc]]\n\n", count: 5_000) + String(repeating: "# a\n", count: 5_000)
        ),
        ("headings", String(repeating: "# a\n", count: 50_000)),
        ("tags", String(repeating: "<b>", count: 100_000)),
        ("comments", String(repeating: "<!--", count: 100_000)),
        ("one line of problems", String(repeating: "![](a) <b> [^c] ", count: 20_000)),
    ]

    /// By name: a megabyte of text must not become the name of a test case in a log.
    @Test(arguments: inputs.map(\.0))
    func ends(_ name: String) throws {
        let text = try #require(Self.inputs.first { $0.0 == name }?.1)
        let conversion = Conversion(text)
        #expect(!conversion.body.html.isEmpty || conversion.diagnostics.count > 1_000)
        #expect(conversion.body.html.count < 40 * text.utf8.count)
        #expect(TagBalance.fault(in: conversion.html) == nil)
    }
}
