"""axe over everything readers see, at phone and desktop width, in light and dark colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.mark.parametrize(("width", "colours"), [(360, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(browser, server, view, width, colours):
    page = browser.new_page(viewport={"width": width, "height": 800}, locale="vi-VN", color_scheme=colours)
    page.goto(server.origin + view.address)
    results = Axe().run(page, options=RULES).response
    page.close()
    found = [f"{rule['id']} ({rule['impact']}): {first_target(rule)}" for rule in results["violations"]]
    assert found == []


def first_target(rule):
    node = rule["nodes"][0]
    return f"{len(rule['nodes'])} x {node['target'][0]}: {node['failureSummary']}"
