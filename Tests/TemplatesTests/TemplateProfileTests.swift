import Bytes
import Diagnostics
import Testing

@testable import Templates

/// Times of templates, and that taking them changes no page.
struct TemplateProfileTests {
    private final class World {}

    private static let schema = Schema(
        objects: [], globals: [],
        pages: [PageKind("home", template: "home.html", doc: "", variables: [])])

    private static let sources = [
        "base.html": "<{% block a %}mặc định{% endblock %}|{% block b %}hai{% endblock %}>",
        "home.html": """
        {% extends "base.html" %}{% import "m.html" as m %}{% block a %}{% for x in [1, 2, 3] %}\
        {% include "part.html" %}{% endfor %}{{ m.double("x") }}{{ super() }}{% endblock %}
        """,
        "part.html": "({{ x }})",
        "m.html": "{% macro double(t) %}{{ t }}{{ t }}{% endmacro %}",
    ]

    private func render(timed: Bool, _ clock: TemplateClock?) throws -> String {
        let sources = Self.sources.sorted { $0.key < $1.key }.map {
            TemplateSource(
                name: $0.key, layer: "l", text: SourceText(file: $0.key, bytes: Array($0.value.utf8)))
        }
        let (set, found) = TemplateSet.compile(sources, schema: Self.schema, timed: timed)
        #expect(found.isEmpty)
        let template = try #require(set?.template(forPage: "home"))
        var out = ByteBuffer()
        Renderer(world: World(), globals: [], clock: clock).render(template, [], into: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    @Test func eachFileIsCounted() throws {
        let clock = TemplateClock()
        let page = try render(timed: true, clock)
        #expect(page == "<(1)(2)(3)xxmặc định|hai>")
        #expect(try render(timed: false, nil) == page)
        #expect(try render(timed: true, nil) == page)
        let counts = Dictionary(uniqueKeysWithValues: clock.profile.lines.map { ($0.template, $0.count) })
        #expect(counts == ["l/base.html": 2, "l/home.html": 1, "l/part.html": 3, "l/m.html:double": 1])
    }

    @Test func ownTimesAddUpToTheWhole() throws {
        let clock = TemplateClock()
        for _ in 0..<50 { _ = try render(timed: true, clock) }
        let lines = clock.profile.lines
        let base = try #require(lines.first { $0.template == "l/base.html" })
        for line in lines {
            #expect(line.own <= line.total)
            #expect(line.longest <= line.total)
            #expect(line.own >= .zero)
        }
        // The page is base.html; what it calls again of itself is counted in both.
        let own = lines.reduce(Duration.zero) { $0 + $1.own }
        #expect(own <= base.total)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.own >= $1.own })
    }

    @Test func withoutAClockNothingIsTimed() throws {
        let clock = TemplateClock()
        _ = try render(timed: false, clock)
        #expect(clock.profile.lines.isEmpty)
    }
}
