"""The built program, run as a user runs it. BANTIN names the binary."""

import hashlib
import os
import pathlib
import shutil
import subprocess

import pytest
from host_process import ORIGIN

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A moment at which the sample portal has published, scheduled, expired and withdrawn articles.
AT = "2026-11-01"


def pytest_configure(config):
    config.addinivalue_line("markers", "furniture(*rows): the rows of docs/features.md that a test checks")


class Run:
    """What a run of the program gave: exit code and both streams."""

    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="session")
def binary():
    return pathlib.Path(os.environ.get("BANTIN", ROOT / ".build/release/bantin")).resolve()


@pytest.fixture
def bantin(binary):
    """Runs the program; Vietnamese messages unless the test says otherwise."""

    def run(*arguments, cwd=None, env=None, timeout=60, prefix=()):
        full = dict(os.environ, BANTIN_LANG="vi", LC_ALL="C.UTF-8")
        full.update(env or {})
        done = subprocess.run(
            [*prefix, str(binary), *map(str, arguments)], cwd=cwd, env=full, timeout=timeout,
            stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return Run(done)

    return run


@pytest.fixture
def portal(bantin, tmp_path):
    """The portal that `init` makes, built."""
    assert bantin("init", "x", cwd=tmp_path).code == 0
    built = bantin("build", cwd=tmp_path / "x")
    assert built.code == 0, built.err
    return tmp_path / "x"


@pytest.fixture
def counting_portal(bantin, tmp_path):
    """A built portal whose pages count, with two more articles."""
    assert bantin("init", "x", cwd=tmp_path).code == 0
    folder = tmp_path / "x"
    settings = folder / "site.yaml"
    lines = [line for line in settings.read_text().splitlines() if not line.startswith("url:")]
    settings.write_text("\n".join([*lines, f"url: {ORIGIN}/", "visits: {live: true}", ""]))
    for name in ["mot", "hai"]:
        (folder / f"content/tin-tuc/{name}.md").write_text(f"---\ntitle: Bài {name}\ndate: 2026-01-02\n---\n\nChữ.\n")
    built = bantin("build", cwd=folder)
    assert built.code == 0, built.err
    return folder


@pytest.fixture
def sample(tmp_path):
    """A copy of the sample portal's sources."""
    site = tmp_path / "site"
    site.mkdir()
    for name in ["content", "site.yaml", "addresses.csv"]:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, site / name)
        elif source.exists():
            shutil.copy(source, site / name)
    return site


def tree(folder):
    """Every file under a folder: path to hash of its bytes."""
    folder = pathlib.Path(folder)
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }
