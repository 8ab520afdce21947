"""A running `bantin host`, for the tests of its answers and for those in a browser."""

import http.client
import json
import os
import re
import signal
import subprocess
import threading

ORIGIN = "https://congdoan.example.vn"
READER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36"


class Host:
    def __init__(self, binary, site, *flags, listen="127.0.0.1:0", log=None, **options):
        environment = {**os.environ, "BANTIN_LANG": "vi"}
        self.log = (site.parent / "host.log" if log is None else log).open("ab")
        self.process = subprocess.Popen(
            [binary, "host", "--listen", listen, *flags], cwd=site, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=self.log, **options)
        self.line = self.process.stdout.readline()
        found = re.search(r"http://[\d.]+:(\d+)/", self.line)
        assert found, (self.line, self.process.wait(timeout=10))
        self.port = int(found[1])

    def ask(self, method, path, body=None, **headers):
        """Status, headers and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def hit(self, id="", reader=None, agent=READER, origin=ORIGIN, **headers):
        """Status and numbers of a hit; `reader` is the address that a proxy tells."""
        if reader:
            headers["X_Forwarded_For"] = reader
        if origin:
            headers["Origin"] = origin
        status, _, body = self.ask("POST", "/_bantin/hit", json.dumps({"id": id}), User_Agent=agent, **headers)
        return status, json.loads(body)

    def counts(self, id=""):
        status, _, body = self.ask("GET", f"/_bantin/counts?id={id}")
        assert status == 200, body
        return json.loads(body)

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        self.log.close()
        return code


class Load:
    """Readers who hit as fast as they are answered, until the server is gone."""

    def __init__(self, host, article, start=0):
        self.answered = 0
        self.greatest = 0
        self.fell = False
        self.refused = 0
        self.article = article
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.run, args=(host, start + 100_000 * number)) for number in range(4)]
        for thread in self.threads:
            thread.start()

    def run(self, host, reader):
        last = 0
        while True:
            reader += 1
            address = f"10.{reader >> 16 & 255}.{reader >> 8 & 255}.{reader & 255}"
            try:
                status, numbers = host.hit(self.article, address)
            except Exception:
                return
            with self.lock:
                if status == 200:
                    self.answered += 1
                    self.greatest = max(self.greatest, numbers["site"])
                    self.fell = self.fell or numbers["site"] < last
                    last = numbers["site"]
                else:
                    self.refused += 1

    def join(self):
        for thread in self.threads:
            thread.join()
