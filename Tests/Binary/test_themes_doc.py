"""docs/themes.md: every example in it is a file, and does what the text says."""

import re
import textwrap

import pytest
from conftest import AT, ROOT

TEXT = (ROOT / "docs/themes.md").read_text()
# A line with nothing but a file's name, then a fenced block, which may be indented as part of a list.
EXAMPLE = re.compile(r"^ *`(?P<file>(?:themes/|site\.yaml)[^`]*)`\n\n(?P<body> *```\w+\n.*?\n *```)$", re.M | re.S)


def examples():
    """The files of the documentation with their texts, in order."""
    for match in EXAMPLE.finditer(TEXT):
        body = textwrap.dedent(match["body"]).split("\n", 1)[1]
        yield match["file"], body.removesuffix("```")


def write(site, files):
    for name, text in files:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text() if name == "site.yaml" else "") + text)


def build(bantin, site, out):
    run = bantin("build", "-o", out, "--at", AT, cwd=site)
    assert run.code == 0, run.err
    return out


@pytest.fixture
def small(tmp_path):
    """A portal that says nothing of themes."""
    site = tmp_path / "nho"
    (site / "content/tin").mkdir(parents=True)
    (site / "site.yaml").write_text("title: Công đoàn\nurl: https://congdoan.example.vn/\n")
    (site / "content/tin/x.md").write_text("---\ntitle: Đại hội\ndate: 2026-06-19\n---\nThân bài.\n")
    return site


def article(out):
    return (out / "tin/2026/06/dai-hoi/index.html").read_text()


def settings():
    return [text for name, text in examples() if name == "site.yaml" and "theme_settings" in text]


def test_every_block_is_an_example():
    assert len(list(examples())) == TEXT.count("```") // 2 == 9


def test_settings(bantin, small, tmp_path):
    write(small, [("site.yaml", settings()[0])])
    assert "Trở về: " in article(build(bantin, small, tmp_path / "out"))


@pytest.mark.skipif("name: palette" not in (ROOT / "themes/sen/theme.yaml").read_text(), reason="no palettes yet")
def test_colours(bantin, small, tmp_path):
    write(small, [("site.yaml", settings()[1])])
    build(bantin, small, tmp_path / "out")


def test_a_child_theme_overrides_one_block(bantin, small, tmp_path):
    before = article(build(bantin, small, tmp_path / "before"))
    write(small, [(name, text) for name, text in examples()
                  if name.startswith("themes/rieng/") or text == "theme: rieng\n"])
    out = build(bantin, small, tmp_path / "out")
    after = article(out)
    assert '<p class="hotline">Đường dây nóng: 1900 0000</p>' in after
    # What the block had, and what stands around it, are still there.
    for kept in ["<p>Thân bài.</p>", '<footer class="footer">', "<title>Đại hội - Công đoàn</title>"]:
        assert kept in before and kept in after
    assert '<p class="same-day"><a href="/ngay/2026/06/19/">Tin cùng ngày</a></p>' in after
    [sheet] = re.findall(r'<link rel="stylesheet" href="/(assets/css/rieng\.[0-9a-f]+\.css)">', after)
    assert (out / sheet).read_text() == ".hotline { font-weight: bold; }\n"
    assert "assets/css/sen." in after
    assert "hotline" not in (out / "index.html").read_text()


def test_a_template_may_not_extend_itself(bantin, small):
    write(small, [(name, text.replace("sen/article", "article")) for name, text in examples()
                  if name.startswith("themes/rieng/") or text == "theme: rieng\n"])
    assert bantin("build", cwd=small).code == 1


def test_one_file_of_sen(bantin, small, tmp_path):
    write(small, [(name, text) for name, text in examples() if name.startswith("themes/sen/")])
    assert '<p class="updated">Cổng thông tin của chúng ta</p>' in article(build(bantin, small, tmp_path / "out"))
