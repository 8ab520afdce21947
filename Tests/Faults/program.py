"""The built program: run to its end, or started and left to its fate."""

import os
import shutil
import subprocess
import time

import newspaper
from trees import tree


class Program:
    """`prefix` is what stands before the program on its command line."""

    def __init__(self, binary, prefix=()):
        self.binary = binary
        self.prefix = prefix

    def start(self, site, *arguments):
        """A running build of the newspaper in `site`."""
        return subprocess.Popen(
            [*self.prefix, self.binary, "build", "-C", site, "--at", newspaper.AT, *arguments],
            env=dict(os.environ, BANTIN_LANG="vi", LC_ALL="C.UTF-8"), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def run(self, site, *arguments):
        """The exit code of a build and what it said."""
        process = self.start(site, *arguments)
        output = process.communicate(timeout=60)[0]
        return process.returncode, output

    def build(self, site, *arguments):
        """A build that has to succeed. Returns what it said."""
        code, output = self.run(site, *arguments)
        assert code == 0, output
        return output

    def duration(self, site):
        """In seconds, of a build that has to succeed."""
        start = time.monotonic()
        self.build(site)
        return time.monotonic() - start

    def clean(self, site, scratch):
        """The tree that a first build of the sources of `site` gives, made in the folder `scratch`."""
        shutil.rmtree(scratch, ignore_errors=True)
        shutil.copytree(site, scratch, ignore=lambda folder, names: {"public", ".bantin"} & set(names))
        self.build(scratch)
        return tree(scratch / "public")
