"""The sample has what the other tests look at: without it they would pass by looking at nothing."""

import pytest

EXPECTED = ["404", "article", "category", "day", "home", "month", "notice", "sitemap", "standing", "tag", "year"]


@pytest.mark.parametrize("expected", EXPECTED)
def test_site_has_pages_of_every_kind(site, expected):
    assert site.kinds.get(expected)


def test_site_has_feeds(site):
    assert "rss.xml" in site.feeds()
