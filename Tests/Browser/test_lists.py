"""Lists that go on over several pages."""

import re

import pytest


@pytest.mark.furniture(31)
def test_totals_say_how_many_articles_and_pages_there_are(site):
    pages = pages_of(site, largest_category(site))
    total = sum(len(page.tree.xpath('//article[@class="item"]')) for page in pages.values())
    assert len(pages) >= 3
    for number, page in pages.items():
        totals = page.tree.xpath('string(//p[@class="totals"])')
        assert totals == f"Tổng số: {total} | Trang: {number} trên tổng số {len(pages)} trang"


def test_no_article_stands_twice_in_a_category(site):
    pages = pages_of(site, largest_category(site))
    listed = [link for page in pages.values() for link in page.tree.xpath('//article[@class="item"]//h2/a/@href')]
    assert len(set(listed)) == len(listed)
    assert len(listed) > 40


def test_articles_show_no_picture_twice_at_their_start(site):
    wrong = []
    for page in site.kinds["article"]:
        lead = page.tree.xpath('//figure[@class="lead-image"]/img/@src')
        if lead and lead == page.tree.xpath('//div[@class="body"]//img/@src')[:1]:
            wrong.append(page)
    assert wrong == []


def largest_category(site):
    return max(site.categories, key=lambda name: len(pages_of(site, name)))


def pages_of(site, category):
    """The list pages of a category by number."""
    numbered = re.compile(rf"{category}/(?:trang/(\d+)/)?index\.html")
    return {int(found[1] or 1): page for page in site.kinds["category"] if (found := numbered.fullmatch(page.path))}
