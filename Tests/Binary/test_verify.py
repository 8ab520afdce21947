"""`build --verify`: a build from nothing beside the one that remembers, and the first difference between them."""

import ctypes
import ctypes.util
import re
import struct
import time

import pytest

from conftest import tree

SAME = {"vi": "Dựng lại từ đầu cho kết quả giống hệt.", "en": "A build from nothing gives exactly the same."}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_equal_is_said_last_and_exit_0(bantin, portal, language):
    before = tree(portal / "public")
    run = bantin("build", "--verify", cwd=portal, env={"BANTIN_LANG": language})
    assert (run.code, run.err) == (0, "")
    expected = {
        "vi": "Đã dựng 2 bài thành 30 tệp trong N ms.\nKhông có tệp nào thay đổi.\n"
              "Không đưa vào danh sách: 1 nháp.\n",
        "en": "Built 2 articles into 30 files in N ms.\nNo file changed.\nNot listed: 1 drafts.\n",
    }
    assert re.sub(r"\d+ ms", "N ms", run.out) == expected[language] + SAME[language] + "\n"
    assert tree(portal / "public") == before


def test_a_first_build_and_an_edit_are_verified(bantin, tmp_path):
    bantin("init", "x", cwd=tmp_path)
    site = tmp_path / "x"
    first = bantin("build", "--verify", cwd=site)
    assert first.code == 0 and first.out.endswith(SAME["vi"] + "\n"), first.out
    article = site / "content/tin-tuc/tu-sach-dung-chung.md"
    article.write_text(article.read_text() + "\nThêm một đoạn.\n")
    edited = bantin("build", "--verify", "-o", "out", cwd=site)
    assert edited.code == 0 and edited.out.endswith(SAME["vi"] + "\n"), edited.out


def test_errors_leave_nothing_to_verify(bantin, portal):
    (portal / "content/tin-tuc/moi.md").write_text("---\ntitle: Mới\n---\n")
    run = bantin("build", "--verify", cwd=portal)
    assert run.code == 1
    assert run.out == ""


def test_a_difference_is_named_and_exit_1(bantin, portal):
    """A page that was edited, and a cache that says it was not: as if a fingerprint had been wrong."""
    time.sleep(0.05)
    # Only a second build that has to plan knows fingerprints.
    with open(portal / "site.yaml", "a") as settings:
        settings.write("# sửa\n")
    assert bantin("build", cwd=portal).code == 0
    page = portal / "public/index.html"
    lines = page.read_text().split("\n")
    number = next(number for number, line in enumerate(lines) if "<h2" in line or "<h1" in line)
    lines[number] += "<!-- sửa -->"
    page.write_text("\n".join(lines))
    believe(portal, "index.html")
    for language, words in [
        ("vi", f"Dựng lại từ đầu cho kết quả khác: index.html: khác từ dòng {number + 1}."),
        ("en", f"A build from nothing gives another result: index.html: it differs from line {number + 1} on."),
    ]:
        run = bantin("build", "--verify", cwd=portal, env={"BANTIN_LANG": language})
        assert (run.code, run.err) == (1, "")
        assert run.out.splitlines()[-1] == words
    # The remedy is what the documentation says: without the cache every file is looked at.
    for cache in (portal / ".bantin").glob("*.cache"):
        cache.unlink()
    mended = bantin("build", "--verify", cwd=portal)
    assert mended.code == 0 and mended.out.endswith(SAME["vi"] + "\n")


# MARK: Forging a cache

class Hash(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]


def xxh128(data):
    library = ctypes.util.find_library("xxhash")
    if library is None:
        pytest.skip("libxxhash is needed to forge a cache")
    function = ctypes.CDLL(library).XXH3_128bits
    function.restype, function.argtypes = Hash, [ctypes.c_char_p, ctypes.c_size_t]
    made = function(data, len(data))
    return struct.pack("<2Q", made.high, made.low)


def believe(portal, path):
    """Writes the present stamp of public/`path` into the record of the last build and makes the cache whole.

    The cache is a head of eleven words, nine words for each file (hash, origin, stamp, numbers of places), five for each
    shared part, one for each of its places, half words that tell where texts stand, and the paths.
    """
    cache, = (portal / ".bantin").glob("output-*.cache")
    data = bytearray(cache.read_bytes())
    count, parts, _, texts = struct.unpack_from("<4Q", data, 56)
    places = sum(struct.unpack_from("<I", data, 88 + 72 * file + 64)[0] for file in range(count))
    assert parts > 0 and places > 0 and texts > 0
    names = bytes(data[88 + 72 * count + 40 * parts + 8 * places + 4 * texts:]).split(b"\0")
    status = (portal / "public" / path).stat()
    struct.pack_into(
        "<4Q", data, 88 + 72 * names.index(path.encode()) + 32,
        status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    data[8:24] = xxh128(bytes(data[24:]))
    cache.write_bytes(data)
