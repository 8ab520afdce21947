"""Edits after which the build must fail and leave public/ as it is. A later step takes them back."""

from portal import Source
from step import edit


def mistake(function):
    """Registers an edit that makes an error."""

    def apply(step):
        words = function(step)
        step.is_mistake = words is not None
        return words

    apply.__name__ = function.__name__
    return edit(weight=1, alone=True)(apply)


def shown(step):
    """An article whose text is on a page, or will be: nobody looks for mistakes in the text of a draft or of a withdrawn one."""
    return step.pick(article for article in step.portal.articles if not {"draft", "withdrawn"} & set(article.fields))


@mistake
def mistype_key(step):
    article = step.pick(step.portal.articles)
    article.fields["titel"] = "Đại hội"
    return article.path


@mistake
def mistype_date(step):
    article = step.pick(step.portal.articles)
    article.fields["date"] = "31/02/2024"
    return article.path


@mistake
def forget_title(step):
    source = step.pick(step.portal.sources)
    del source.fields["title"]
    return source.path


@mistake
def leave_front_matter_open(step):
    source = step.pick(step.portal.sources)
    step.portal.broken[f"content/{source.path}"] = b"---\ntitle: A\ndate: 2024-06-01\n"
    return source.path


@mistake
def break_encoding(step):
    source = step.pick(step.portal.sources)
    step.portal.broken[f"content/{source.path}"] = source.text(step.portal).encode() + b"\xc3("
    return source.path


@mistake
def link_to_nothing(step):
    source = shown(step)
    if source is None or "checks" in step.portal.settings:
        return None
    source.body.append(("link", 0, ""))
    return source.path


@mistake
def give_two_articles_one_address(step):
    article = shown(step)
    if article is None or ":id" in step.portal.settings.get("permalink", ""):
        return None
    twin = Source(step.portal.new_uid(), article.section, f"{article.name}-2", dict(article.fields), [])
    twin.fields.pop("id", None)
    twin.fields.pop("aliases", None)
    twin.fields["slug"] = article.fields["slug"] = "mot-dia-chi"
    step.portal.sources.append(twin)
    return f"{article.path} and {twin.path}"


@mistake
def name_category_like_reserved_word(step):
    word = step.portal.settings.get("paths", {}).get("tag", "the")
    step.portal.broken[f"content/{word}/bai.md"] = b"---\ntitle: A\ndate: 2024-06-01\n---\n"
    return f"content/{word}"


@mistake
def break_site_file(step):
    step.portal.broken["site.yaml"] = step.pick([b"title: A\n", b"title: [", b"titel: A\nurl: https://a.vn/\n", b""])
    return "site.yaml"


@mistake
def break_counts(step):
    text = step.pick([b"", b"{", b'{"version": 1}', b'{"version": 1, "total": -1}', b'{"version": 2, "total": 1}'])
    step.portal.broken["counts.json"] = text
    return f"counts.json: {text.decode()}"


@mistake
def break_template(step):
    text = step.pick([b"{{ article.titel }}", b"{% if %}", b"{% include \"khong-co.html\" %}", b"{{ assets.khong_co }}"])
    step.portal.broken[f"themes/{step.portal.settings['theme']}/templates/article.html"] = text
    return text.decode()


@mistake
def break_theme_file(step):
    step.portal.broken[f"themes/{step.portal.settings['theme']}/theme.yaml"] = b"parent: khong-co\n"
    return "theme.yaml"
