"""The built program, run as a user runs it. BANTIN names the binary."""

import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = str(pathlib.Path(os.environ.get("BANTIN", ROOT / ".build/release/bantin")).resolve())
TIME_LIMIT = 60  # seconds
# What is said of the whole site, and not of what this very run had to do.
LASTING = ("Không đưa vào danh sách", "Lần thay đổi kế tiếp", "Not listed", "Next due")


class Run:
    """What a run gave: exit code, messages, and the lines of its summary that any build of the site prints."""

    def __init__(self, process):
        try:
            out, err = process.communicate(timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        self.code, self.messages = process.returncode, err.decode()
        # Pages were written, and nothing was arranged for it, or nothing but new articles.
        stages = set(re.findall(r"^  (\w+): ", out.decode(), re.MULTILINE))
        self.is_addition = "adding" in stages
        self.is_retouch = "memory" in stages and not {"arrange", "adding"} & stages
        self.summary = [line for line in out.decode().splitlines() if line.startswith(LASTING)]


def start(site, moment, *arguments):
    return subprocess.Popen(
        [BINARY, "build", "-C", site, "--at", moment.strftime("%Y-%m-%dT%H:%M"), "--times", *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_ENVIRONMENT)


def build(site, moment, *arguments):
    return Run(start(site, moment, *arguments))


def command(site, moment, *arguments):
    """The command line, to be shown."""
    return " ".join(["bantin", "build", "-C", site, "--at", moment.strftime("%Y-%m-%dT%H:%M"), *arguments])


_ENVIRONMENT = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "BANTIN_LANG": "vi"}
