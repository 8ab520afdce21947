"""A generated site on disk, and a small web server for it."""

from __future__ import annotations

import gzip
import io
import re
import threading
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}

# The first pattern that matches a page's path names its kind. Categories and standing pages are told apart by what is
# under them.
KINDS = [
    ("home", r"index\.html"),
    ("404", r"404\.html"),
    ("sitemap", r"so-do/index\.html"),
    ("tag", r"the/[^/]+/(trang/\d+/)?index\.html"),
    ("year", r"ngay/\d{4}/(trang/\d+/)?index\.html"),
    ("month", r"ngay/\d{4}/\d{2}/(trang/\d+/)?index\.html"),
    ("day", r"ngay/\d{4}/\d{2}/\d{2}/(trang/\d+/)?index\.html"),
    ("documents", r"van-ban/(trang/\d+/)?index\.html"),
    ("documents of a type", r"van-ban/loai/[^/]+/(trang/\d+/)?index\.html"),
    ("documents of an issuer", r"van-ban/co-quan/[^/]+/(trang/\d+/)?index\.html"),
    ("documents of a year", r"van-ban/nam/\d{4}/(trang/\d+/)?index\.html"),
    ("document", r"van-ban/[^/]+/index\.html"),
    ("albums", r"anh/(trang/\d+/)?index\.html"),
    ("album", r"anh/[^/]+/index\.html"),
    ("article", r"[^/]+/\d{4}/\d{2}/[^/]+/index\.html"),
    ("category", r"[^/]+/trang/\d+/index\.html"),
]

DOCUMENT_LISTS = [kind for kind, _ in KINDS if kind.startswith("documents")]

# What only some articles and official documents hold.
FEATURES = {
    "attachments": '//*[@class="attachments"]',
    "contents": '//*[@class="toc"]',
    "correction": '//*[@class="correction"]',
    "expired": '//*[@class="expired"]',
    "footnotes": '//*[@class="footnotes"]',
    "gallery": '//*[@class="gallery"]',
    "official header": '//*[@class="official-header"]',
    "pdf": '//details[@class="pdf"]',
    "pending": '//dd/span[@class="status pending"]',
    "replaced": '//dd/span[@class="status replaced"]',
    "table": "//table",
    "tables": '//*[@class="body"][count(.//table) > 1]',
    "tasks": '//li//input[@type="checkbox"]',
    "video": "//video",
}


class Page:
    """An HTML file of the output. Parsed once."""

    def __init__(self, root: Path, path: str) -> None:
        self.file = root / path
        self.path = path

    def __repr__(self) -> str:
        return self.path

    @property
    def address(self) -> str:
        return "/" + self.path.removesuffix("index.html")

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.fromstring(self.file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    @cached_property
    def anchors(self) -> set[str]:
        return set(self.tree.xpath("//@id")) | set(self.tree.xpath("//a/@name"))

    @property
    def is_redirect(self) -> bool:
        return bool(self.tree.xpath('//meta[@http-equiv="refresh"]'))

    @property
    def is_further(self) -> bool:
        """Page 2 and on of a list."""
        return bool(re.search(r"/trang/\d+/index\.html$", self.path))

    @property
    def is_indexed(self) -> bool:
        return "noindex" not in " ".join(self.tree.xpath('//meta[@name="robots"]/@content'))


class Site:
    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        files = sorted(str(file.relative_to(self.root)) for file in self.root.rglob("*") if file.is_file())
        self.files = set(files)
        self.pages = {path: Page(self.root, path) for path in files if path.endswith(".html")}
        self.categories = {path.split("/")[0] for path in self.pages if kind_by_path(path) == "article"}
        self.kinds: dict[str, list[Page]] = {}
        for page in self.pages.values():
            self.kinds.setdefault(self.kind(page), []).append(page)

    def kind(self, page: Page) -> str:
        if page.is_redirect:
            return "redirect"
        kind = kind_by_path(page.path)
        if kind == "article" and page.tree.xpath('//*[@class="notice"]'):
            return "notice"
        if kind:
            return kind
        return "category" if page.path.split("/")[0] in self.categories else "standing"

    @cached_property
    def origin(self) -> str:
        """Scheme and host of the published site, as the sitemap says them."""
        first = etree.parse(self.root / "sitemap.xml").find(".//s:loc", SITEMAP)
        parts = urlsplit(first.text)
        return f"{parts.scheme}://{parts.netloc}"

    def largest(self, kind: str) -> Page:
        return max(self.kinds[kind], key=lambda page: page.file.stat().st_size)

    @cached_property
    def views(self) -> dict[str, Page]:
        """What readers see: the largest page of every kind, and the largest with every feature.

        A page that shows several things stands here once, under all their names.
        """
        names: dict[Page, list[str]] = {}
        for kind in sorted(set(self.kinds) - {"redirect"}):
            names.setdefault(self.largest(kind), []).append(kind)
        for feature in FEATURES:
            if pages := self.with_feature(feature):
                names.setdefault(max(pages, key=lambda page: page.file.stat().st_size), []).append(feature)
        return {"+".join(shown): page for page, shown in names.items()}

    def with_feature(self, feature: str) -> list[Page]:
        pages = self.kinds["article"] + self.kinds["document"]
        return [page for page in pages if page.tree.xpath(FEATURES[feature])]

    def sample(self, kind: str) -> list[Page]:
        """The first, the last and the largest page of a kind."""
        pages = self.kinds[kind]
        return list(dict.fromkeys([pages[0], pages[-1], self.largest(kind)]))

    def file_at(self, address: str) -> str | None:
        """The file that a web server answers with at a path from the root; nil when there is none."""
        path = unquote(address).lstrip("/")
        path = path + "index.html" if path == "" or path.endswith("/") else path
        return path if path in self.files else None

    def feeds(self) -> list[str]:
        return sorted(path for path in self.files if path.split("/")[-1] == "rss.xml")


def kind_by_path(path: str) -> str | None:
    return next((kind for kind, pattern in KINDS if re.fullmatch(pattern, path)), None)


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def log_error(self, *_: object) -> None:
        pass


class _PackingHandler(_Handler):
    """Sends texts packed, as web servers do on the internet."""

    def send_head(self) -> io.BytesIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in {".html", ".css", ".js", ".svg", ".json"} or not path.is_file():
            return super().send_head()
        packed = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        return io.BytesIO(packed)


class _HTTP(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Says nothing: a browser that leaves a page in the middle of a video closes the connection."""


class Server:
    """Serves a folder on a free port of the loopback interface."""

    def __init__(self, root: Path, packs: bool = False) -> None:
        handler = _PackingHandler if packs else _Handler
        self._http = _HTTP(("127.0.0.1", 0), partial(handler, directory=str(root)))
        self.origin = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()
