"""One sequence: a random site, random edits, and after each step the question whether the incremental build equals
a clean one.

What happens in a step depends on the seed, the number of the sequence and the number of the step alone, so that
steps can be left out and the others stay what they are.
"""

import collections
import functools
import os
import random
import tempfile
import time

import article_edits  # noqa: F401  (registers its edits, as the next four do)
import damage  # noqa: F401
import mistakes  # noqa: F401
import program
import record_edits  # noqa: F401
import site_edits  # noqa: F401
import trees
from portal import Portal
from step import KINDS, Step

REST = 0.03  # seconds; the steps of the clock are not longer
KEPT = 4  # older caches and outputs that may come back


class Difference(Exception):
    """What an incremental build did otherwise than a clean one."""


class Sequence:
    """`folder` holds the site, `site`, and its clean copy, `clean`."""

    def __init__(self, seed, number, folder):
        self.seed, self.number, self.folder = seed, number, folder
        self.root, self.clean = os.path.join(folder, "site"), os.path.join(folder, "clean")
        os.makedirs(self.root)
        self.portal = Portal(self.root, self.random("site"))
        self.portal.save(self.random("save"))
        self.last_good = self.portal.remember()
        # Some editors let the clock by which files are stamped go on before they build: much is only believed then.
        self.rests = self.random("rests").random() < 0.5
        self.is_failing = False
        self.outputs, self.caches, self.foreign = [], [], {}
        self.prunes, self.knows_files, self.has_list = False, True, True
        self.log = []
        # How often each kind of edit happened, and how often one that happened alone changed the output.
        self.happened, self.changed = collections.Counter(), collections.Counter()
        # How many builds did no more than to put new texts into pages, and how many no more than to add articles.
        self.retouched, self.added = 0, 0

    def random(self, name):
        return random.Random(f"{self.seed}/{self.number}/{name}")

    def run(self, steps, skipped=frozenset()):
        """Builds the site, then goes through the steps 1 to `steps`. Raises a `Difference`."""
        self.build(self.new_step(0), "the first build")
        for number in range(1, steps + 1):
            if number not in skipped:
                self.step(number)
        self.check_sources()

    def step(self, number):
        step = self.new_step(number)
        words = self.repair(step.rng)
        words += self.edit(step)
        if len(words) > 1:
            step.only_edit = None
        self.portal.save(step.rng)
        self.build(step, f"{number}. " + "; ".join(words))

    def new_step(self, number):
        rng = self.random(number)
        return Step(
            rng, self.portal, self.outputs, self.caches, strange_cache(os.path.dirname(self.folder)), self.foreign,
            threads=rng.choice([1, 2, 3, 8]), language=rng.choice(["vi", "vi", "en"]), prunes=self.prunes,
            knows_files=self.knows_files, has_list=self.has_list)

    def repair(self, rng):
        """A site that does not build is soon brought back to what built last."""
        if not self.is_failing or rng.random() < 0.2:
            return []
        self.portal.restore(self.last_good)
        self.portal.save(rng)
        return ["repair"]

    def edit(self, step):
        words = []
        count = step.rng.choices([1, 2, 3], [70, 20, 10])[0]
        while len(words) < count:
            kind = step.rng.choices(KINDS, [kind.weight for kind in KINDS])[0]
            if kind.is_alone and words:
                continue
            if (said := kind.apply(step)) is None:
                continue
            words.append(f"{kind.name} ({said})")
            self.happened[kind.name] += 1
            step.only_edit = kind.name
            if kind.is_alone:
                break
        return words

    # MARK: Building and comparing

    def build(self, step, words):
        self.log.append(f"{words}\n    {program.command('site', self.portal.moment, *step.arguments)}")
        if step.hurried:
            program.build(self.root, self.portal.moment, *step.arguments)
            step.hurried(step)
        if self.rests:
            time.sleep(REST)
        before = trees.read(self.public)
        addresses = self.addresses(self.root)
        runs = [program.start(self.root, self.portal.moment, *step.arguments) for _ in range(1 + step.is_twofold)]
        runs = [program.Run(process) for process in runs]
        self.retouched += sum(run.is_retouch for run in runs)
        self.added += sum(run.is_addition for run in runs)
        after = trees.read(self.public)
        clean_run, clean = self.build_clean(step)
        self.check_runs(step, runs, clean_run)
        if clean_run.code == 0:
            self.check_output(step, before, after, clean)
            self.succeed(step, clean)
        else:
            self.check_untouched(before, after, addresses)
            self.is_failing, self.prunes = True, step.prunes
            self.knows_files, self.has_list = step.knows_files, step.has_list

    @property
    def public(self):
        return os.path.join(self.root, "public")

    def addresses(self, root):
        path = os.path.join(root, "addresses.csv")
        return trees.contents(path) if os.path.exists(path) else None

    def build_clean(self, step):
        """Builds a copy of the sources, addresses.csv among them, where nothing was built before."""
        trees.remove(self.clean)
        trees.write_all(self.clean, self.sources())
        flags = [flag for flag in step.arguments if flag != "--prune"]
        run = program.build(self.clean, self.portal.moment, *flags)
        return run, trees.read(os.path.join(self.clean, "public"))

    def sources(self):
        found = {}
        for name in sorted(os.listdir(self.root)):
            path = os.path.join(self.root, name)
            if name in ("public", ".bantin"):
                continue
            if os.path.isdir(path):
                found |= {f"{name}/{inner}": file for inner, file in trees.read(path).items()}
            else:
                found[name] = trees.read_file(path)
        return found

    def check_runs(self, step, runs, clean):
        for run in runs:
            if run.code != clean.code or run.code not in (0, 1):
                raise Difference(
                    f"exit code {run.code}; a clean build has {clean.code}\n{run.messages}\nclean:\n{clean.messages}")
            # Of two processes at once, one may say that it waits.
            if len(runs) == 1 and run.messages != clean.messages:
                raise Difference(f"other messages\n{trees.short_diff(run.messages.encode(), clean.messages.encode())}")
            if run.summary != clean.summary:
                raise Difference(f"other summary: {run.summary}; a clean build says {clean.summary}")
        if step.is_mistake and clean.code != 1:
            raise Difference(f"exit code {clean.code} in spite of an error")

    def check_output(self, step, before, after, clean):
        expected = clean | ({} if step.prunes else as_tree(self.foreign))
        if words := trees.first_difference(after, expected):
            raise Difference(words)
        if words := trees.first_rewritten(before, after):
            raise Difference(words)
        if self.addresses(self.root) != self.addresses(self.clean):
            raise Difference("addresses.csv: a clean build adds lines to it")

    def check_untouched(self, before, after, addresses):
        if before != after:
            words = trees.first_difference(after, before) or trees.first_rewritten(before, after)
            raise Difference(f"a build with errors changed public/ (clean: as it was before)\n{words}")
        if self.addresses(self.root) != addresses:
            raise Difference("a build with errors changed addresses.csv")

    def succeed(self, step, clean):
        if step.only_edit and trees.differ(clean, self.outputs[-1]):
            self.changed[step.only_edit] += 1
        self.is_failing, self.prunes, self.knows_files, self.has_list = False, False, True, True
        self.last_good = self.portal.remember()
        if step.prunes:
            self.foreign.clear()
        cache = trees.read(os.path.join(self.root, ".bantin"))
        cache.pop("lock", None)
        for kept, tree in [(self.outputs, clean), (self.caches, cache)]:
            kept.append(tree)
            del kept[:-KEPT]

    def check_sources(self):
        """The campaign compares what it means to compare: no build changed a source."""
        on_disk = {path: file.data for path, file in self.sources().items() if file is not None}
        on_disk.pop("addresses.csv", None)
        if on_disk != self.portal.saved:
            raise Difference("a build changed, made or removed a source")


def as_tree(files):
    """Files with the folders above them, as `trees.read` gives them."""
    tree = {path: trees.File(data, 0, 0) for path, data in files.items()}
    return tree | {f"{os.path.dirname(path)}/": None for path in files}


@functools.cache
def strange_cache(folder):
    """The .bantin/ of another site, which is built in `folder` for a moment."""
    with tempfile.TemporaryDirectory(dir=folder) as root:
        portal = Portal(root, random.Random("strange"))
        portal.save(random.Random("strange"))
        program.build(root, portal.moment)
        return trees.read(os.path.join(root, ".bantin"))
