"""Real programs over the sample, in a folder and a database of their own, which go in the end."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = ROOT / "build/release/bin"


class Service:
    """Use with `with`. JOBSCOUT_TEST_SOCKET names PostgreSQL's socket."""

    def __init__(self, name):
        self.name = f"{name}_{os.getpid()}"
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=name + "_"))
        self.host = f"host={os.environ['JOBSCOUT_TEST_SOCKET']}"
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("JOBSCOUT_")}
        self.environment |= {"JOBSCOUT_DATABASE": f"{self.host} dbname={self.name}",
                             "JOBSCOUT_INDEX": str(self.folder / "var/index")}
        self.running = []

    def __enter__(self):
        for name in ("deploy", "services"):
            (self.folder / name).symlink_to(ROOT / name)
        (self.folder / "var").mkdir()
        self.run(BIN / "jobscout-indexer", "migrate")
        self.run(BIN / "jobscout-indexer", "ingest", "--as-of", "2026-11-16", "deploy/sample/feed",
                 "deploy/mappings/sample_partner.json=deploy/sample/partner_postings.csv")
        self.run(ROOT / "deploy/tokens", "var")
        self.run(BIN / "jobscout-account", "make-key", "var/account.key")
        return self

    def __exit__(self, *_):
        for program in reversed(self.running):
            program.send_signal(signal.SIGTERM)
            program.wait(30)
        self.sql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)", "postgres")
        shutil.rmtree(self.folder)

    def run(self, *command):
        subprocess.run(command, cwd=self.folder, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def sql(self, statement, database=None):
        """As superuser."""
        subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", f"{self.host} user=postgres dbname={database or self.name}",
                        "-c", statement], check=True, stdout=subprocess.DEVNULL)

    def start(self, program, *arguments):
        """A program that goes on; what it logs goes into a file of its name."""
        with open(self.folder / (pathlib.Path(program).name + ".log"), "w", encoding="utf-8") as log:
            started = subprocess.Popen([program, *arguments], cwd=self.folder, env=self.environment, text=True,
                                       stdout=subprocess.PIPE, stderr=log)
        self.running.append(started)
        return started

    def start_api(self, *arguments):
        """The process, which has told its addresses."""
        return self.start(BIN / "jobscout-api", "--port", "0", "--tokens", "var/tokens.json", "--account-key",
                          "var/account.key", "--plain-cookies", *arguments)

    def stop(self, program):
        program.send_signal(signal.SIGTERM)
        program.wait(30)
        self.running.remove(program)


def eventually(holds, seconds=60):
    """Whether it came true; an address that does not answer yet is no yes."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if holds():
                return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


def port_of(line):
    """Of an address that a program tells."""
    return int(line.strip().removesuffix("/metrics").rpartition(":")[2])


def tell(results):
    """Prints (name, right, what) as TAP; the exit status."""
    for number, (name, right, what) in enumerate(results, 1):
        print(f"{'ok' if right else 'not ok'} {number} - {name}")
        if not right:
            print(f"# {what}")
    print(f"1..{len(results)}")
    return 0 if results and all(right for _, right, _ in results) else 1
