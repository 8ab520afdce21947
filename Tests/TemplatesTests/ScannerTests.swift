import Templates
import Testing

/// Whitespace, line ends and odd files.
struct ScannerTests {
    @Test(arguments: [
        // A tag alone on its line leaves no trace of the line.
        ("a\n  {% if flag %}\n  b\n  {% endif %}\nc", "a\n  b\nc"),
        ("a\n{# x #}\nb", "a\nb"),
        ("{% set x = 1 %}\n{{ x }}\n\n", "1\n"),
        // An output keeps its line.
        ("a\n  {{ count }}\nb", "a\n  5\nb"),
        // A tag behind text takes only its line end away.
        ("a {% if flag %}\nb{% endif %}", "a b"),
        // `-` takes all, `+` nothing.
        ("a \n {%- if flag -%} \n b {%- endif %}", "ab"),
        ("a {{- count -}} b", "a5b"),
        ("a {#- x -#} b", "ab"),
        ("a\n  {%+ if flag +%}\nb{% endif %}", "a\n  \nb"),
        ("{%- raw -%} x {%- endraw -%} y", "xy"),
        ("{% raw %}\n{{ x }}\n{% endraw %}\ny", "{{ x }}\ny"),
        // CRLF and byte order mark.
        ("a\r\n{% if flag %}\r\nb\r\n{% endif %}\r\nc\r\n", "a\nb\nc"),
        ("\u{FEFF}{{ count }}", "5"),
        ("", ""), ("\n", ""), ("{", "{"), ("{ { } }", "{ { } }"), ("}} %} #}", "}} %} #}"),
        ("{{ '}}' }}{{ \"{%\" }}", "}}{%"),
        ("{{\n count\n }}", "5"),
    ])
    func whitespace(_ template: String, _ expected: String) {
        #expect(home(template) == expected)
    }

    @Test func veryLongInput() {
        let text = String(repeating: "chữ {{ count }} ", count: 20_000)
        #expect(home(text).utf8.count == 20_000 * "chữ 5 ".utf8.count)
    }
}
