"""What machines read: feeds, sitemaps, robots.txt."""

from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree
from site_under_test import DOCUMENT_LISTS, SITEMAP

LISTED = ["home", "category", "standing", "article", "tag", "document", *DOCUMENT_LISTS, "album", "albums"]
NEWS = {"n": "http://www.google.com/schemas/sitemap-news/0.9"}
SCHEMA = Path(__file__).with_name("sitemap.xsd")


def test_feed_is_well_formed(site, feed):
    parsed = feedparser.parse(str(site.root / feed))
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "rss20"


def test_feed_has_what_readers_need(site, feed):
    channel = etree.parse(site.root / feed).find("channel")
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    assert channel.findtext("language") == "vi"
    items = channel.findall("item")
    assert 0 < len(items) <= 20
    for item in items:
        assert all(item.findtext(name) for name in ("title", "link", "guid", "pubDate"))
        assert site.file_at(urlsplit(item.findtext("link")).path)
    guids = [item.findtext("guid") for item in items]
    assert len(set(guids)) == len(guids)


def test_feed_goes_from_new_to_old_in_the_sites_zone(site, feed):
    dates = [item.findtext("pubDate") for item in etree.parse(site.root / feed).iterfind("channel/item")]
    assert all(date.endswith(" +0700") for date in dates)
    moments = [parsedate_to_datetime(date) for date in dates]
    assert moments == sorted(moments, reverse=True)


@pytest.fixture(scope="session")
def schema():
    return etree.XMLSchema(etree.parse(SCHEMA))


def sitemap_parts(site):
    main = etree.parse(site.root / "sitemap.xml")
    parts = main.findall("s:sitemap/s:loc", SITEMAP)
    return [main] + [etree.parse(site.root / site.file_at(urlsplit(part.text).path)) for part in parts]


def test_sitemap_follows_its_schema(site, schema):
    for part in sitemap_parts(site):
        schema.assertValid(part)


def test_sitemap_lists_what_search_engines_should_know(site):
    """Pages with something of their own: not the archive by date, not the further pages of lists."""
    listed = [loc.text for part in sitemap_parts(site) for loc in part.iterfind("s:url/s:loc", SITEMAP)]
    assert len(set(listed)) == len(listed)
    found = {site.file_at(urlsplit(address).path) for address in listed}
    pages = [page for kind in LISTED for page in site.kinds[kind]]
    assert found == {page.path for page in pages if page.is_indexed and not page.is_further}


def test_news_sitemap_follows_its_schema(site, schema):
    news = etree.parse(site.root / "tin-moi.xml")
    schema.assertValid(news)
    entries = news.findall("s:url", SITEMAP)
    assert len(entries) <= 1000
    for entry in entries:
        assert entry.find("n:news", NEWS) is not None
        assert site.file_at(urlsplit(entry.findtext("s:loc", namespaces=SITEMAP)).path)


def test_robots_txt_names_the_sitemap(site):
    lines = (site.root / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {site.origin}/sitemap.xml" in lines
