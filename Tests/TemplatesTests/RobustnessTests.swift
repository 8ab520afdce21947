import Diagnostics
import Templates
import Testing

/// Broken templates are refused, never a crash or an endless loop.
struct RobustnessTests {
    private static let template = """
        {% extends "base.html" %}{% import "m.html" as m %}{%- set x = [1, 2] | first -%}
        {% block a %}{{ super() }}{% for t in article.tags | limit(2) %}{{ loop.index ~ '"' }}{% else %}{# c #}{% endfor %}
        {% if article.image and x is not none %}{{ article.image.src | replace("a", 'b') }}{% elif x == 3 %}{% include "i" %}
        {% else %}{{ m.card(article, n=-1 + 2) if x else none }}{% endif %}{% raw %}{{{% endraw %}{% endblock a %}
        {% macro own(a, b=1) %}{{ a[0] }}{% endmacro %}
        """

    private static func theme(_ text: String) -> Theme {
        Theme([
            "base.html": "{% block a %}b{% endblock %}", "i": "{{ x }}",
            "m.html": "{% macro card(a, n) %}{{ a.title }}{{ n }}{% endmacro %}", "article.html": text,
        ])
    }

    @Test func theWholeIsFine() {
        #expect(Self.theme(Self.template).problems() == "")
    }

    @Test func everyPrefixIsAnswered() {
        for length in 0..<Self.template.count {
            let (set, diagnostics) = Self.theme(String(Self.template.prefix(length))).compile()
            #expect((set == nil) == diagnostics.hasErrors)
        }
    }

    @Test func everyChangeIsAnswered() {
        let marks = Array("{}%#|.()[]'\"-+~=<> \nxi1€")
        var state: UInt64 = 7
        func dice(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
        for _ in 0..<1_500 {
            var text = Array(Self.template)
            for _ in 0...dice(3) {
                let place = dice(text.count)
                if dice(2) == 0 {
                    text.remove(at: place)
                } else {
                    text.insert(marks[dice(marks.count)], at: place)
                }
            }
            let (set, diagnostics) = Self.theme(String(text)).compile()
            #expect((set == nil) == diagnostics.hasErrors)
        }
    }
}
