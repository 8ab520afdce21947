"""A random small site: what it says, and the files that say it.

Edits change the values of a `Portal`; `save` brings the folder on the disk to what the values say, writing
only files that differ.
"""

import datetime
import json
import os
import pickle
import posixpath

import pictures
import theme
import trees
import words

PAGES = "trang"  # the folder of standing pages
FIRST_DAY = datetime.datetime(2024, 3, 1)
START = datetime.datetime(2024, 6, 10, 8, 30)
LAST_MOMENT = datetime.datetime(2025, 6, 30)


class Source:
    """An article or a standing page: fields, blocks of a body, and the photos beside it."""

    def __init__(self, uid, section, name, fields, body):
        self.uid, self.section, self.name = uid, section, name
        self.subfolder = ""
        self.has_folder = False
        self.fields, self.body, self.photos = fields, body, {}

    @property
    def is_article(self):
        return self.section != PAGES

    @property
    def folder(self):
        """The folder it lies in, from content/."""
        parts = [self.section, self.subfolder] + ([self.name] if self.has_folder else [])
        return "/".join(part for part in parts if part)

    @property
    def path(self):
        return f"{self.folder}/index.md" if self.has_folder else f"{self.folder}/{self.name}.md"

    @property
    def article_id(self):
        return self.fields.get("id", f"{self.folder}/{self.name}" if not self.has_folder else self.folder)

    @property
    def headings(self):
        return [block[1] for block in self.body if block[0] == "heading"]

    def text(self, portal):
        lines = ["---"] + [f"{key}: {written(value)}" for key, value in self.fields.items()] + ["---", ""]
        return "\n".join(lines) + "\n" + "\n\n".join(self.block(block, portal) for block in self.body) + "\n"

    def block(self, block, portal):
        match block:
            case ("text", text): return text
            case ("heading", text): return f"## {text}"
            case ("link", uid, anchor): return f"Xem [bài này]({self.link(portal, uid)}{anchor}) nhé."
            case ("photo", path): return f"![ảnh chụp]({path} \"Quang cảnh\")"
            case ("file", path): return f"Tải [tệp]({path})."

    def link(self, portal, uid):
        """A relative path to another source, or one that leads nowhere when that is gone."""
        target = portal.source(uid)
        return posixpath.relpath(target.path, self.folder) if target else "khong-con.md"


class Portal:
    """`root` is the site's folder; `rng` draws what the site starts with."""

    def __init__(self, root, rng):
        self.root = root
        self.saved = {}  # what `save` wrote: path from the root to bytes
        self.moment = START
        self.last_uid = 0
        self.sources = []
        # Official documents and photo albums, which nothing links to by path.
        self.documents, self.albums = [], []
        self.files = {"images/logo.png": pictures.picture("logo.png", rng), "tep/ke-hoach.docx": b"docx 1",
                      "images/chung.jpg": pictures.picture("chung.jpg", rng)}
        self.categories = {name: {"title": words.title(rng)} if rng.random() < 0.5 else {}
                           for name in rng.sample(words.CATEGORIES, rng.randint(2, 4))}
        self.uses_sen = rng.random() < 0.1
        self.theme_files = self._theme_files(rng)
        self.counts = None  # what counts.json says
        self.broken = {}  # path to bytes that stand there whatever the values say
        for name in ["gioi-thieu", "lien-he", "co-cau"]:
            self.sources.append(Source(self.new_uid(), PAGES, name, {"title": words.title(rng)}, self.body(rng)))
        self.settings = self._settings(rng)
        for _ in range(rng.randint(8, 30)):
            self.add_article(rng)

    def _theme_files(self, rng):
        """`con` is the site's own layer above `bare` or `sen`."""
        if self.uses_sen:
            return {"con/theme.yaml": "parent: sen\n" + theme.DECLARATIONS}
        bare = {f"bare/{path}": text for path, text in theme.files(rng).items()}
        return {**bare, "con/theme.yaml": "parent: bare\n"}

    def _settings(self, rng):
        fragments = {"fragments": rng.choice(["ssi", "js"])} if rng.random() < 0.6 else {}
        return fragments | {
            "title": "Công đoàn tỉnh An Bình", "url": "https://congdoan.example.vn/", "theme": "con",
            "page_size": rng.randint(2, 6),
            "neighbours": {"newer": rng.randint(0, 3), "older": rng.randint(1, 4)},
            "menus": {"main": [{"title": "Giới thiệu", "url": f"{PAGES}/gioi-thieu.md"}]},
            "feeds": {"items": rng.randint(2, 20)},
        }

    # MARK: What edits ask

    @property
    def articles(self):
        return [source for source in self.sources if source.is_article]

    @property
    def pages(self):
        return [source for source in self.sources if not source.is_article]

    def source(self, uid):
        return next((source for source in self.sources if source.uid == uid), None)

    def links_to(self, target):
        """Pairs of a source and a block in it that leads to `target`."""
        return [(source, block) for source in self.sources for block in source.body
                if block[0] == "link" and block[1] == target.uid]

    def new_uid(self):
        self.last_uid += 1
        return self.last_uid

    def body(self, rng):
        blocks = [("text", words.paragraph(rng)) for _ in range(rng.randint(1, 3))]
        if rng.random() < 0.4:
            blocks.insert(rng.randint(0, 1), ("heading", rng.choice(list(words.HEADINGS))))
        if rng.random() < 0.2:
            blocks.append(("text", rng.choice(words.MARKUP)))
        if rng.random() < 0.1:
            blocks.append(("file", "/tep/ke-hoach.docx"))
        return blocks

    def date(self, rng):
        """Mostly past, sometimes just before or soon after the moment, often on a day that others have."""
        kind = rng.random()
        if kind < 0.25:
            moment = self.moment + datetime.timedelta(hours=rng.randint(-60, 96))
        else:
            moment = FIRST_DAY + datetime.timedelta(days=rng.choice([0, 1, 2, 40, 41, 90]), hours=rng.randrange(24))
        return moment.strftime(rng.choice(["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M", "%Y-%m-%d"]))

    def add_article(self, rng):
        uid = self.new_uid()
        fields = {"title": words.title(rng), "date": self.date(rng), "tags": words.tags(rng)}
        article = Source(uid, rng.choice(list(self.categories)), f"bai-{uid}", fields, self.body(rng))
        if rng.random() < 0.5:
            article.subfolder = "2024"
        if rng.random() < 0.2:
            fields["summary"] = words.sentence(rng)
        if rng.random() < 0.2:
            article.has_folder = True
            article.photos["anh.png"] = pictures.picture("anh.png", rng)
            article.body.append(("photo", "anh.png"))
            if rng.random() < 0.5:
                fields["image"] = "anh.png"
        if rng.random() < 0.3 and len(self.sources) > 2:
            self.add_link(article, rng.choice(self.sources), rng)
        self.sources.append(article)
        return article

    def add_link(self, source, target, rng):
        anchors = [f"#{words.HEADINGS[heading]}" for heading in target.headings[:1]]
        source.body.append(("link", target.uid, rng.choice(["", *anchors])))

    # MARK: On the disk

    def render(self):
        """Every source file of the site: path from the root to bytes."""
        texts = {"site.yaml": "".join(f"{key}: {quoted(value)}\n" for key, value in self.settings.items())}
        for name, fields in self.categories.items():
            if fields:
                lines = "".join(f"{key}: {written(value)}\n" for key, value in fields.items())
                texts[f"content/{name}/_index.md"] = f"---\n{lines}---\n"
        records = [*self.sources, *self.documents, *self.albums]
        for source in records:
            texts[f"content/{source.path}"] = source.text(self)
        if self.counts is not None:
            texts["counts.json"] = json.dumps(self.counts, ensure_ascii=False)
        texts |= {f"themes/{path}": text for path, text in self.theme_files.items()}
        files = {path: text.encode() for path, text in texts.items()}
        files |= {f"content/{path}": data for path, data in self.files.items()}
        for source in records:
            files |= {f"content/{source.folder}/{name}": data for name, data in source.photos.items()}
        return files | self.broken

    def save(self, rng, keeps_times=False):
        """Brings the folder to what the values say: moved files are renamed, others rewritten in place or replaced.

        `keeps_times`: no modification time tells of it, not of files, not of folders. Returns the paths that
        changed.
        """
        files = self.render()
        gone = {path: data for path, data in self.saved.items() if path not in files}
        changed = [path for path, data in files.items() if self.saved.get(path) != data]
        times = self._times({os.path.dirname(path) for path in [*gone, *changed]} | set(changed)) if keeps_times else {}
        for path in changed:
            if path not in self.saved and self._move(path, files[path], gone):
                continue
            self._write(path, files[path], by_rename=rng.random() < 0.3)
        for path in gone:
            os.remove(os.path.join(self.root, path))
            self._remove_empty_folders(path)
        for path, (accessed, modified) in times.items():
            if os.path.exists(path):
                os.utime(path, ns=(accessed, modified))
        self.saved = files
        return sorted([*gone, *changed])

    def _times(self, paths):
        found = {}
        for path in paths:
            full = os.path.join(self.root, path)
            if os.path.exists(full):
                status = os.stat(full)
                found[full] = status.st_atime_ns, status.st_mtime_ns
        return found

    def _move(self, path, data, gone):
        """Renames a file that is not needed any more and holds `data`; it keeps its modification time."""
        old = next((old for old, bytes_ in gone.items() if bytes_ == data), None)
        if old is None:
            return False
        del gone[old]
        full = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        os.rename(os.path.join(self.root, old), full)
        self._remove_empty_folders(old)
        return True

    def _write(self, path, data, by_rename):
        full = os.path.join(self.root, path)
        if not by_rename:
            return trees.write(full, data)
        beside = os.path.join(os.path.dirname(full), ".save~")
        trees.write(beside, data)
        os.rename(beside, full)

    def _remove_empty_folders(self, path):
        folder = os.path.dirname(path)
        while folder.count("/") > 0 and not os.listdir(os.path.join(self.root, folder)):
            os.rmdir(os.path.join(self.root, folder))
            folder = os.path.dirname(folder)

    # MARK: Going back

    def remember(self):
        """The values as they are, for `restore`. Time does not go back with them."""
        kept = {key: value for key, value in vars(self).items() if key not in ("root", "saved", "moment", "last_uid")}
        return pickle.dumps(kept)

    def restore(self, remembered):
        vars(self).update(pickle.loads(remembered))


def written(value):
    """A value as front matter has it: a text as it stands, all else as JSON, which is YAML."""
    return value if isinstance(value, str) else quoted(value)


def quoted(value):
    return json.dumps(value, ensure_ascii=False)
