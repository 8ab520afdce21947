"""What happens to a site behind the program's back: its cache, its output, its clocks, its addresses.

Whoever loses the list of files in public/ builds with `--prune`: without the list nobody can tell what may go.
"""

import os
import shutil

import trees
import words
from portal import Source
from step import edit


def cache_folder(step):
    return os.path.join(step.portal.root, ".bantin")


def output_path(step, path=""):
    return os.path.join(step.portal.root, "public", path)


def replace_folder(folder, tree):
    trees.remove(folder)
    trees.write_all(folder, tree)


def some_file(step, folder, name_fits=lambda path: True):
    return step.pick(path for path, file in trees.read(folder).items() if file is not None and name_fits(path))


def some_page(step):
    """A file in public/ that a build wrote."""
    return some_file(step, output_path(step), lambda path: not path.startswith(".bantin") and path not in step.foreign)


def damaged(data, rng):
    """`data` cut off, with a bit turned, replaced, emptied or lengthened; and what was done."""
    spot = rng.randrange(len(data) + 1)
    how = rng.choice(["truncated", "bit-flipped", "garbage", "emptied", "lengthened", "zeros"])
    match how:
        case "truncated": return data[:spot], f"{how} at {spot}"
        case "bit-flipped" if data:
            spot %= len(data)
            return data[:spot] + bytes([data[spot] ^ (1 << rng.randrange(8))]) + data[spot + 1:], f"{how} at {spot}"
        case "garbage": return rng.randbytes(len(data) or 100), how
        case "lengthened": return data + rng.randbytes(40), how
        case "zeros": return data[:spot] + bytes(len(data) - spot), f"{how} from {spot}"
        case _: return b"", "emptied"


# MARK: The cache

@edit(weight=3)
def delete_cache(step):
    trees.remove(cache_folder(step))
    step.lose_cache()
    return ".bantin"


@edit(weight=8)
def damage_cache(step):
    name = some_file(step, cache_folder(step), lambda name: name != "lock")
    if name is None:
        return None
    path = os.path.join(cache_folder(step), name)
    data, how = damaged(trees.contents(path), step.rng)
    trees.write(path, data)
    step.lose_cache()
    return f".bantin/{name} {how}"


@edit()
def delete_file_of_cache(step):
    name = some_file(step, cache_folder(step))
    if name is None:
        return None
    os.remove(os.path.join(cache_folder(step), name))
    step.lose_cache()
    return f".bantin/{name}"


@edit()
def take_cache_of_another_site(step):
    take_cache(step, step.strange_cache)
    return ".bantin"


@edit()
def take_cache_of_clean_copy(step):
    """Right in all but the files that it looked at."""
    take_cache(step, trees.read(os.path.join(os.path.dirname(step.portal.root), "clean", ".bantin")))
    return ".bantin"


def take_cache(step, cache):
    """The bytes of another cache under the names of this one, which come from the place of the site."""
    kinds = {kind(name): file for name, file in cache.items() if name != "lock"}
    for name in trees.read(cache_folder(step)):
        if kind(name) in kinds:
            trees.write(os.path.join(cache_folder(step), name), kinds[kind(name)].data)
    step.lose_cache()


def kind(name):
    """`output` of `output-0123456789abcdef.cache`."""
    return name.split("-")[0]


@edit(weight=3)
def bring_back_older_cache(step):
    cache = step.pick(step.caches)
    if cache is None:
        return None
    replace_folder(cache_folder(step), cache)
    step.lose_cache()
    return f".bantin of {len(step.caches) - step.caches.index(cache)} builds ago"


@edit()
def move_site_to_another_disk(step):
    """A copy with all modification times, as `cp -a` makes it: other inodes and change times."""
    root, copy = step.portal.root, step.portal.root + ".copy"
    shutil.copytree(root, copy, symlinks=True)
    trees.remove(root)
    os.rename(copy, root)
    step.lose_cache()
    return "all inodes are others"


# MARK: The output

@edit(weight=4)
def damage_page(step):
    path = some_page(step)
    if path is None:
        return None
    data, how = damaged(trees.contents(output_path(step, path)), step.rng)
    trees.write(output_path(step, path), data)
    return f"public/{path} {how}"


@edit(weight=3)
def edit_page_and_keep_its_time(step):
    path = some_page(step)
    if path is None:
        return None
    forge(output_path(step, path), step)
    return f"public/{path}"


def forge(path, step):
    """Changes a byte and nothing that a listing of the folder shows."""
    status, data = os.stat(path), trees.contents(path)
    if data:
        spot = step.rng.randrange(len(data))
        trees.write(path, data[:spot] + bytes([data[spot] ^ 1]) + data[spot + 1:])
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@edit(weight=3)
def delete_page_from_output(step):
    path = some_page(step)
    if path is None:
        return None
    os.remove(output_path(step, path))
    return f"public/{path}"


@edit()
def delete_folder_from_output(step):
    path = step.pick(path for path, file in trees.read(output_path(step)).items() if file is None)
    if path is None or any(foreign.startswith(path) for foreign in step.foreign):
        return None
    trees.remove(output_path(step, path))
    return f"public/{path}"


@edit(weight=1)
def delete_output(step):
    trees.remove(output_path(step))
    step.lose_cache()
    step.foreign.clear()
    return "public"


@edit()
def touch_page(step):
    path = some_page(step)
    if path is None:
        return None
    os.utime(output_path(step, path))
    return f"public/{path}"


@edit()
def swap_pages(step):
    """Two files of the output in each other's place."""
    one, other = some_page(step), some_page(step)
    if one == other:
        return None
    aside = step.portal.root + ".aside"
    for old, new in [(output_path(step, one), aside), (output_path(step, other), output_path(step, one)),
                     (aside, output_path(step, other))]:
        os.rename(old, new)
    return f"public/{one} and public/{other}"


@edit(alone=True)
def put_folder_in_place_of_page(step):
    """With nothing but folders in it; were the page not needed any more, the folder would stay."""
    path = some_page(step)
    if path is None or step.portal.render() != step.portal.saved:
        return None
    os.remove(output_path(step, path))
    os.makedirs(output_path(step, path) + step.pick(["", "/trong", "/trong/nua"]))
    return f"public/{path}"


@edit()
def put_foreign_file_into_output(step):
    """What no build wrote stays, until somebody builds with `--prune`."""
    path = f"nguoi-la-{step.rng.randrange(3)}/ghi-chu.txt"
    step.foreign[path] = step.rng.randbytes(8)
    trees.write(output_path(step, path), step.foreign[path])
    return f"public/{path}"


@edit(weight=3)
def bring_back_older_output(step):
    output = step.pick(step.outputs)
    if output is None:
        return None
    replace_folder(output_path(step), output)
    step.lose_cache()
    step.foreign.clear()
    return f"public of {len(step.outputs) - step.outputs.index(output)} builds ago"


@edit()
def delete_list_of_files(step):
    path = output_path(step, ".bantin-files")
    if not os.path.exists(path):
        return None
    os.remove(path)
    step.lose_list()
    return "public/.bantin-files"


@edit(weight=4)
def damage_list_of_files(step):
    path = output_path(step, ".bantin-files")
    if not os.path.exists(path):
        return None
    data, how = damaged(trees.contents(path), step.rng)
    trees.write(path, data)
    step.lose_list()
    return f"public/.bantin-files {how}"


@edit(weight=1)
def prune(step):
    step.prunes = True
    return "--prune"


# MARK: Clocks

@edit()
def touch_source(step):
    path = step.pick(sorted(step.portal.saved))
    os.utime(os.path.join(step.portal.root, path))
    return path


@edit(weight=1)
def set_all_clocks_back(step):
    for path in step.portal.saved:
        os.utime(os.path.join(step.portal.root, path), (1_000_000_000, 1_000_000_000))
    return "every source"


def equal_sized(source, step):
    """Changes words of a body for others of as many bytes; False when it holds none of them."""
    for spot, block in enumerate(source.body):
        found = [word for word in words.EQUAL_WORDS if block[0] == "text" and f" {word} " in block[1]]
        if found:
            other = step.pick(word for word in words.EQUAL_WORDS if word != found[0])
            source.body[spot] = ("text", block[1].replace(f" {found[0]} ", f" {other} "))
            return True
    return False


@edit(weight=5)
def edit_source_and_keep_its_time(step):
    """As many bytes as before, and the old modification time."""
    source: Source = step.pick(step.portal.sources)
    if not equal_sized(source, step):
        return None
    step.portal.save(step.rng, keeps_times=True)
    return source.path


@edit(weight=3)
def edit_right_after_the_build(step):
    """So soon that a clock may show the same time, and with the old size and modification time."""

    def hurry(step):
        if equal_sized(step.pick(step.portal.sources), step):
            step.portal.save(step.rng, keeps_times=True)

    step.hurried = hurry
    return "the same size, the same time"


@edit()
def edit_page_right_after_the_build(step):
    def hurry(step):
        if path := some_page(step):
            forge(output_path(step, path), step)

    step.hurried = hurry
    return "the same size, the same time"


# MARK: The way of the build

@edit(weight=4)
def build_twice_at_once(step):
    step.is_twofold = True
    return "two processes"


@edit()
def take_another_base_url(step):
    step.base_url = step.pick(["https://xem-thu.example.vn/", "https://xem-thu.example.vn/thu/"])
    return step.base_url


@edit(weight=1)
def nothing_changes(step):
    return "a build like the last one"


# MARK: addresses.csv

@edit()
def forget_addresses(step):
    path = os.path.join(step.portal.root, "addresses.csv")
    if not os.path.exists(path):
        return None
    lines = trees.contents(path).splitlines(keepends=True)
    kept = [line for line in lines if step.rng.random() < 0.7]
    if kept and step.rng.random() < 0.8:
        trees.write(path, b"".join(kept))
        return f"{len(lines) - len(kept)} lines"
    os.remove(path)
    return "all"


@edit()
def add_old_address(step):
    """An article was somewhere else once: a redirect page from there."""
    path = os.path.join(step.portal.root, "addresses.csv")
    article = step.pick(step.portal.articles)
    name = article.fields.get("id") or article.path.removesuffix(".md").removesuffix("/index")
    lines = trees.contents(path).splitlines() if os.path.exists(path) else []
    lines.append(f"{name},/xua/{step.rng.randrange(100)}/".encode())
    trees.write(path, b"\n".join(sorted(set(lines))) + b"\n")
    return lines[-1].decode()
