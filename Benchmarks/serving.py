"""Web servers on the loopback address, loaded by wrk: what of it they answer a second, and how long that takes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

THREADS, CONNECTIONS, SECONDS = 2, 32, 6
HERE = os.path.dirname(os.path.abspath(__file__))


@dataclass
class Load:
    """What wrk counted, of one tool at one question."""

    a_second: float
    median: float  # seconds, with the wait in the queue
    p99: float  # seconds
    alone: float  # seconds of one visitor, the median
    alone_p99: float
    not_200: int


class Server:
    """A server process: started, waited for, and ended by its own process."""

    def __init__(self, command, first):
        """`command` may have {port} in it; `first` is the path that is asked for until there is an answer."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [part.replace("{port}", str(port)) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        while True:
            try:
                self.get(first)
                break
            except (urllib.error.URLError, ConnectionError):
                if self.process.poll() is not None or time.perf_counter() - began > 60:
                    self.__exit__()
                    sys.exit(f"{os.path.basename(command[0])} did not answer")
                time.sleep(0.005)
        self.start = time.perf_counter() - began

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=120) as answer:
            return answer.read()

    def wait_for(self, path):
        """Asks until nothing of the answer is still being made: then it has a tag."""
        while True:
            try:
                with urllib.request.urlopen(self.address + path, timeout=120) as answer:
                    if answer.headers["ETag"]:
                        return
            except urllib.error.HTTPError as error:
                if error.code != 503:
                    raise
            time.sleep(0.1)

    def load(self, paths, folder):
        """One visitor alone, which warms the server up, then thirty-two at once."""
        file = os.path.join(folder, "paths.txt")
        with open(file, "w", encoding="utf-8") as out:
            out.write("\n".join(paths) + "\n")
        alone = self.wrk(file, 1, 1, 2)
        many = self.wrk(file, THREADS, CONNECTIONS, SECONDS)
        return Load(
            many["requests"] / many["seconds"], many["p50"], many["p99"], alone["p50"], alone["p99"],
            alone["not_200"] + many["not_200"],
        )  # fmt: skip

    def wrk(self, file, threads, connections, seconds):
        script = os.path.join(HERE, "paths.lua")
        command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s"]
        printed = subprocess.run(
            [*command, "-s", script, self.address, "--", file], capture_output=True, text=True, check=True
        ).stdout
        return json.loads(printed.splitlines()[-1])

    def memory(self):
        """MiB at present."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as lines:
            return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
