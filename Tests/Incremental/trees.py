"""Folders as values: read, copied, written back and compared."""

import difflib
import os
from typing import NamedTuple


class File(NamedTuple):
    """A file as it stands on the disk."""

    data: bytes
    modified: int  # nanoseconds
    inode: int


def read(root):
    """Everything under `root` by path, in order: a `File`, or None for a folder, whose path ends in a slash."""
    found = {}
    if os.path.isdir(root):
        _collect(root, "", found)
    return dict(sorted(found.items()))


def _collect(folder, prefix, found):
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                found[path + "/"] = None
                _collect(entry.path, path + "/", found)
            else:
                found[path] = read_file(entry.path)


def read_file(path):
    """A file; there are no links in a site. What is open already is asked for its times without another way there."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        status = os.fstat(descriptor)
        return File(os.read(descriptor, status.st_size), status.st_mtime_ns, status.st_ino)
    finally:
        os.close(descriptor)


def contents(path):
    return read_file(path).data


def write(path, data):
    """Overwrites in place, as most editors' "save" does; makes the folders above."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        descriptor = os.open(path, flags, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        descriptor = os.open(path, flags, 0o644)
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)


def remove(root):
    """Deletes a folder and all in it, if it is there; several times as fast as `shutil.rmtree`."""
    if os.path.isdir(root):
        _remove(root)


def _remove(folder):
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _remove(entry.path)
            else:
                os.unlink(entry.path)
    os.rmdir(folder)


def write_all(root, tree):
    """Writes what `read` gave to another place; files get new times and inodes."""
    os.makedirs(root, exist_ok=True)
    for path, file in tree.items():
        if file is None:
            _make_folder(os.path.join(root, path))
        else:
            write(os.path.join(root, path), file.data)


def _make_folder(path):
    """The one above is there nearly always: in the order of `read` it comes first."""
    try:
        os.mkdir(path)
    except FileNotFoundError:
        os.makedirs(path)
    except FileExistsError:
        pass


def differ(built, clean):
    """Whether paths or bytes of two trees differ."""
    return bool(_different_paths(built, clean))


def first_difference(built, clean):
    """What is said of the first path that differs between two trees; None when nothing does.

    Only paths and bytes count. The list of files tells least and comes last.
    """
    different = _different_paths(built, clean)
    if not different:
        return None
    path = min(different, key=lambda path: (path == ".bantin-files", path))
    if path not in clean:
        return f"{path}: a clean build does not write it"
    if path not in built:
        return f"{path}: missing; a clean build writes it"
    return f"{path}: other bytes\n" + short_diff(built[path].data, clean[path].data)


def _different_paths(built, clean):
    """A folder is one in both trees: its path ends in a slash."""
    return (built.keys() ^ clean.keys()) | {
        path for path, file in clean.items() if file is not None and path in built and built[path].data != file.data}


def short_diff(built, clean, lines=12):
    texts = [data.decode("utf-8", "backslashreplace").splitlines() for data in (built, clean)]
    diff = list(difflib.unified_diff(*texts, "incremental", "clean", lineterm="", n=1))
    return "\n".join("    " + line[:200] for line in diff[:lines])


def first_rewritten(before, after):
    """What is said of the first file that was written although its bytes stayed; None when there is none."""
    for path, file in after.items():
        old = before.get(path)
        if file is None or old is None or old.data != file.data:
            continue
        if old.inode != file.inode:
            return f"{path}: same bytes, but the file was replaced"
        if old.modified != file.modified:
            return f"{path}: same bytes, but the modification time moved"
    return None
