"""The palettes of the theme, light and dark: contrasts, the colour of the browser's bars, colours of one's own."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_accessibility import RULES, first_target

PALETTES = ["cong-doan", "doan"]
SCHEMES = ["light", "dark"]
# Texts and the grounds they stand on.
PAIRS = [
    (text, ground)
    for text in ("--text", "--text-soft", "--link", "--accent")
    for ground in ("--ground", "--ground-soft", "--ground-note")
] + [
    ("--on-brand", "--bar"),
    ("--on-brand", "--brand"),
    ("--on-brand", "--brand-deep"),
    ("--on-brand-soft", "--brand"),
    ("--on-brand-soft", "--brand-deep"),
    ("--gold", "--brand"),
]
# Frames of fields and the marks of focus.
LINES = [("--line-strong", "--ground"), ("--focus", "--ground"), ("--gold", "--brand"), ("--gold", "--brand-deep")]

COLOURS = """names => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const probe = document.body.appendChild(document.createElement("i"));
  return Object.fromEntries(names.map(name => {
    probe.style.color = `var(${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return [name, [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)];
  }));
}"""


@pytest.fixture
def open_page(browser):
    pages = []

    def open_address(address, scheme, palette=None):
        pages.append(browser.new_page(locale="vi-VN", color_scheme=scheme, viewport={"width": 1280, "height": 800}))
        pages[-1].goto(address)
        if palette:
            pages[-1].evaluate("name => document.documentElement.dataset.palette = name", palette)
        return pages[-1]

    yield open_address
    for page in pages:
        page.close()


def colours(page):
    return page.evaluate(COLOURS, sorted({name for pair in PAIRS + LINES for name in pair}))


def luminance(colour):
    parts = [value / 255 for value in colour]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def weak(found, pairs, least):
    values = {pair: round(contrast(found[pair[0]], found[pair[1]]), 2) for pair in pairs}
    return {pair: value for pair, value in values.items() if value < least}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("palette", PALETTES)
def test_texts_stand_out_from_their_grounds(open_page, server, palette, scheme):
    found = colours(open_page(server.origin + "/", scheme, palette))
    assert weak(found, PAIRS, 4.5) == {}
    assert weak(found, LINES, 3) == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_palettes_differ_and_an_unknown_one_is_the_first(open_page, server, scheme):
    first, second, unknown = (colours(open_page(server.origin + "/", scheme, name)) for name in [*PALETTES, "tim"])
    assert first != second
    assert unknown == first


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", ["/", "/tin-cong-doan/", "/ngay/2025/07/", "/so-do/"])
def test_axe_finds_nothing_in_the_second_palette(open_page, server, address, scheme):
    results = Axe().run(open_page(server.origin + address, scheme, "doan"), options=RULES).response
    assert [f"{rule['id']}: {first_target(rule)}" for rule in results["violations"]] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("palette", PALETTES)
def test_the_browsers_bars_have_the_colour_of_the_top_bar(open_page, build, palette, scheme):
    page = open_page(build(f"theme_settings: {{palette: {palette}}}"), scheme)
    found = page.evaluate("""() => [...document.querySelectorAll("meta[name=theme-color]")]
      .filter(meta => matchMedia(meta.media).matches).map(meta => meta.content)""")
    bar = page.evaluate(COLOURS, ["--bar"])["--bar"]
    assert found == ["#" + "".join(f"{value:02x}" for value in bar)]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_of_ones_own_stand_out_too(open_page, build, scheme):
    page = open_page(build('theme_settings: {brand_color: "#0b6b4f", accent_color: "#a3421a"}'), scheme)
    found = colours(page)
    assert weak(found, PAIRS, 4.5) == {}
    if scheme == "light":
        assert (found["--brand"], found["--accent"]) == ([11, 107, 79], [163, 66, 26])


def test_settings_leave_out_sharing_and_write_headlines_in_capitals(open_page, build):
    page = open_page(build("theme_settings: {share: false, capitals: true}"), "light")
    # As long as the style sheet has not come, there are no capitals.
    with page.expect_navigation(wait_until="load"):
        page.locator(".lead-story h2 a").click()
    assert page.locator(".tools .share").count() == 0
    heading = page.locator("h1")
    assert heading.text_content() != heading.text_content().upper()
    assert heading.inner_text() == heading.text_content().upper()
