"""Folders as values: what stands in them, what is wounded, what was left behind."""

import hashlib
import os

LIST = ".bantin-files"
PENDING = ".bantin-pending"
STAGING = ".bantin-new"
TEMPORARY = ".bantin-tmp"


def names(folder):
    """Every path under `folder`; that of a folder ends in `/`."""
    top = os.fspath(folder)
    for place, folders, files in os.walk(top):
        inner = os.path.relpath(place, top) + "/" if place != top else ""
        yield from (f"{inner}{name}/" for name in folders)
        yield from (inner + name for name in files)


def tree(folder):
    """Every name under `folder`: the path of a file to the hash of its bytes, that of a folder to nothing."""
    return {path: "" if path.endswith("/") else digest(os.path.join(folder, path)) for path in names(folder)}


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def pages(tree):
    """The files of a tree that the world sees: no folders, none of the names that the program keeps for itself."""
    return {path: digest for path, digest in tree.items() if digest and not is_own(path)}


def is_own(path):
    return path in (LIST, PENDING) or path.startswith(f"{STAGING}/") or is_temporary(path)


def is_temporary(path):
    return path.rsplit("/")[-1].startswith(TEMPORARY) or path.endswith(TEMPORARY)


def wounds(now, before, after):
    """What is wrong with the tree `now`, which a build that was stopped left between `before` and `after`."""
    found = [
        f"not whole: {path}" for path, digest in pages(now).items()
        if digest not in (before.get(path), after.get(path))]
    if now.get(LIST) not in (None, before.get(LIST), after.get(LIST)):
        found.append(f"not whole: {LIST}")
    found += [f"vanished: {path}" for path in pages(before) if path in after and path not in now]
    deleted = [path for path in pages(before) if path not in now]
    missing = [path for path, digest in pages(after).items() if now.get(path) != digest]
    if deleted and missing:
        found.append(f"{deleted[0]} was deleted before {missing[0]} was written")
    return found


def leftovers(site):
    """The names under the folder of a site, public/ in it, that no build that ended leaves there."""
    return [
        path for path in names(site)
        if is_temporary(path) or path.rstrip("/").rsplit("/")[-1] in (PENDING, STAGING)]
