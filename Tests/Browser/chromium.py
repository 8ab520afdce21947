"""The browser that pages are opened in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# The one without windows opens a page in a third of the time.
PROGRAM = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"


@contextmanager
def launched(program: str = PROGRAM) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
