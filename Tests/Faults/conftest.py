"""What the machine can do to a build: kill it, fill its disk, cut its power. BANTIN names the binary.

The rounds are random but the same each time; BANTIN_SEED gives others.
"""

import os
import pathlib
import random
import shutil
import tempfile

import pytest

from program import Program

ROOT = pathlib.Path(__file__).resolve().parents[2]


def pytest_configure(config):
    """A test that this machine cannot run says so at the end, whatever the options."""
    if "s" not in config.option.reportchars:
        config.option.reportchars += "s"


@pytest.fixture(scope="session")
def program():
    return Program(pathlib.Path(os.environ.get("BANTIN", ROOT / ".build/release/bantin")).resolve())


@pytest.fixture
def dice(request):
    """Random numbers of this test alone. The seed is printed when it fails."""
    seed = os.environ.get("BANTIN_SEED", "1")
    print(f"BANTIN_SEED={seed}")
    return random.Random(f"{seed} {request.node.name}")


@pytest.fixture
def memory(tmp_path):
    """A folder in memory where there is one: a kill is over before a disk notices, and time there is even."""
    shared = pathlib.Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path
        return
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bantin-faults-", dir=shared))
    yield folder
    shutil.rmtree(folder)
