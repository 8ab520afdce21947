"""The theme `bare`: little markup, and fields of every kind of object.

What stands around a page is drawn by lot. A page that shows the latest list, the tag cloud and the totals is
rendered again with nearly every edit; a page without them should be left alone by most, and shows where a
build leaves too much alone.
"""

# Edits add lines before this comment, which leaves no trace in a page.
HERE = "{# here #}\n"

AROUND = ["latest", "tags", "totals", "categories", "archive", "links", "pages", "most"]
FRAGMENTS = ["newest", "sums", "counts"]

_TEMPLATES = {
    "base.html": """<!DOCTYPE html>
<html lang="{{ site.language }}">
<title>{% block title %}{{ page.title }} - {{ site.title }}{% endblock %}</title>
<link rel="canonical" href="{{ page.canonical }}">
{% if page.noindex %}
<meta name="robots" content="noindex">
{% endif %}
<link rel="stylesheet" href="{{ assets.css_bare_css }}">
<body class="{{ page.kind }}">
{% include "parts/header.html" %}
<main>
{% block main %}{% endblock %}
</main>
AROUND{# here #}
<footer>{{ site.organization }} {{ site.responsible }} {{ site.settings.note }}</footer>
""",
    "macros.html": """{% macro headline(item, class="") %}
<a class="{{ class }}" href="{{ item.url }}">{{ item.title }}</a>
{% endmacro %}
{% macro whole(item) %}
<i>{{ item.title }}</i> {{ item.body }}
{% endmacro %}
{% macro tally(thing) %}
<a href="{{ thing.url }}">{{ thing.title }} ({{ thing.count | number }})</a>
{% endmacro %}
""",
    "parts/header.html": """<h1><a href="{{ site.home_url }}">{{ site.title }}</a></h1>
{% if site.logo %}
<img src="{{ site.logo }}" alt="">
{% endif %}
{% for link in site.main_menu %}
<a href="{{ link.url }}">{{ link.title }}</a>
{% for inner in link.children %}
<i><a href="{{ inner.url }}">{{ inner.title }}</a></i>
{% endfor %}
{% endfor %}
{% for slogan in site.slogans %}
<b>{{ slogan }}</b>
{% endfor %}
{% for banner in site.banners %}
<a href="{{ banner.url }}"><img src="{{ banner.image.url }}" alt="{{ banner.image.alt }}"></a>
{% endfor %}
{# here #}
""",
    "parts/item.html": """<article><a href="{{ a.url }}">{{ a.title }}</a> <time>{{ a.date_short }}</time> {{ a.category.title }}
{% if a.image %}
<img src="{{ a.image.url }}" alt="{{ a.image.alt }}" width="{{ a.image.width }}" height="{{ a.image.height }}">
{% endif %}
<p>{{ a.summary | truncate(90) }}</p>
{# here #}
</article>
""",
    "parts/latest.html": """{% import "macros.html" as m %}
{% for a in site.latest | limit(5) %}
{{ m.headline(a, class="latest") }}
{% endfor %}
{# here #}
""",
    "parts/tags.html": """{% for tag in site.tags_by_count | limit(8) %}
<a href="{{ tag.url }}">{{ tag.name }} ({{ tag.count }})</a>
{% endfor %}
{# here #}
""",
    "parts/totals.html": """<p>{{ site.total | number }} bài, mới nhất {{ site.newest_date | iso }}</p>
{# here #}
""",
    "parts/categories.html": """{% from "macros.html" import tally %}
{% for c in site.categories %}
{{ tally(c) }}
{% endfor %}
{# here #}
""",
    "parts/archive.html": """{% from "macros.html" import tally as t %}
{% for year in site.years %}
{{ t(year) }}
{% for month in year.parts %}
{{ t(month) }}
{% endfor %}
{% endfor %}
{# here #}
""",
    "fragments/newest.html": """{% import "macros.html" as m %}
{% for a in site.articles | limit(4) %}
{{ m.headline(a, class="newest") }} {{ a.date_short }}
{% endfor %}
""",
    "fragments/sums.html": """{{ site.total }}: {% for c in site.categories %}{{ c.title }} {{ c.count }} {% endfor %}
{% for tag in site.tags_by_count | limit(8) %}
{{ tag.name }} {{ tag.count }}
{% endfor %}
""",
    "fragments/counts.html": """{% if site.is_counted %}
{{ site.visits | number }} {{ site.visits_date | iso }}
{% endif %}
{% for a in site.most_read %}
{{ a.title }} {{ a.view_count }}
{% endfor %}
""",
    "parts/most.html": """{% for a in site.most_read | limit(2) %}
{{ a.title }}
{% endfor %}
""",
    "parts/links.html": """{% for group in site.links %}
<h3>{{ group.title }}</h3>
{% for link in group.items %}
<a href="{{ link.url }}">{{ link.title }}</a>
{% endfor %}
{% endfor %}
{% for link in site.footer_menu %}
<a href="{{ link.url }}">{{ link.title }}</a>
{% endfor %}
""",
    "parts/pages.html": """{% for p in site.pages %}
<a href="{{ p.url }}">{{ p.title }}</a>
{% endfor %}
""",
    "parts/pager.html": """<p>Tổng số: {{ pager.total }} | Trang: {{ pager.number }} trên tổng số {{ pager.total_pages }} trang</p>
{% if pager.previous %}
<a href="{{ pager.previous.url }}">trước</a>
{% endif %}
{% for p in pager.window %}
{% if p.current %}
[{{ p.number }}]
{% else %}
<a href="{{ p.url }}">{{ p.number }}</a>
{% endif %}
{% endfor %}
{% if pager.next %}
<a href="{{ pager.next.url }}">sau</a>
{% endif %}
""",
    "home.html": """{% extends "base.html" %}
{% import "macros.html" as m %}
{% block title %}{{ site.title }}{% endblock %}
{% block main %}
<p>{{ site.description }}</p>
{% for a in site.pinned %}
{{ m.headline(a, class="pinned") }}
{% endfor %}
{% for a in site.latest | limit(6) %}
{% include "parts/item.html" %}
{% endfor %}
{% for c in site.categories %}
<h2>{{ c.title }}</h2>
{% for a in c.articles | limit(3) %}
{{ m.headline(a) }}
{% endfor %}
{% endfor %}
{# here #}
{% endblock %}
""",
    "list.html": """{% extends "base.html" %}
{% block main %}
<h2>{{ list.title }}</h2>
{% if list.feed_url %}
<a href="{{ list.feed_url }}">RSS</a>
{% endif %}
{% block intro %}{% endblock %}
{% for a in pager.items %}
{% include "parts/item.html" %}
{% endfor %}
{% include "parts/pager.html" %}
{# here #}
{% endblock %}
""",
    "category.html": """{% extends "list.html" %}
{% block intro %}
<p>{{ category.description }}</p>
{% for a in category.pinned %}
ghim: {{ a.title }}
{% endfor %}
{% endblock %}
""",
    "tag.html": """{% extends "list.html" %}
{% block intro %}
<p>{{ tag.name }}: {{ tag.count }}</p>
{% endblock %}
""",
    "day.html": """{% extends "list.html" %}
""",
    "month.html": """{% extends "list.html" %}
{% block intro %}
{% for day in period.parts %}
<a href="{{ day.url }}">{{ day.day }} ({{ day.count }})</a>
{% endfor %}
{% endblock %}
""",
    "year.html": """{% extends "list.html" %}
{% block intro %}
{% for month in period.parts %}
<a href="{{ month.url }}">{{ month.month }} ({{ month.count }})</a>
{% endfor %}
{% endblock %}
""",
    "article.html": """{% extends "base.html" %}
{% block main %}
<h2>{{ article.title }}</h2>
<time datetime="{{ article.date | iso }}">{{ article.date_text }}</time> <a href="{{ article.day_url }}">ngày</a>
<a href="{{ article.category.url }}">{{ article.category.title }}</a>
{% if article.is_expired %}
<p>đã hết hạn</p>
{% endif %}
{% if article.updated %}
<p>sửa {{ article.updated | iso }}</p>
{% endif %}
{% if article.has_summary %}
<p>{{ article.summary }}</p>
{% endif %}
{% if article.image and not article.image_in_body %}
<img src="{{ article.image.url }}" width="{{ article.image.width }}" height="{{ article.image.height }}">
{% endif %}
{{ article.body }}
{% if article.correction %}
<p>đính chính {{ article.correction.date | iso }}: {{ article.correction.wrong }}, {{ article.correction.right }}</p>
{% endif %}
{% if article.source %}
<p>nguồn {{ article.source.name }}</p>
{% endif %}
<p>{{ article.authors | join(", ") }} {{ article.unit }} {{ article.photo_by }} {{ article.views }} {{ article.view_count }} {{ article.author_note }}</p>
{% if article.print_url %}
<a href="{{ article.print_url }}">bản in</a>
{% endif %}
{% if article.params.wide %}
<p>rộng {{ article.params.mood }}</p>
{% endif %}
{% for tag in article.tags %}
<a href="{{ tag.url }}">{{ tag.name }}</a>
{% endfor %}
{% for a in article.newer %}
<a href="{{ a.url }}">{{ a.title }}</a> {{ a.date_short }}
{% endfor %}
{% for a in article.older %}
<a href="{{ a.url }}">{{ a.title }}</a> {{ a.summary | truncate(40) }}
{% endfor %}
{% if article.more_url %}
<a href="{{ article.more_url }}">nữa</a>
{% endif %}
{# here #}
{% endblock %}
""",
    "page.html": """{% extends "base.html" %}
{% block main %}
<h2>{{ standing.title }}</h2>
<p>{{ standing.summary }} {{ standing.updated | iso }}</p>
{{ standing.body }}
{# here #}
{% endblock %}
""",
    "document.html": """{% extends "base.html" %}
{% block main %}
<h2>{{ document.type.title }} {{ document.number }}</h2>
<p>{{ document.abstract }} {{ document.issued | iso }} {{ document.issuer }} {{ document.status }}</p>
{% if document.replaced_by %}
<a href="{{ document.replaced_by.url }}">{{ document.replaced_by.number }}</a>
{% endif %}
{% for d in document.replaces %}
<a href="{{ d.url }}">{{ d.number }}</a>
{% endfor %}
{% for f in document.files %}
<a href="{{ f.url }}">{{ f.name }} {{ f.size }}</a>
{% endfor %}
{{ document.body }}
{# here #}
{% endblock %}
""",
    "documents.html": """{% extends "base.html" %}
{% block main %}
<h2>{{ documents.title }} ({{ documents.count }})</h2>
{% for d in pager.documents %}
<a href="{{ d.url }}">{{ d.number }}</a> {{ d.status }}
{% endfor %}
{% for l in site.document_types %}
<a href="{{ l.url }}">{{ l.title }} ({{ l.count }})</a>
{% endfor %}
{% include "parts/pager.html" %}
{# here #}
{% endblock %}
""",
    "album.html": """{% extends "base.html" %}
{% block main %}
<h2>{{ album.title }}</h2>
{% for p in album.photos %}
<img src="{{ p.url }}" alt="{{ p.alt }}" width="{{ p.width }}" height="{{ p.height }}"> {{ p.caption }}
{% endfor %}
{{ album.body }}
{# here #}
{% endblock %}
""",
    "albums.html": """{% extends "base.html" %}
{% block main %}
{% for a in pager.albums %}
<a href="{{ a.url }}">{{ a.title }} ({{ a.count }})</a>
{% endfor %}
{% include "parts/pager.html" %}
{# here #}
{% endblock %}
""",
    "print.html": """<!DOCTYPE html>
<title>{{ page.title }} {{ site.title }} {{ page.canonical }}</title>
{% if article %}
<p>{{ article.date_text }} {{ article.authors | join(", ") }}</p>
{{ article.body }}
{% elif standing %}
{{ standing.body }}
{% endif %}
{# here #}
""",
    "sitemap.html": """{% extends "base.html" %}
{% block main %}
{% for a in site.corrected %}
<a href="{{ a.url }}">{{ a.title }}</a>
{% endfor %}
{% for c in site.categories %}
<a href="{{ c.url }}">{{ c.title }}</a>
{% endfor %}
{% for t in site.tags %}
<a href="{{ t.url }}">{{ t.name }}</a>
{% endfor %}
{% for d in site.days %}
<a href="{{ d.url }}">{{ d.title }} ({{ d.count }})</a>
{% endfor %}
{% endblock %}
""",
    "404.html": """{% extends "base.html" %}
{% block main %}
<p>Không có trang này.</p>
{% endblock %}
""",
    "notice.html": """{% extends "base.html" %}
{% block main %}
<p>Đã gỡ: {{ notice.reason }} {{ notice.date | iso }}</p>
{% endblock %}
""",
    "redirect.html": """<!DOCTYPE html>
<title>{{ site.title }}</title>
<meta http-equiv="refresh" content="0; url={{ redirect.url }}">
<a href="{{ redirect.absolute_url }}">{{ redirect.url }}</a>
""",
}

_ASSETS = {
    "css/bare.css": "main { background: url(../img/mark.svg); }\n",
    "img/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "js/bare.js": "console.log(1);\n",
}

DECLARATIONS = """settings: [{name: note, type: text, default: ghi chú}]
params: [{name: wide, type: flag}, {name: mood, type: text, default: vui}]
"""


def include(part):
    return f'{{% include "parts/{part}.html" %}}\n'


def fragment(name):
    """A part that `fragments:` in site.yaml may take out of the pages."""
    return f'{{% fragment "{name}" %}}<a href="{{{{ site.home_url }}}}">{name}</a>{{% endfragment %}}\n'


def files(rng):
    """The theme's files by path in its folder."""
    around = "" if rng.random() < 0.5 else "".join(include(part) for part in AROUND if rng.random() < 0.5)
    around += "".join(fragment(name) for name in FRAGMENTS if rng.random() < 0.5)
    templates = {f"templates/{name}": text for name, text in _TEMPLATES.items()}
    templates["templates/base.html"] = templates["templates/base.html"].replace("AROUND", around)
    return {"theme.yaml": "title: Bare\n" + DECLARATIONS, **templates,
            **{f"assets/{name}": text for name, text in _ASSETS.items()}}
