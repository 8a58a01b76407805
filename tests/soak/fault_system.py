"""The whole system over a cluster of its own with fsync on: PostgreSQL, API, two workers, and a watch whose sources change."""

import datetime
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "deploy"))
from service import BIN, ROOT, Service, port_of  # noqa: E402

from fault_wire import Loop, Mailbox, Proxy  # noqa: E402

TODAY = datetime.datetime.now(datetime.timezone.utc).date()
SYLLABLES = [first + last for first in "bdfgklmnprstvz" for last in "aeiou"]


def until(what, condition, seconds=30):
    """Seconds until it was so."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            raise Wrong(f"not within {seconds} s: {what}")
        time.sleep(0.02)
    return time.monotonic() - began


class Wrong(Exception):
    """An invariant that does not hold."""


def posting(name, mark, title="Fitter"):
    """A line of a feed: fictional, unlike every other, found by `mark`."""
    chance = random.Random(name)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(24)]
    employer = f"{words[0].title()} {words[1].title()} Works (fictional)"
    return json.dumps({
        "@context": "https://schema.org", "@type": "JobPosting", "title": title, "inLanguage": "en-CA",
        "identifier": {"@type": "PropertyValue", "name": words[0] + words[1], "value": name},
        "hiringOrganization": {"@type": "Organization", "name": employer},
        "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Halifax",
                                                      "addressRegion": "NS", "addressCountry": "CA"}},
        "datePosted": str(TODAY - datetime.timedelta(2)), "validThrough": str(TODAY + datetime.timedelta(40)),
        "occupationalCategory": "72106", "employmentType": ["FULL_TIME", "Permanent"], "workHours": "40 hours per week",
        "baseSalary": {"@type": "MonetaryAmount", "currency": "CAD", "value": {
            "@type": "QuantitativeValue", "unitText": "HOUR", "minValue": 30 + chance.randrange(9), "maxValue": 40}},
        "description": f"{mark}. " + " ".join(words[2:]) + ".",
        "url": f"https://{words[0]}{words[1]}.example/jobs/{name}"}) + "\n"


class System(Service):
    """Each program has a proxy of its own before PostgreSQL: `proxies` by name."""

    def __init__(self, seed):
        self.cluster = subprocess.run(["mktemp", "-d"], text=True, stdout=subprocess.PIPE, check=True).stdout.strip()
        os.chmod(self.cluster, 0o755)
        os.environ["JOBSCOUT_TEST_SOCKET"] = self.socket = self._cluster("start").strip()
        super().__init__("faults")
        self.loop = Loop()
        self.mailbox = Mailbox(self.loop)
        path = f"{self.socket}/.s.PGSQL.5432"
        self.proxies = {name: Proxy(self.loop, path, seed + place)
                        for place, name in enumerate(("api", "worker-1", "worker-2", "watch"))}
        self.programs, self.port, self.small_disk = {}, 0, False
        self.newcomers, self.wave = [], 0

    def _cluster(self, command):
        # What the server writes goes nowhere near this program's pipes.
        with open(f"{self.cluster}/cluster.out", "w+", encoding="utf-8") as out:
            subprocess.run([ROOT / "deploy/cluster", command, self.cluster], stdout=out, stderr=subprocess.STDOUT, check=True)
            out.seek(0)
            return out.read()

    def __enter__(self):
        try:
            return self._set_up()
        except BaseException:
            self.__exit__()
            raise

    def _set_up(self):
        for name in ("deploy", "services"):
            (self.folder / name).symlink_to(ROOT / name)
        disk = self.folder / "var/disk"
        disk.mkdir(parents=True)
        if os.geteuid() == 0:
            self.small_disk = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk], check=False).returncode == 0
        self.environment["JOBSCOUT_INDEX"] = str(disk / "index")
        self.run(BIN / "jobscout-indexer", "migrate")
        self.feed("steady", "".join(posting(f"s{number}", "steadymark", "Welder") for number in range(12)))
        self.feed("waves", "")
        self.feed("arriving", "")
        self.next_wave()
        self.run(BIN / "jobscout-indexer", "ingest", self.folder / "steady.ndjson")
        self.run(ROOT / "deploy/tokens", "var")
        self.run(BIN / "jobscout-account", "make-key", "var/account.key")
        sources = [{"name": name, "url": f"{name}.ndjson", "complete": name == "waves", "schedule": {"every_minutes": 60}}
                   for name in ("steady", "waves", "arriving")]
        (self.folder / "sources.json").write_text(json.dumps({"sources": sources}), encoding="utf-8")
        self.tokens = dict(line.split() for line in (self.folder / "var/tokens.txt").read_text(encoding="utf-8").splitlines())
        return self

    def __exit__(self, *_):
        for process in self.programs.values():
            process.kill()
            process.wait()
        if self.small_disk:
            subprocess.run(["umount", "-l", self.folder / "var/disk"], check=False)
        subprocess.run([ROOT / "deploy/cluster", "stop", self.cluster], check=False)
        subprocess.run(["rm", "-rf", self.folder, self.cluster], check=True)

    # -- Its sources
    def feed(self, name, text):
        (self.folder / f"{name}.new").write_text(text, encoding="utf-8")
        (self.folder / f"{name}.new").rename(self.folder / f"{name}.ndjson")

    def next_wave(self):
        """Of `waves` some are gone, some new and all changed; `arriving` has one more."""
        self.wave += 1
        self.wave_names = [f"w{number}" for number in range(self.wave, self.wave + 10)]
        self.newcomers.append(f"n{self.wave}")
        self.feed("waves", "".join(posting(name, f"wavemark{self.wave}x") for name in self.wave_names))
        self.feed("arriving", "".join(posting(name, "newcomermark") for name in self.newcomers))

    # -- Its programs
    def begin(self, name, preload=None):
        """Starts `api`, `worker-N` or `watch`."""
        environment = self.environment | {"JOBSCOUT_DATABASE": f"host=127.0.0.1 port={self.proxies[name].port} dbname={self.name}"}
        environment |= preload or {}
        command = {
            "api": ["jobscout-api", "--port", str(self.port), "--tokens", "var/tokens.json", "--account-key", "var/account.key",
                    "--plain-cookies", "--refresh-interval-ms", "200", "--requests-burst", "0", "--account-requests-burst", "0"],
            "watch": ["jobscout-indexer", "watch", "--sources", "sources.json", "--fetched", "var/disk/fetch",
                      "--status", "var/disk/status.json"],
        }.get(name, ["jobscout-worker", "--lease-ms", "2000", "--poll-interval-ms", "100", "--alert-interval-s", "1",
                     "--smtp-url", f"smtp://127.0.0.1:{self.mailbox.port}", "--smtp-without-tls"])
        with open(self.folder / f"{name}.log", "a", encoding="utf-8") as log:
            process = subprocess.Popen([BIN / command[0], *command[1:]], cwd=self.folder, env=environment, text=True,
                                       stdout=subprocess.PIPE if name == "api" else log, stderr=log)
        if name == "api":
            line = process.stdout.readline()
            if not line:
                raise Wrong("the API does not start: " + self.tail("api"))
            self.port = port_of(line)
        self.programs[name] = process

    def kill(self, name, signal_number=signal.SIGKILL):
        """Its status."""
        process = self.programs.pop(name)
        process.send_signal(signal_number)
        return process.wait(40)

    def tail(self, name):
        return " | ".join((self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace").splitlines()[-3:])

    def said(self, name, words):
        return (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace").count(words)

    def clock_of(self, name):
        """By the last line of its log, in seconds since 1970."""
        lines = re.findall(r'^{"time":"([^"]+)Z"', (self.folder / f"{name}.log").read_text(encoding="utf-8"), re.MULTILINE)
        return datetime.datetime.fromisoformat(lines[-1] + "+00:00").timestamp()

    def died(self):
        return [f"{name} ended of itself with {process.returncode}: {self.tail(name)}"
                for name, process in self.programs.items() if process.poll() is not None]

    # -- Its database, past every proxy
    def ask(self, statement):
        done = subprocess.run(["psql", "-XAtqv", "ON_ERROR_STOP=1", "-h", self.socket, "-U", "postgres", "-d", self.name,
                               "-F", " ", "-c", statement], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            raise Wrong(f"psql: {done.stderr.strip()}")
        return done.stdout.splitlines()

    def database_answers(self):
        return subprocess.run(["psql", "-XAtqc", "SELECT 1", "-h", self.socket, "-U", "postgres", "-d", self.name], check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def postmaster(self):
        return int(pathlib.Path(self.ask("SHOW data_directory")[0], "postmaster.pid").read_text(encoding="utf-8").split()[0])

    def restart_database(self, killed):
        """After its postmaster was killed: until its children have ended and it is reaped, it cannot be started."""
        until("the postmaster is gone", lambda: not os.path.exists(f"/proc/{killed}"))

        def started():
            try:
                self._cluster("start")
                return self.database_answers()
            except subprocess.CalledProcessError:
                return False
        until("PostgreSQL starts again", started, 60)

    def make_due(self):
        self.ask("UPDATE source_run SET started_at = started_at - interval '1 day', finished_at = finished_at - interval '1 day', "
                 "failures = 0")

    def check(self):
        done = subprocess.run([BIN / "jobscout-indexer", "check"], cwd=self.folder, env=self.environment, text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode or "0 faults" not in done.stdout:
            raise Wrong(f"jobscout-indexer check: {done.returncode} {done.stdout}")
