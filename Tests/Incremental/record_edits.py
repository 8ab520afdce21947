"""Edits of official documents and photo albums, and of texts that cite documents."""

import datetime

import pictures
import words
from portal import FIRST_DAY, Source
from step import edit

TYPES = ["Kế hoạch", "kế hoạch", "Hướng dẫn", "Quyết định"]
ISSUERS = ["Ban Thường vụ", "Công đoàn ngành Giáo dục", "Ban thường vụ"]
FEW_NUMBERS = 6  # so that texts cite what is there, was there, or comes later


def day(step):
    """Around the moment or long before; a day that others have, too."""
    start = step.portal.moment if step.rng.random() < 0.4 else FIRST_DAY
    return (start + datetime.timedelta(days=step.rng.randint(-3, 3))).strftime("%d/%m/%Y")


def number(step):
    return f"{step.rng.randint(1, FEW_NUMBERS)}/KH-LĐLĐ"


def someone(step):
    return step.pick(step.portal.documents)


# MARK: Documents

@edit(weight=5)
def add_document(step):
    uid = step.portal.new_uid()
    fields = {"number": number(step), "type": step.pick(TYPES), "abstract": words.sentence(step.rng),
              "issued": day(step), "file": "/tep/ke-hoach.docx", "slug": f"vb-{uid}"}
    document = Source(uid, "van-ban", f"vb-{uid}", fields, [])
    if step.rng.random() < 0.3:
        document.has_folder = True
        document.photos["van-ban.pdf"] = b"%PDF-1.4 " + step.rng.randbytes(20)
        fields["file"] = "van-ban.pdf"
    step.portal.documents.append(document)
    return document.path


@edit(weight=5)
def delete_document(step):
    document = someone(step)
    if document is None:
        return None
    step.portal.documents.remove(document)
    return document.path


@edit(weight=6)
def edit_document(step):
    document = someone(step)
    if document is None:
        return None
    values = {"number": number(step), "type": step.pick(TYPES), "issuer": step.pick(ISSUERS), "issued": day(step),
              "effective": day(step), "expires": day(step), "replaced_by": number(step), "date": day(step),
              "draft": step.rng.random() < 0.5, "abstract": words.sentence(step.rng),
              "aliases": [f"/cu/vb-{document.uid}/"]}
    field = step.pick(values)
    required = {"number", "type", "issued", "abstract"}
    if field in document.fields and field not in required and step.rng.random() < 0.5:
        del document.fields[field]
    else:
        document.fields[field] = values[field]
    return f"{document.path}: {field}: {document.fields.get(field)}"


@edit(weight=6)
def move_document(step):
    """Its address is its slug's: another file, the same page."""
    document = someone(step)
    if document is None or document.has_folder:
        return None
    document.subfolder = "2024" if not document.subfolder else ""
    return document.path


@edit()
def cite_document(step):
    source = step.pick([*step.portal.sources, *step.portal.documents])
    issued = f" ngày {day(step)}" if step.rng.random() < 0.4 else ""
    source.body.append(("text", f"Theo số {number(step)}{issued} đã ban hành."))
    return f"{source.path}: {source.body[-1][1]}"


# MARK: Albums

@edit(weight=5)
def add_album(step):
    uid = step.portal.new_uid()
    album = Source(uid, "anh", f"album-{uid}", {"title": words.title(step.rng), "date": step.portal.date(step.rng)}, [])
    album.has_folder = True
    for name in ["1.jpg", "2.png"][: step.rng.randint(1, 2)]:
        album.photos[name] = pictures.picture(name, step.rng)
    step.portal.albums.append(album)
    return album.path


@edit(weight=5)
def edit_album(step):
    album = step.pick(step.portal.albums)
    if album is None:
        return None
    values = {"title": words.title(step.rng), "date": step.portal.date(step.rng), "summary": words.sentence(step.rng),
              "cover": "/images/chung.jpg", "slug": f"anh-{step.rng.randint(1, 9)}-{album.uid}",
              "draft": step.rng.random() < 0.5,
              "photos": [{"src": "1.jpg", "alt": words.title(step.rng), "caption": words.title(step.rng)}]}
    field = step.pick(values)
    album.fields[field] = values[field]
    return f"{album.path}: {field}: {values[field]}"


@edit(weight=5)
def change_album_photos(step):
    album = step.pick(step.portal.albums)
    if album is None:
        return None
    name = step.pick(["2.png", "3.jpg"])
    if name in album.photos:
        del album.photos[name]
        return f"{album.path}: no {name}"
    album.photos[name] = pictures.picture(name, step.rng)
    return f"{album.path}: {name}"


@edit(weight=5)
def delete_album(step):
    album = step.pick(step.portal.albums)
    if album is None:
        return None
    step.portal.albums.remove(album)
    return album.path
