"""Edits of what the whole site shares: categories, site.yaml, the theme, time."""

import datetime

import theme
import words
from portal import FIRST_DAY, LAST_MOMENT, PAGES
from step import edit


def change(step, field, value, chance_to_remove=0.4):
    """Sets a setting of site.yaml, or takes it away where it stands."""
    settings = step.portal.settings
    if field in settings and step.rng.random() < chance_to_remove:
        del settings[field]
        return f"no {field}"
    settings[field] = value
    return f"{field}: {value}"


def window(step):
    """The first and the last day of something, about the moment; either may be missing."""
    start = step.portal.moment + datetime.timedelta(days=step.rng.randint(-3, 3))
    days = {"from": start.strftime("%Y-%m-%d"), "to": (start + datetime.timedelta(days=2)).strftime("%Y-%m-%d")}
    return {key: day for key, day in days.items() if step.rng.random() < 0.8}


# MARK: Categories

@edit()
def edit_category(step):
    fields = step.portal.categories[name := step.pick(step.portal.categories)]
    values = {"title": words.title(step.rng), "description": words.sentence(step.rng),
              "order": step.rng.randrange(5), "page_size": step.rng.randint(1, 8)}
    field = step.pick(values)
    if field in fields and step.rng.random() < 0.3:
        del fields[field]
    else:
        fields[field] = values[field]
    return f"{name}: {field}: {fields.get(field)}"


@edit(weight=1)
def add_category(step):
    name = step.pick(name for name in words.CATEGORIES if name not in step.portal.categories)
    if name is None:
        return None
    step.portal.categories[name] = {"title": words.title(step.rng)}
    return name


@edit(weight=1)
def remove_category_index(step):
    name = step.pick(name for name, fields in step.portal.categories.items() if fields)
    if name is None:
        return None
    step.portal.categories[name] = {}
    return name


# MARK: site.yaml

@edit()
def edit_site_texts(step):
    field = step.pick(["description", "organization", "responsible", "phone"])
    return change(step, field, words.sentence(step.rng))


@edit()
def edit_site_title(step):
    return change(step, "title", words.title(step.rng), 0)


@edit()
def edit_menus(step):
    portal = step.portal
    targets = ["/", "https://laodong.vn/", f"/{step.pick(portal.categories)}/",
               *(f"{PAGES}/{page.path.removeprefix(PAGES + '/')}" for page in portal.pages[:2])]
    items = [{"title": words.title(step.rng), "url": step.pick(targets)} for _ in range(step.rng.randint(1, 3))]
    items[0]["children"] = [{"title": "Mục con", "url": step.pick(targets)}]
    return change(step, "menus", {step.pick(["main", "footer"]): items})


@edit(weight=4)
def edit_slogans(step):
    return change(step, "slogans", [{"text": words.title(step.rng), **window(step)} for _ in range(2)], 0.2)


@edit()
def edit_links_and_banners(step):
    banner = {"slot": "sidebar", "image": "images/chung.jpg", "alt": words.title(step.rng), "url": "/"}
    link = {"title": words.title(step.rng), "url": "https://congdoan.vn/"}
    if step.rng.random() < 0.5:
        return change(step, "banners", [banner | window(step)])
    return change(step, "links", [{"title": "Liên kết", "items": [link]}])


@edit()
def edit_page_size(step):
    return change(step, "page_size", step.rng.randint(1, 8))


@edit()
def edit_neighbours(step):
    return change(step, "neighbours", {"newer": step.rng.randint(0, 4), "older": step.rng.randint(0, 4)})


@edit()
def edit_pager_window(step):
    return change(step, "pager_window", step.rng.randint(1, 3))


@edit()
def edit_feeds(step):
    feeds = {"items": step.rng.randint(1, 20), "tags": step.rng.random() < 0.5, "categories": step.rng.random() < 0.5}
    return change(step, "feeds", feeds)


@edit(weight=3)
def edit_tag_overrides(step):
    entries = [{"name": "Đảng", "slug": "dang-bo"}, {"name": "ĐANG"}, {"name": "Đại Hội", "merge": ["thi đua"]},
               {"name": "An toàn", "merge": ["an toàn lao động", "nữ công"]}]
    return change(step, "tags", step.rng.sample(entries, step.rng.randint(1, 2)))


@edit()
def edit_permalink(step):
    patterns = ["/:category/:slug/", "/:year/:month/:day/:slug/", "/:category/:id/", "/bai/:year/:slug/"]
    return change(step, "permalink", step.pick(patterns))


@edit()
def edit_path_words(step):
    paths = {"page": "p", "day": "luu", "tag": "chu-de", "site_map": "ban-do", "feed": "tin.xml",
             "news_sitemap": "moi.xml", "fragment": "phan", "print": "ban-in"}
    chosen = step.rng.sample(list(paths), 2)
    return change(step, "paths", {word: paths[word] for word in chosen})


@edit()
def edit_fragments(step):
    return change(step, "fragments", step.pick(["inline", "ssi", "js"]))


@edit()
def edit_print_pages(step):
    """The bare theme and sen have a template for them, whichever is chosen."""
    return change(step, "print_pages", True)


@edit(weight=4)
def edit_counts(step):
    """What a counter writes: more of everything, also of articles that are gone or not shown."""
    portal = step.portal
    if portal.counts is not None and step.rng.random() < 0.1:
        portal.counts = None
        return "no counts.json"
    ids = [article.article_id for article in portal.articles] + ["tin/khong-con"]
    before = portal.counts or {"version": 1, "total": 0, "articles": {}}
    seen = step.rng.sample(ids, min(len(ids), step.rng.randint(0, 3)))
    views = {**before["articles"], **{id: before["articles"].get(id, 0) + step.rng.randrange(90) for id in seen}}
    portal.counts = {"version": 1, "total": before["total"] + step.rng.choice([0, 1, 1000]), "articles": views}
    if step.rng.random() < 0.7:
        portal.counts["as_of"] = portal.moment.strftime("%Y-%m-%dT%H:%M:00+07:00")
        most = step.rng.sample(ids, min(len(ids), step.rng.randint(0, 4)))
        portal.counts["most_read"] = {"days": 30, "ids": most}
    return f"{portal.counts['total']}, {len(seen)} articles"


@edit()
def edit_date_patterns(step):
    dates = {"article": step.pick(["dd/MM/yyyy HH:mm", "EEEE"]), "list": step.pick(["d/M", "dd-MM-yyyy"]),
             "day": step.pick(["EEEE dd/MM", "d/M/yyyy"])}
    return change(step, "dates", dates)


@edit(weight=1)
def edit_checks(step):
    return change(step, "checks", {"links": step.pick(["warn", "off"]), "files": "off", "alt": "off"})


@edit(weight=1)
def edit_markdown(step):
    """Without extensions headings have no anchors: links to them fail."""
    return change(step, "markdown", {step.pick(["raw_html", "extensions"]): step.rng.random() < 0.5})


@edit(weight=1)
def edit_site_url(step):
    return change(step, "url", f"https://{step.pick(['a', 'b'])}.example.vn{step.pick(['/', '/bantin/'])}", 0)


@edit(weight=1)
def edit_language_and_zone(step):
    if step.rng.random() < 0.5:
        return change(step, "zone", step.pick(["+09:00", "Asia/Bangkok"]))
    return change(step, "language", "en")


@edit(weight=1)
def edit_logo(step):
    return change(step, "logo", "images/logo.png")


@edit(weight=1)
def edit_theme_settings(step):
    return change(step, "theme_settings", {"note": words.sentence(step.rng)})


@edit(weight=1)
def change_theme(step):
    others = ["sen"] if step.portal.uses_sen else ["bare", "sen"]
    other = "con" if step.portal.settings["theme"] != "con" else step.pick(others)
    return change(step, "theme", other, 0)


# MARK: The theme

# Lines that may stand anywhere in a template of the theme.
LINES = [
    "<p>thêm</p>", "{{ site.total }}", "{{ site.newest_date | iso }}", "{{ site.title | upper }}",
    "{% for t in site.tags_by_count | limit(2) %}{{ t.name }} {{ t.count }}{% endfor %}",
    "{% for a in site.latest | limit(1) %}{{ a.title }}{% endfor %}", "{{ page.title }}", "{{ page.url }}",
    "{% for a in site.articles | limit(2) %}{{ a.date | iso }} {{ a.body | striptags | truncate(20) }}{% endfor %}",
    "{% for a in site.latest | limit(2) %}{{ a.body }}{% endfor %}",
    "{% for d in site.days | limit(2) %}{{ d.title }}{{ d.count }}{% endfor %}", "{{ assets.js_bare_js }}",
    "{{ site.visits }}", "{% for a in site.most_read | limit(1) %}{{ a.title }}{{ a.view_count }}{% endfor %}",
    "{% for c in site.categories | limit(1) %}{{ c.description }}{{ c.count }}{% endfor %}",
]
# Two ways to say something.
TURNS = [
    ("{{ a.date_short }}", "{{ a.date | date(\"d/M\") }}"), ("truncate(90)", "truncate(50)"),
    ("limit(5)", "limit(4)"), ("limit(8)", "limit(3)"), ("{{ item.title }}", "{{ item.title | upper }}"),
    ("({{ thing.count | number }})", "[{{ thing.count }}]"), ("{{ a.category.title }}", "{{ a.category.slug }}"),
    ("<main>", "<main >"), ("{{ m.headline(a) }}", "{{ m.whole(a) }}"), ("{{ m.whole(a) }}", "{{ m.whole(a) | striptags }}"),
    ("{{ article.body }}", "{% if article.body %}{{ article.body }}{% endif %}"),
    ("class=\"newest\") }}", "class=\"newest\") }}{{ a.body }}"), ("{{ m.headline(a, class=\"newest\") }}", "{{ m.whole(a) }}"),
    ("{{ m.whole(a) }}", "{% set whole = m.whole(a) ~ \".\" %}{{ whole }}"), ("{{ article.date_text }}", "{{ article.date_short }}"),
]


def templates(portal):
    return [path for path in portal.theme_files if path.endswith(".html") and path.startswith("bare/")]


@edit(weight=3)
def add_template_line(step):
    files = step.portal.theme_files
    path = step.pick(path for path in templates(step.portal) if theme.HERE in files[path])
    if path is None:
        return None
    line = step.pick(LINES)
    files[path] = files[path].replace(theme.HERE, f"{line}\n{theme.HERE}", 1)
    return f"{path}: {line}"


@edit(weight=3)
def turn_template_field(step):
    files = step.portal.theme_files
    turns = [(path, old, new) for path in templates(step.portal) for pair in TURNS for old, new in (pair, pair[::-1])
             if old in files[path]]
    if not turns:
        return None
    path, old, new = step.rng.choice(turns)
    files[path] = files[path].replace(old, new)
    return f"{path}: {old} to {new}"


@edit()
def include_or_drop_part(step):
    files = step.portal.theme_files
    if (text := files.get("bare/templates/base.html")) is None:
        return None
    part = step.pick([*map(theme.include, theme.AROUND), *map(theme.fragment, theme.FRAGMENTS)])
    changed = text.replace(part, "") if part in text else text.replace(theme.HERE, part + theme.HERE)
    files["bare/templates/base.html"] = changed
    return part.strip()


@edit()
def edit_template_comment(step):
    """Leaves no trace in any page."""
    path = step.pick(templates(step.portal))
    if path is None:
        return None
    step.portal.theme_files[path] += f"{{# {step.rng.randrange(1000)} #}}\n"
    return path


@edit(weight=3)
def override_template(step):
    """The site's own layer gets a template, another one, or loses it."""
    layer = "sen" if step.portal.uses_sen else "bare"
    name = step.pick(["article", "home", "category", "page", "tag"])
    path = f"con/templates/{name}.html"
    if step.portal.theme_files.pop(path, None) and step.rng.random() < 0.5:
        return f"no {path}"
    title = f"{{% block title %}}{{{{ super() }}}} {step.rng.randrange(100)}{{% endblock %}}"
    step.portal.theme_files[path] = f'{{% extends "{layer}/{name}.html" %}}\n{title}\n'
    return path


@edit(weight=1)
def override_part(step):
    """A part of the site's own layer, which stands in for the theme's on every page that includes it."""
    folder = "fragments" if step.portal.uses_sen else "parts"
    path = f"con/templates/{folder}/latest.html"
    if step.portal.theme_files.pop(path, None):
        return f"no {path}"
    step.portal.theme_files[path] = "{% for a in site.latest | limit(2) %}{{ a.title }}{% endfor %}\n"
    return path


@edit(weight=3)
def edit_asset(step):
    path = step.pick(path for path in step.portal.theme_files if "/assets/" in path)
    if path is None:
        return None
    mark = f"/* {step.rng.randrange(100)} */" if not path.endswith(".svg") else f"<!-- {step.rng.randrange(100)} -->"
    step.portal.theme_files[path] += mark + "\n"
    return path


@edit(weight=1)
def add_or_drop_asset(step):
    path = "con/assets/img/con.svg"
    if not step.portal.theme_files.pop(path, None):
        step.portal.theme_files[path] = "<svg/>\n"
    return path


@edit(weight=1)
def edit_theme_file(step):
    files = step.portal.theme_files
    path = "con/theme.yaml" if step.portal.uses_sen else "bare/theme.yaml"
    old, new = ("default: vui", "default: buồn") if step.rng.random() < 0.5 else ("default: ghi", "default: lời")
    files[path] = files[path].replace(old, new) if old in files[path] else files[path].replace(new, old)
    return path


# MARK: Time

@edit(weight=8)
def time_passes(step):
    portal = step.portal
    passing = datetime.timedelta(hours=step.pick([1, 6, 12, 24, 48, 49, 240]), minutes=step.rng.randrange(60))
    portal.moment = min(portal.moment + passing, LAST_MOMENT)
    return f"{portal.moment}"


@edit()
def time_goes_back(step):
    portal = step.portal
    portal.moment = max(portal.moment - datetime.timedelta(hours=step.rng.randint(1, 300)), FIRST_DAY)
    return f"{portal.moment}"
