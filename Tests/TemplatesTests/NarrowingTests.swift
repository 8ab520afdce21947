import Testing

/// Where a field of what may be missing can be read, and where not.
struct NarrowingTests {
    @Test(arguments: [
        "{% if article.image %}{{ article.image.src }}{% endif %}",
        "{% if not article.image %}x{% else %}{{ article.image.src }}{% endif %}",
        "{% if not article.image %}x{% elif article.pinned %}{{ article.image.src }}{% endif %}",
        "{% if article.image is none %}x{% else %}{{ article.image.src }}{% endif %}",
        "{% if article.image is not none %}{{ article.image.src }}{% endif %}",
        "{% if article.image is defined %}{{ article.image.src }}{% endif %}",
        "{% if article.image is undefined %}x{% else %}{{ article.image.src }}{% endif %}",
        "{% if article.image != none %}{{ article.image.src }}{% endif %}",
        "{% if article.image == none %}x{% else %}{{ article.image.src }}{% endif %}",
        "{% if article.pinned and article.image and article.views > 1 %}{{ article.image.src }}{% endif %}",
        "{% if article.image and article.image.src == 'x' %}{% endif %}",
        "{% if not article.image or article.image.src == 'x' %}{% endif %}",
        "{% if not (article.image is none or article.pinned) %}{{ article.image.src }}{% endif %}",
        "{{ article.image.src if article.image else '' }}",
        "{{ '' if not article.image else article.image.src }}",
        "{{ article.image and article.image.src }}",
        "{% set i = article.image %}{% if i %}{{ i.src }}{% endif %}",
        "{% if article.image %}{% for t in article.tags %}{{ article.image.src }}{% endfor %}{% endif %}",
        "{% if site.latest[0] %}{{ site.latest[0].title }}{% endif %}",
        "{% set a = site.latest | first %}{% if a and a.image %}{{ a.image.src }}{% endif %}",
        "{% if article.summary == 'x' %}{{ article.summary < 'y' and '' }}{% endif %}",
        "{{ (article.summary | default('')) < 'y' and '' }}",
    ])
    func allows(_ template: String) {
        #expect(Theme(["article.html": template]).problems() == "")
    }

    @Test(arguments: [
        ("{{ article.image.src }}", "article.image"),
        ("{% if article.image %}{% endif %}{{ article.image.src }}", "article.image"),
        ("{% if article.image %}{% else %}{{ article.image.src }}{% endif %}", "article.image"),
        ("{% if article.image or article.pinned %}{{ article.image.src }}{% endif %}", "article.image"),
        ("{% if not (article.image and article.pinned) %}{% else %}{{ article.image.src }}{% endif %}", ""),
        (
            "{% if not (article.image or article.pinned) %}{% else %}{{ article.image.src }}{% endif %}",
            "article.image"
        ),
        ("{% if article.image.src and article.image %}{% endif %}", "article.image"),
        ("{% if article.image %}{% set article = site.latest[0] %}{{ article.title }}{% endif %}", "article"),
        (
            "{% for a in site.latest %}{% if article.image %}{{ a.image.src }}{% endif %}{% endfor %}",
            "a.image"
        ),
        ("{% if site.latest[0] %}{{ site.latest[1].title }}{% endif %}", "site.latest[1]"),
        ("{{ (site.latest | first).title }}", "(site.latest | first)"),
        ("{% if article.pinned %}{% set i = article %}{% endif %}{{ i.title }}", "i"),
    ])
    func refuses(_ template: String, _ path: String) {
        let problems = Theme(["article.html": template]).problems()
        #expect(problems.contains("error: `\(path)` may be missing\n") != path.isEmpty)
        #expect(problems.isEmpty == path.isEmpty)
    }
}
