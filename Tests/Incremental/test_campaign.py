"""The campaign notices builds that do less, or more, than a clean one: a test of the test.

Each fault is a program that runs the real one and spoils what it did to the folder `site`, the incremental one.
"""

import os
import shutil

import pytest

import campaign
import program
import sequence
from step import KINDS

# Sources are known by name, size and time: what a build must not believe.
BELIEVES_TIMES = (
    'find . -path ./public -prune -o -path ./.bantin -prune -o -type f -printf "%p %s %T@\\n" | sort > ../new;'
    ' build_unless_seen')
# Sources are known by their bytes, and nothing else is looked at.
LOOKS_AT_SOURCES = "find content themes site.yaml -type f -exec cksum {} + | sort > ../new; build_unless_seen"

# What goes wrong, the lines of a shell script in the site's folder, the edits that bring it to light (all kinds, where
# none are named), and how the campaign puts it.
FAULTS = [
    ("a list stays as it was",
     "cp public/rss.xml ../old; build && ! cmp -s ../old public/rss.xml && cp ../old public/rss.xml",
     ["edit_title"], "rss.xml: other bytes"),
    ("pages that are gone stay",
     "rm -rf ../old; cp -r public ../old; build && cp -rn ../old/. public/",
     ["delete_article"], "a clean build does not write it"),
    ("a page is forgotten",
     "build; rm -f public/404.html", [], "404.html: missing; a clean build writes it"),
    ("an empty folder stays",
     "build; mkdir -p public/rong", [], "rong/: a clean build does not write it"),
    ("a file is written without need",
     "build; touch public/index.html", [], "index.html: same bytes, but the modification time moved"),
    ("a file is replaced without need",
     "build; cp -p public/404.html x && mv x public/404.html", [], "404.html: same bytes, but the file was replaced"),
    *((f"times are believed after {kind}", BELIEVES_TIMES, [kind], "other bytes")
      for kind in ["edit_source_and_keep_its_time", "edit_right_after_the_build"]),
    *((f"sources alone are looked at after {kind}", LOOKS_AT_SOURCES, [kind], words)
      for kind, words in [
          ("time_passes", "other bytes"), ("take_another_base_url", "other bytes"), ("damage_page", "other bytes"),
          ("edit_page_and_keep_its_time", "other bytes"), ("edit_page_right_after_the_build", "other bytes"),
          ("swap_pages", "other bytes"), ("delete_page_from_output", "missing"), ("delete_output", "missing"),
          ("put_folder_in_place_of_page", "missing"),
          ("add_old_address", "missing"), ("damage_list_of_files", ".bantin-files: other bytes")]),
    ("errors are not told",
     "build; code=0", ["mistype_key"], "exit code 0; a clean build has 1"),
    ("a build with errors writes",
     "build || date +%N > public/404.html", ["break_template"], "a build with errors changed public/"),
    ("addresses are not kept",
     "build; rm -f addresses.csv", [], "addresses.csv: a clean build adds lines to it"),
    ("warnings are not repeated",
     "touch ../before; build 3> ../now; grep -vxFf ../before ../now >&3; mv ../now ../before", [], "other messages"),
    ("sources are changed",
     "build; touch content/.la", [], "a build changed, made or removed a source"),
]

SCRIPT = """#!/bin/bash
exec 3>&2 2> /dev/null
real() { BINARY "$@" 2>&3; }
case "$3" in */site) ;; *) real "$@"; exit;; esac
cd "$3" || exit  # Gone since: the campaign is over, and this folder is somebody else's.
arguments=("$@"); code=0
build() { real "${arguments[@]}"; code=$?; return $code; }
# Says what a build would say, and does nothing where the notes in ../new are those of the last build.
build_unless_seen() {
    if cmp -s ../new ../seen; then
        rm -rf ../aside; cp -r . ../aside; arguments[2]=../aside
    fi
    build; mv ../new ../seen
}
FAULT
exit $code
"""


@pytest.mark.parametrize("fault, kinds, words", [pytest.param(*fault, id=name) for name, *fault in FAULTS])
def test_a_fault_is_noticed(fault, kinds, words, tmp_path, monkeypatch):
    faulty = tmp_path / "bantin"
    faulty.write_text(SCRIPT.replace("BINARY", program.BINARY).replace("FAULT", fault))
    os.chmod(faulty, 0o755)
    monkeypatch.setattr(program, "BINARY", str(faulty))
    monkeypatch.setattr(sequence, "KINDS", [kind for kind in KINDS if not kinds or kind.name in kinds])
    monkeypatch.setattr(campaign, "shortened", lambda result: result)
    spoiled = campaign.Campaign(campaign.SEED, 10, processes=1)
    difference = spoiled.run(lambda line: None)
    shutil.rmtree(spoiled.folder, ignore_errors=True)
    assert difference is not None and words in difference
