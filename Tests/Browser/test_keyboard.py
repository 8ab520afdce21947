"""A walk through pages with the Tab key: past the menu, from one thing to the next, always in sight."""

import pytest

KINDS = ["home", "article", "category", "month", "standing", "sitemap", "documents", "document", "albums", "album"]

# What has focus: its place among everything that can have it, what shows it, and whether it can be seen.
STOP = """() => {
  const e = document.activeElement;
  if (e === document.body || e.tagName === "IFRAME") return null;
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1);
  const parts = [...e.getClientRects()].map(part => [part.left + part.width / 2, part.top + part.height / 2]);
  const on = [[x, y], ...parts].some(point => {
    const top = document.elementFromPoint(...point);
    return top && (e.contains(top) || top.contains(e));
  });
  return {
    place: [...document.querySelectorAll("*")].indexOf(e),
    name: e.outerHTML.slice(0, 90),
    framed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: on && box.bottom > 0 && box.top < innerHeight,
  };
}"""

REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0'], video[controls]")]
  .filter(e => e.tabIndex >= 0 && !e.disabled)
  .filter(e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .map(e => e.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_tab_goes_through_everything_in_order_and_in_sight(browser, server, site, kind, width):
    page = browser.new_page(viewport={"width": width, "height": 800}, locale="vi-VN", reduced_motion="reduce")
    page.goto(server.origin + site.largest(kind).address)
    reachable = page.evaluate(REACHABLE)
    stops = []
    while len(stops) < 600:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            break
        stops.append(stop)
    page.close()
    places = [stop["place"] for stop in stops]
    assert len(stops) > 30
    assert places == sorted(places)
    assert "noi-dung" in stops[0]["name"]
    assert [stop["name"] for stop in stops if not stop["framed"]] == []
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [name for name in reachable if name not in {stop["name"] for stop in stops}] == []
