"""The sample has what the other tests look at: without it they would pass by looking at nothing."""

import pytest
from site_under_test import FEATURES, KINDS

EXPECTED = [*(kind for kind, _ in KINDS), "notice", "standing"]


@pytest.mark.parametrize("expected", EXPECTED)
def test_site_has_pages_of_every_kind(site, expected):
    assert site.kinds.get(expected)


@pytest.mark.parametrize("feature", FEATURES)
def test_site_has_a_page_with_every_feature(site, feature):
    assert site.with_feature(feature)


def test_site_has_feeds(site):
    assert "rss.xml" in site.feeds()
