"""Random edits on random small sites: an incremental build equals a clean one.

BANTIN names the binary, BANTIN_SEED and BANTIN_SEQUENCES another campaign. `campaign.py` repeats one sequence.
"""

import os

import pytest

import campaign
from step import KINDS


def test_an_incremental_build_equals_a_clean_one(capsys):
    seed = os.environ.get("BANTIN_SEED", campaign.SEED)
    count = int(os.environ.get("BANTIN_SEQUENCES", campaign.SEQUENCES))
    all_of_them = campaign.Campaign(seed, count)

    def say(line):
        with capsys.disabled():
            print(line, flush=True)

    if difference := all_of_them.run(say):
        pytest.fail(difference, pytrace=False)
    if count >= campaign.SEQUENCES:
        assert [kind.name for kind in KINDS if not all_of_them.happened[kind.name]] == []
        assert all_of_them.retouched >= count // 10
        assert all_of_them.added >= count // 20
