"""A phone with 4G: 9 Mbit/s, answers after 60 ms, a processor four times as slow as this one."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from site_under_test import Page, Site

NETWORK = {"offline": False, "latency": 60, "downloadThroughput": 9_000_000 / 8, "uploadThroughput": 3_000_000 / 8}

WATCH = """
  window.seen = { paint: 0, shifts: 0, blocked: 0 };
  const watch = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", entry => { seen.paint = entry.startTime; });
  watch("layout-shift", entry => { seen.shifts += entry.value; });
  watch("longtask", entry => { seen.blocked += Math.max(0, entry.duration - 50); });
"""


@dataclass
class Load:
    paint: float
    """When the largest thing on the first screen was painted, in milliseconds."""
    shifts: float
    blocked: float
    """By how much tasks took longer than 50 milliseconds, in sum."""
    sizes: dict[str, int]
    """What was sent for each path, with headers."""


def load(browser: Browser, address: str) -> Load:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True, has_touch=True, locale="vi-VN")
    page = context.new_page()
    page.add_init_script(WATCH)
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    tools.send("Network.emulateNetworkConditions", NETWORK)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    paths, sizes = {}, {}
    tools.on("Network.responseReceived", lambda event: paths.update({event["requestId"]: urlsplit(event["response"]["url"]).path}))
    tools.on("Network.loadingFinished", lambda event: sizes.update(
        {paths[event["requestId"]]: event["encodedDataLength"]} if event["requestId"] in paths else {}))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    seen = page.evaluate("seen")
    context.close()
    return Load(**seen, sizes=sizes)


def pages(site: Site) -> dict[str, Page]:
    """The longest article, the one with the heaviest picture above its text, and an official text."""
    def weight(page: Page) -> int:
        sources = page.tree.xpath('//figure[@class="lead-image"]/img/@src')
        return sum((site.root / source.lstrip("/")).stat().st_size for source in sources)

    articles = site.kinds["article"]
    return {
        "longest": site.largest("article"),
        "pictured": max(articles, key=weight),
        "official": next(page for page in site.with_feature("official header") if page in articles),
    }
