"""Every link and every file a page names exists, and so does every anchor."""

from urllib.parse import unquote, urljoin, urlsplit

ATTRIBUTES = "//@href | //@src | //@poster | //form/@action"
ELSEWHERE = ("mailto:", "tel:", "data:")


def references(page):
    yield from page.tree.xpath(ATTRIBUTES)
    for candidates in page.tree.xpath("//@srcset"):
        yield from (candidate.split()[0] for candidate in candidates.split(","))


def test_every_internal_reference_leads_somewhere(site):
    broken = {problem for page in site.pages.values() for target in references(page) if (problem := fault(site, page, target))}
    assert sorted(broken) == []


def fault(site, page, target):
    """What is wrong with a reference, or nothing. References to other hosts are not looked at."""
    if target.startswith(ELSEWHERE):
        return None
    parts = urlsplit(urljoin(site.origin + page.address, target.strip()))
    if f"{parts.scheme}://{parts.netloc}" != site.origin:
        return None
    found = site.file_at(parts.path)
    if found is None:
        return f"{page}: {target}: no such file"
    if parts.fragment and found in site.pages and unquote(parts.fragment) not in site.pages[found].anchors:
        return f"{page}: {target}: no such anchor"
    return None


def test_every_page_can_be_reached_from_the_front_page(site):
    reached, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        page = site.pages[path]
        addresses = (urlsplit(urljoin(site.origin + page.address, target)) for target in page.tree.xpath("//a/@href"))
        inside = (parts.path for parts in addresses if f"{parts.scheme}://{parts.netloc}" == site.origin)
        waiting += [found for address in inside if (found := site.file_at(address)) in site.pages]
    unlisted = set(site.with_feature("expired"))
    for kind in ("404", "notice", "redirect"):
        unlisted |= set(site.kinds[kind])
    assert sorted({page.path for page in site.pages.values() if page not in unlisted} - reached) == []
