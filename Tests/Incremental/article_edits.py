"""Edits of articles: what editors do all day."""

import datetime

import pictures
import words
from portal import PAGES, quoted
from step import edit


def someone(step):
    return step.pick(step.portal.articles)


def toggle(step, field, value, article=None):
    """Sets a field of an article, or takes it away where it stands."""
    article = article or someone(step)
    if article is None:
        return None
    if field in article.fields and step.rng.random() < 0.6:
        del article.fields[field]
        return f"{article.path}: no {field}"
    article.fields[field] = value
    return f"{article.path}: {field}: {value}"


def near(step, hours):
    """A date at most so many hours from the moment."""
    moment = step.portal.moment + datetime.timedelta(hours=step.rng.randint(-hours, hours))
    return moment.strftime("%Y-%m-%dT%H:%M")


# MARK: Whole articles

@edit(weight=6)
def add_article(step):
    return step.portal.add_article(step.rng).path


@edit(weight=20)
def publish_article(step):
    """With tags that others have, and often with photos: nothing but its lists can change with it."""
    other = someone(step)
    article = step.portal.add_article(step.rng)
    article.fields["tags"] = list(other.fields.get("tags", []))
    article.fields["date"] = step.pick([step.portal.moment.strftime("%Y-%m-%dT%H:%M"), other.fields["date"]])
    if article.has_folder and step.rng.random() < 0.5:
        article.photos["khac.png"] = pictures.picture("khac.png", step.rng)
        article.body.append(("photo", "khac.png"))
    return f"{article.path}: {article.fields['date']} {article.fields['tags']}"


@edit()
def add_article_due_soon(step):
    article = step.portal.add_article(step.rng)
    article.fields["date"] = near(step, 72)
    return f"{article.path}: {article.fields['date']}"


@edit(weight=5)
def delete_article(step):
    """Links to it go with it, as a rule; where one is forgotten, the build must fail."""
    article = someone(step)
    if article is None or len(step.portal.articles) < 3:
        return None
    step.portal.sources.remove(article)
    if step.rng.random() < 0.9:
        for source, block in step.portal.links_to(article):
            source.body.remove(block)
    return article.path


@edit(weight=3)
def rename_file(step):
    article = someone(step)
    old, article.name = article.path, f"ten-{step.portal.new_uid()}"
    return f"{old} to {article.path}"


@edit(weight=3)
def move_to_another_category(step):
    article = someone(step)
    old, article.section = article.path, step.pick(step.portal.categories)
    return f"{old} to {article.path}"


@edit()
def move_to_subfolder(step):
    article = someone(step)
    article.subfolder = step.pick(["", "2024", "2024/06"])
    return article.path


@edit()
def name_another_category(step):
    return toggle(step, "category", step.pick(step.portal.categories))


@edit()
def turn_into_folder(step):
    article = step.pick(source for source in step.portal.sources if not source.has_folder)
    if article is None:
        return None
    article.has_folder = True
    return article.path


@edit()
def turn_into_file(step):
    """Its photos then lie beside other articles, and may be theirs, too."""
    article = step.pick(source for source in step.portal.sources if source.has_folder)
    if article is None:
        return None
    article.has_folder = False
    return article.path


@edit(weight=1)
def swap_two_files(step):
    """Each takes the other's place, with times and all: only names, inodes and change times tell."""
    if len(step.portal.articles) < 2:
        return None
    one, other = step.rng.sample(step.portal.articles, 2)
    one.fields, other.fields = other.fields, one.fields
    one.body, other.body = other.body, one.body
    return f"{one.path} and {other.path}"


# MARK: Bodies

@edit(weight=6)
def edit_body(step):
    article = step.pick(step.portal.sources)
    spots = [spot for spot, block in enumerate(article.body) if block[0] == "text"]
    if not spots:
        article.body.append(("text", words.paragraph(step.rng)))
    else:
        article.body[step.rng.choice(spots)] = ("text", words.paragraph(step.rng))
    return article.path


@edit(weight=8)
def fix_typo(step):
    """A word of a text, and nothing else, unless the text begins with it."""
    article = someone(step)
    spots = [spot for spot, block in enumerate(article.body) if block[0] == "text"]
    if not spots:
        return None
    spot = step.rng.choice(spots)
    before, after = article.body[spot][1].rsplit(" ", 1)
    article.body[spot] = ("text", f"{before} {step.pick(words.EQUAL_WORDS)} {after}")
    return article.path


@edit()
def add_heading(step):
    article = step.pick(step.portal.sources)
    article.body.insert(0, ("heading", step.pick(words.HEADINGS)))
    return article.path


@edit(weight=1)
def remove_heading(step):
    """Other sources may link to it: then the build must fail."""
    source = step.pick(source for source in step.portal.sources if source.headings)
    if source is None:
        return None
    source.body.remove(next(block for block in source.body if block[0] == "heading"))
    return source.path


@edit(weight=4)
def add_link(step):
    source, target = step.pick(step.portal.sources), step.pick(step.portal.sources)
    step.portal.add_link(source, target, step.rng)
    return f"{source.path} to {target.path}"


@edit()
def link_to_waiting_article(step):
    """Plain text until the article is due, then a link."""
    target = step.portal.add_article(step.rng)
    target.fields["date"] = near(step, 48)
    source = step.pick(step.portal.sources)
    source.body.append(("link", target.uid, ""))
    return f"{source.path} to {target.path}, {target.fields['date']}"


@edit()
def remove_link(step):
    links = [(source, block) for source in step.portal.sources for block in source.body if block[0] in ("link", "file")]
    if not links:
        return None
    source, block = step.rng.choice(links)
    source.body.remove(block)
    return source.path


@edit()
def link_to_file(step):
    source = step.pick(step.portal.sources)
    source.body.append(("file", "/tep/ke-hoach.docx"))
    return source.path


# MARK: Photos

@edit()
def add_photo(step):
    article = someone(step)
    article.has_folder = True
    name = step.pick(["anh.png", "anh-2.jpg", "ảnh hội nghị.png"])
    article.photos[name] = pictures.picture(name, step.rng)
    if step.rng.random() < 0.7:
        article.body.insert(0, ("photo", name.replace(" ", "%20")))
    return f"{article.folder}/{name}"


@edit(weight=3)
def replace_photo(step):
    """Another width and height in as many bytes."""
    article = step.pick(source for source in step.portal.sources if source.photos)
    if article is None:
        return None
    name = step.pick(article.photos)
    article.photos[name] = pictures.picture(name, step.rng)
    return f"{article.folder}/{name}"


@edit()
def delete_photo(step):
    """The article goes on naming it."""
    article = step.pick(source for source in step.portal.sources if source.photos)
    if article is None:
        return None
    name = step.pick(article.photos)
    del article.photos[name]
    return f"{article.folder}/{name}"


@edit()
def replace_shared_file(step):
    name = step.pick(step.portal.files)
    data = b"docx %d" % step.rng.randrange(100) if name.endswith(".docx") else pictures.picture(name, step.rng)
    step.portal.files[name] = data
    return name


# MARK: Fields

@edit(weight=4)
def edit_title(step):
    source = step.pick(step.portal.sources)
    source.fields["title"] = words.title(step.rng)
    return f"{source.path}: {source.fields['title']}"


@edit(weight=4)
def edit_date(step):
    article = someone(step)
    article.fields["date"] = step.portal.date(step.rng)
    return f"{article.path}: {article.fields['date']}"


@edit()
def copy_date(step):
    """Two articles of one minute stand in the order of their ids."""
    article, other = someone(step), someone(step)
    article.fields["date"] = other.fields["date"]
    return f"{article.path}: {article.fields['date']}"


@edit(weight=4)
def edit_tags(step):
    article = someone(step)
    article.fields["tags"] = words.tags(step.rng)
    return f"{article.path}: {article.fields['tags']}"


@edit()
def edit_slug(step):
    return toggle(step, "slug", f"duong-dan-{step.rng.randrange(100)}", step.pick(step.portal.sources))


@edit()
def edit_id(step):
    return toggle(step, "id", f"ma-{step.portal.new_uid()}")


@edit(weight=4)
def edit_pin(step):
    return toggle(step, "pin_until", near(step, 48))


@edit(weight=4)
def edit_expiry(step):
    return toggle(step, "expires", near(step, 48))


@edit()
def edit_draft(step):
    """An article that others link to stays published, as a rule; where it does not, the build must fail."""
    articles = [article for article in step.portal.articles
                if step.rng.random() < 0.1 or not step.portal.links_to(article)]
    return toggle(step, "draft", True, step.pick(articles)) if articles else None


@edit(weight=3)
def edit_withdrawal(step):
    reason = {"reason": f"Đăng nhầm {step.rng.randrange(100)}"}
    extras = [{}, {"page": "none"}, {"date": "2024-06-09"}]
    return toggle(step, "withdrawn", reason | step.pick(extras))


@edit()
def edit_updated(step):
    return toggle(step, "updated", near(step, 480), step.pick(step.portal.sources))


@edit(weight=3)
def edit_summary(step):
    return toggle(step, "summary", words.sentence(step.rng), step.pick(step.portal.sources))


@edit()
def edit_authors(step):
    return toggle(step, "authors", step.rng.sample(words.AUTHORS, 2))


@edit()
def edit_credits(step):
    note = quoted("\n".join([words.sentence(step.rng), "Trưởng ban"]))
    credits = {"author_note": note, "unit": step.pick(words.UNITS), "photo_by": step.pick(words.AUTHORS), "approved_by": "Lê Minh Tuấn",
               "source": {"name": "Báo Lao Động", "url": "https://laodong.vn/"}, "views": step.rng.randrange(9000)}
    field = step.pick(credits)
    return toggle(step, field, credits[field])


@edit()
def edit_image(step):
    article = someone(step)
    names = ["/images/chung.jpg", *article.photos]
    caption = {"src": "/images/chung.jpg", "alt": "Cờ", "caption": words.sentence(step.rng)}
    return toggle(step, "image", step.pick([*names, caption]), article)


@edit()
def edit_params(step):
    article = someone(step)
    return toggle(step, "params", {"wide": True, "mood": step.pick(words.EQUAL_WORDS)}, article)


@edit()
def edit_aliases(step):
    number = step.rng.randrange(50)
    addresses = [f"/tin-cu-{number}.html", f"/tin.aspx?id={number}", f"/cu/{number}/"]
    source = step.pick(step.portal.sources)
    return toggle(step, "aliases", step.rng.sample(addresses, step.rng.randint(1, 2)), source)


@edit()
def edit_correction(step):
    correction = {"date": "2024-06-08", "wrong": "120 đại biểu", "right": f"{step.rng.randrange(100)} đại biểu"}
    return toggle(step, "correction", correction)


# MARK: Standing pages

@edit()
def add_page(step):
    page = step.portal.add_article(step.rng)
    page.section, page.subfolder = PAGES, step.pick(["", "gioi-thieu"])
    page.fields = {"title": page.fields["title"], "order": step.rng.randrange(9)}
    return page.path


@edit()
def edit_page_order(step):
    return toggle(step, "order", step.rng.randrange(9), step.pick(step.portal.pages))


@edit(weight=1)
def delete_page(step):
    """Menus and links may lead to it: then the build must fail."""
    page = step.pick(step.portal.pages[2:])
    if page is None:
        return None
    step.portal.sources.remove(page)
    for source, block in step.portal.links_to(page):
        source.body.remove(block)
    return page.path
