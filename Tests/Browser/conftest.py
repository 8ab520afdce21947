"""BANTIN_SITE names the folder of a generated site; every test reads it and none writes to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import launched
from playwright.sync_api import Browser
from site_under_test import Server, Site

sys.path.append(str(Path(__file__).parents[1] / "Binary"))
from preview_process import Preview  # noqa: E402

def pytest_configure(config: pytest.Config) -> None:
    folder = os.environ.get("BANTIN_SITE")
    if not folder or not (Path(folder) / "index.html").exists():
        raise pytest.UsageError("BANTIN_SITE must name the folder of a generated site")
    config.site = Site(Path(folder))
    config.addinivalue_line("markers", "furniture(*rows): the rows of docs/features.md that a test checks")
    config.addinivalue_line("markers", "timed: measures time, so that nothing may run beside it")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `view` runs for each of the site's views; one that takes `feed`, for each feed."""
    site = metafunc.config.site
    if "view" in metafunc.fixturenames:
        metafunc.parametrize("view", site.views.values(), ids=site.views.keys())
    if "feed" in metafunc.fixturenames:
        metafunc.parametrize("feed", site.feeds())


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> Site:
    return pytestconfig.site


@pytest.fixture(scope="session")
def server(site: Site) -> Iterator[Server]:
    server = Server(site.root)
    yield server
    server.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


def make_portal(root: Path, settings: str, files: dict[str, str | bytes] | None = None) -> Path:
    """Builds the portal that `init` makes, with more lines in site.yaml and more files; gives its public folder.

    The theme is the one in this folder.
    """
    run = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run([os.environ["BANTIN"], "init", root.name], cwd=root.parent, **run)
    shutil.copytree(Path(__file__).parents[2] / "themes", root / "themes", dirs_exist_ok=True)
    for name, text in (files or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode() if isinstance(text, str) else text)
    with (root / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{settings}\n")
    subprocess.run([os.environ["BANTIN"], "build", "-C", root.name], cwd=root.parent, **run)
    return root / "public"


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Builds a portal as `make_portal` does and serves it; gives the address of its front page."""
    servers: list[Server] = []

    def build_portal(settings: str, files: dict[str, str | bytes] | None = None) -> str:
        servers.append(Server(make_portal(tmp_path / str(len(servers)), settings, files)))
        return servers[-1].origin + "/"

    yield build_portal
    for server in servers:
        server.close()


@pytest.fixture
def preview(portal: Path) -> Iterator[Preview]:
    """`bantin serve` on the `portal` of the module that asks."""
    preview = Preview(os.environ["BANTIN"], portal)
    yield preview
    if preview.process.poll() is None:
        preview.process.kill()
