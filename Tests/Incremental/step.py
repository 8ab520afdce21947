"""One step of a sequence: what happened to the site since its last build, and how it is built now."""

import dataclasses
import random
from typing import Callable

from portal import Portal


@dataclasses.dataclass
class Step:
    """Edits change `portal` and the folders under its root, and the way of the build that follows."""

    rng: random.Random
    portal: Portal
    # public/ and .bantin/ as they were after earlier steps, the oldest first.
    outputs: list
    caches: list
    # The .bantin/ of another site.
    strange_cache: dict
    # Files in public/ that no build wrote: path to bytes.
    foreign: dict
    threads: int = 2
    language: str = "vi"
    base_url: str | None = None
    # False when the cache cannot tell any more which files in public/ are the program's.
    knows_files: bool = True
    # False when the list of files in public/ cannot tell, either.
    has_list: bool = True
    # From the loss of the list of files to the next build that succeeds.
    prunes: bool = False
    # Two processes at once.
    is_twofold: bool = False
    # True when the build must fail.
    is_mistake: bool = False
    # The name of the edit when nothing else happened.
    only_edit: str | None = None
    # Done right after the build; another one follows at once.
    hurried: Callable[["Step"], None] | None = None

    def pick(self, choices):
        """One of `choices`, or None when there is none."""
        choices = list(choices)
        return self.rng.choice(choices) if choices else None

    def lose_list(self):
        """The list of files in public/ is gone or damaged: without it and the cache nobody can tell what may go."""
        self.has_list = False
        self.prunes = self.prunes or not self.knows_files or self.rng.random() < 0.3

    def lose_cache(self):
        self.knows_files = False
        self.prunes = self.prunes or not self.has_list

    @property
    def arguments(self):
        """The flags of the build."""
        flags = ["--threads", str(self.threads), "--lang", self.language]
        if self.base_url:
            flags += ["--base-url", self.base_url]
        return flags + (["--prune"] if self.prunes else [])


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of edit: `apply` does it and returns a few words on it, or None where there is nothing to do it to."""

    name: str
    weight: int
    # Goes with no other edit in one step.
    is_alone: bool
    apply: Callable[[Step], str | None]


KINDS: list[Kind] = []


def edit(weight=2, alone=False):
    """Registers a kind of edit under its function's name."""

    def register(function):
        KINDS.append(Kind(function.__name__, weight, alone, function))
        return function

    return register
