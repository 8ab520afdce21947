import Templates
import Testing

struct TemplateReferenceTests {
    private let text = TemplateReference.markdown(schema: .portal)

    /// The examples are real: each compiles as an article page.
    @Test func examplesCompile() {
        let blocks = text.split(separator: "```jinja\n").dropFirst().map { String($0.prefix { $0 != "`" }) }
        #expect(blocks.count >= 11)
        for block in blocks {
            var theme = Theme([
                "article.html": block, "sen/article.html": "{% block title %}{% endblock %}",
                "fragments/latest.html": "{{ site.title }}",
            ])
            if block.contains("extends") {
                theme.files = [
                    ("site", "article.html", block),
                    ("sen", "article.html", "{% block title %}{% endblock %}"),
                ]
                theme.files.reverse()
            }
            #expect(theme.problems() == "", "\(block)")
        }
    }

    @Test func namesEverything() {
        for part in [
            "| `{{ … }}` | writes a value |",
            "| `loop.index` | number | The number of the turn, from 1. |",
            "| `is divisibleby(n)` | the number can be divided by `n` without remainder |",
            "| `truncate(length, end=\"…\")` | text | text | At most `length` characters, cut between words; "
                + "a shortened text ends in `end`, which counts. |",
            "| `stamp(prefix)` | date | text | Digits. |",
            "| `site` | [site](#site) | The site. |",
            "### `article.html`\n\nOne article.\n\n| variable | type | meaning |\n|---|---|---|\n"
                + "| `article` | [article](#article) | The article. |\n",
            "### article\n\nA news post.\n\n| field | type | meaning |\n|---|---|---|\n",
            "| `summary` | text? | Its lead. |\n", "| `image` | [image](#image)? | Its picture. |\n",
            "| `articles` | list of [article](#article) | Its articles. |\n",
        ] {
            #expect(text.contains(part))
        }
        for filter in Schema.portal.filters { #expect(text.contains("| `\(filter.name)")) }
        for tag in ["if", "for", "set", "extends, block", "include", "fragment", "macro, import", "raw"] {
            #expect(text.contains("\n### \(tag)\n"))
        }
        #expect(!text.contains("\n\n\n"))
        #expect(text.hasSuffix("|\n"))
    }
}
