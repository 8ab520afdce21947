"""Disks that fail: one that is as full as a test wants it, and one whose power can be cut. Both need root."""

import fcntl
import os
import pathlib
import struct
import subprocess

import pytest

BOOT_ID = "/proc/sys/kernel/random/boot_id"


def mount(*arguments):
    """Mounts, or skips the test where that is not allowed."""
    if os.geteuid() != 0:
        pytest.skip("needs root, to mount a disk that fails")
    mounted = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True)
    if mounted.returncode != 0:
        reason = mounted.stderr.splitlines()[0].rpartition(": ")[2]
        pytest.skip(f"this machine does not allow mounts: {reason}")


class SmallDisk:
    """A disk in memory at `place`, with room for all that a test prepares until `leave` is called."""

    ROOMY = "remount,size=256m,nr_inodes=100k"

    def __init__(self, place):
        self.place = pathlib.Path(place)
        self.place.mkdir(parents=True, exist_ok=True)
        mount("-t", "tmpfs", "-o", "size=256m,nr_inodes=100k", "tmpfs", self.place)

    def leave_bytes(self, room):
        """Room for `room` more bytes, in whole pages; an empty disk keeps one, for 0 means no limit."""
        used = os.statvfs(self.place)
        blocks = used.f_blocks - used.f_bfree + room // used.f_frsize
        self._remount(f"remount,size={max(blocks, 1) * used.f_frsize}")

    def leave_names(self, room):
        """Room for `room` more files and folders, however small they are."""
        used = os.statvfs(self.place)
        self._remount(f"remount,nr_inodes={used.f_files - used.f_ffree + room}")

    def free(self):
        self._remount(self.ROOMY)

    def _remount(self, options):
        subprocess.run(["mount", "-o", options, self.place], check=True)

    def close(self):
        subprocess.run(["umount", "-l", self.place], check=True)


class PowerDisk:
    """A real file system (ext4) in a file, at `place`. When its power is cut, all is gone that was not synced."""

    # EXT4_IOC_SHUTDOWN, as `xfs_io -x -c shutdown` calls it: with (`-f`) or without what the journal has in memory.
    SHUTDOWN = 0x8004587D
    FLUSH_JOURNAL, FLUSH_NOTHING = 1, 2

    def __init__(self, place):
        self.place = pathlib.Path(place)
        self.image = self.place.with_suffix(".ext4")
        self.boot = self.place.with_suffix(".boot")
        self.boots = 0
        self.is_mounted = False
        with open(self.image, "wb") as image:
            image.truncate(96 << 20)
        try:
            subprocess.run(["mkfs.ext4", "-q", "-F", self.image], check=True)
        except FileNotFoundError:
            pytest.skip("needs mkfs.ext4 (e2fsprogs)")
        self.place.mkdir()
        mount("-o", "loop", self.image, self.place)
        self.is_mounted = True
        self._boot()

    @property
    def prefix(self):
        """Runs a program after the last start of the machine: the system's own mark of it is another one."""
        script = f'mount --bind "$0" {BOOT_ID} && exec "$@"'
        return ["unshare", "--mount", "sh", "-c", script, self.boot]

    def _boot(self):
        self.boots += 1
        self.boot.write_text(f"00000000-0000-0000-0000-{self.boots:012}\n")

    def cut(self, *, flush_journal):
        """From now on nothing reaches the disk."""
        how = self.FLUSH_JOURNAL if flush_journal else self.FLUSH_NOTHING
        folder = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, self.SHUTDOWN, struct.pack("I", how))
        except OSError as error:
            pytest.skip(f"this system cannot shut a file system down: {error}")
        finally:
            os.close(folder)

    def restart(self):
        """To be called after `cut`, once nothing runs on the disk: it comes back as its journal has it."""
        subprocess.run(["umount", self.place], check=True)
        self.is_mounted = False
        subprocess.run(["mount", "-o", "loop", self.image, self.place], check=True)
        self.is_mounted = True
        self._boot()

    def sync(self):
        subprocess.run(["sync", "-f", self.place], check=True)

    def close(self):
        if self.is_mounted:
            subprocess.run(["umount", "-l", self.place], check=True)
        self.image.unlink()
