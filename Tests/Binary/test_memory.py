"""Small sites take little memory, whatever is in them: officers' machines are old."""

import time

from conftest import AT

MOST = 150 << 10  # KiB of memory of its own; the sample portal takes a third of it


def test_a_portal_with_albums_and_documents(bantin, sample):
    """Some objects of templates pack two numbers into one: nothing may be as large as they are."""
    article = next(path for path in sorted((sample / "content").glob("*/2026/*.md")) if path.name != "_index.md")
    text = article.read_text()
    for turn in range(3):
        article.write_text(text.replace("\ntitle: ", f"\ntitle: Lần {turn} ", 1))
        time.sleep(0.05)
        limited = ["sh", "-c", f'ulimit -d {MOST}; exec "$@"', "limited"]
        built = bantin("build", "--at", AT, "--threads", "2", cwd=sample, prefix=limited)
        assert built.code == 0, built.err
