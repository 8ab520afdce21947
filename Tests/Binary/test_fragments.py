"""`fragments: ssi`: a real nginx makes of the pages what they are with `fragments: inline`."""

import re

import pytest

from conftest import AT
from nginx_process import Nginx

CONFIGURATION = """
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        ssi on;
        error_page 404 /404.html;
        location /manh/ {{ internal; }}
    }}
}}
"""


@pytest.fixture
def portal(bantin, sample, tmp_path):
    """The sample portal, built with a setting of `fragments`."""

    def build(fragments):
        settings = sample / "site.yaml"
        text = re.sub(r"(?m)^fragments:.*\n", "", settings.read_text())
        settings.write_text(f"{text}\nfragments: {fragments}\n")
        out = tmp_path / fragments
        run = bantin("build", "-o", out, "--at", AT, cwd=sample)
        assert run.code == 0, run.err
        return out

    return build


@pytest.fixture
def nginx(portal, tmp_path):
    server = Nginx(CONFIGURATION, tmp_path / "nginx", root=portal("ssi"))
    yield server
    server.close()


def without_more(page):
    """Where older news go on is a list page or, since list pages shift with every article, an archive's."""
    return re.sub(r'<p class="more">.*?</p>\n', "", page)


def test_nginx_serves_what_inline_would_be(nginx, portal):
    inline = portal("inline")
    pages = sorted(inline.rglob("index.html"))
    assert len(pages) > 200
    for page in pages:
        address = "/" + str(page.parent.relative_to(inline)) + "/"
        status, text = nginx.get("/" if address == "/./" else address)
        assert status == 200
        assert "<!--#" not in text
        assert without_more(text) == without_more(page.read_text()), address


def test_the_page_for_what_is_not_there_is_whole(nginx, portal):
    status, text = nginx.get("/khong-co/")
    assert status == 404
    assert text == (portal("inline") / "404.html").read_text()
    assert "<h2>Mới nhất</h2>" in text


def test_fragments_cannot_be_asked_for(nginx):
    assert nginx.get("/manh/latest.html")[0] == 404


def test_a_new_article_is_in_pages_that_were_not_written(bantin, sample, portal, tmp_path):
    out = portal("ssi")
    page = out / "gioi-thieu/index.html"
    stamp = page.stat().st_mtime_ns
    article = "---\ntitle: Bài mới tinh\ndate: 2026-10-31 09:00\n---\n\nNội dung.\n"
    (sample / "content/tin-cong-doan/moi-tinh.md").write_text(article)
    assert bantin("build", "-o", out, "--at", AT, cwd=sample).code == 0
    assert page.stat().st_mtime_ns == stamp
    server = Nginx(CONFIGURATION, tmp_path / "nginx", root=out)
    try:
        assert "Bài mới tinh" in server.get("/gioi-thieu/")[1]
    finally:
        server.close()
