"""A running `bantin serve`, for the tests of its answers and for those in a browser."""

import http.client
import os
import re
import signal
import subprocess
import time


class Preview:
    def __init__(self, binary, site, *flags, **options):
        environment = {**os.environ, "BANTIN_LANG": "vi", **options.pop("env", {})}
        self.process = subprocess.Popen(
            [binary, "serve", "--port", "0", *flags], cwd=site, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        self.line = self.process.stdout.readline()
        self.port = int(re.search(r"http://[\d.]+:(\d+)/", self.line)[1])

    def get(self, path, method="GET", body=None, **headers):
        """Status, headers and body; the path goes out as it is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, response.headers, body

    def text(self, path):
        return self.get(path)[2].decode()

    def eventually(self, path, wanted):
        """Waits at most five seconds until a page shows `wanted`."""
        for _ in range(250):
            if wanted in self.text(path):
                return
            time.sleep(0.02)
        raise AssertionError(f"{path} never showed {wanted!r}")

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.process.wait(timeout=10)
