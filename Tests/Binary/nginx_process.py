"""A running nginx, for the tests of the lines that the documentation shows."""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest


class Nginx:
    """nginx on a free port of this machine; `configuration` names {work} and {port}, and what else `names` has."""

    def __init__(self, configuration, work, **names):
        program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")
        assert program, "nginx is missing: scripts/install test"
        work.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.origin = f"http://127.0.0.1:{port}"
        self.log = work / "error.log"
        file = work / "nginx.conf"
        file.write_text(configuration.format(work=work, port=port, **names))
        self.process = subprocess.Popen(
            [program, "-c", str(file), "-e", str(self.log)],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.wait(port)

    def wait(self, port):
        for _ in range(100):
            assert self.process.poll() is None, self.process.stderr.read()
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        pytest.fail("nginx does not answer")

    def get(self, path):
        """Status and text of a page."""
        try:
            with urllib.request.urlopen(self.origin + path, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=10)
        self.process.stderr.close()
