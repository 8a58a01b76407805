"""Load on a cluster at a rate of its own, whatever the answers: writes whose content is known, repeated under their
Idempotency-Key until they are acknowledged, and reads whose answers are known. Every attempt is noted."""

import collections
import concurrent.futures
import http.client
import json
import pathlib
import random
import ssl
import threading
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2026-11-16"
PATIENCE_S = 120

Attempt = collections.namedtuple("Attempt", "began ended kind status fault")


class Load:
    def __init__(self, folder, address, per_second):
        self.address = address
        self.period = 1 / per_second
        self.context = ssl.create_default_context(cafile=folder / "keys/authority.pem")
        token = next(line.split()[1] for line in (folder / "tokens.txt").read_text().splitlines() if line.startswith("candidate-1 "))
        self.authorization = {"Authorization": f"Bearer {token}"}
        self.document = json.loads((ROOT / "deploy/sample/candidate.json").read_text())
        self.lock = threading.Lock()
        self.attempts = []
        self.wrong = []
        self.asked = set()  # Names of all that were to be stored.
        self.acknowledged = {}  # Name: (candidate, application).
        self.unresolved = set()
        self.known = {}
        self.thread = None
        self.ending = threading.Event()

    def request(self, method, path, body=None, headers=(), address=None):
        """Status, Retry-After, body; status 0 where there was no whole answer."""
        connection = http.client.HTTPSConnection(*(address or (self.address, 443)), timeout=25, context=self.context)
        try:
            connection.request(method, path, body and json.dumps(body), {"Content-Type": "application/json", **dict(headers)})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Retry-After"), answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            return 0, None, repr(error)
        finally:
            connection.close()

    def attempt(self, kind, *what):
        began = time.monotonic()
        status, retry_after, body = self.request(*what)
        failed = status == 0 or status >= 500
        with self.lock:
            self.attempts.append(Attempt(began, time.monotonic(), kind, status, failed))
            if status >= 500 and not retry_after:
                self.wrong.append(f"{kind}: {status} without Retry-After: {body[:200]}")
            elif status not in (0, 200, 201, 409) and status < 500:
                self.wrong.append(f"{kind}: {status}: {body[:300]}")
        return status, body

    def store(self, kind, path, body):
        """The answer once it is acknowledged; None where it is not known whether it was stored."""
        key = {**self.authorization, "Idempotency-Key": str(uuid.uuid4())}
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            status, answer = self.attempt(kind, "POST", path, body, key)
            if status in (200, 201):
                return json.loads(answer)
            if 0 < status < 500 and status != 409:
                return None
            time.sleep(1)
        return None

    def write(self, name):
        document = {**self.document, "resume": {"basics": {"name": name, "email": "soak@example.com"}}}
        with self.lock:
            self.asked.add(name)
        candidate = self.store("write", "/v1/candidates", document)
        application = candidate and self.store("write", "/v1/applications", {"candidate": candidate["id"], "posting_id": "4"})
        with self.lock:
            if application:
                self.acknowledged[name] = (candidate["id"], application["id"])
            else:
                self.unresolved.add(name)

    @staticmethod
    def gist(body):
        """What must not change: the postings, in their order, as they are told."""
        told = json.loads(body)
        if "matches" in told:
            return [match.get("posting", match).get("id") for match in told["matches"]]
        return told.get("postings", told)

    def learn(self, addresses):
        """What the questions are answered with, by each of these nodes the same."""
        searches = [f"/v1/postings?q={query}&as_of={DAY}" for query in ("welder", "engineer", "soudeur", "province:NS", "nurse")]
        questions = [("GET", path, None) for path in (*searches, "/v1/postings/1", "/v1/postings/4/evidence")]
        questions.append(("POST", f"/v1/matches?as_of={DAY}&limit=5", self.document))
        self.known = {}
        for question in questions:
            answers = [self.request(*question, address=address) for address in addresses]
            if any(status != 200 for status, _, _ in answers):
                raise RuntimeError(f"{question[:2]}: {answers}")
            gists = [self.gist(body) for _, _, body in answers]
            if not gists[0] or any(gist != gists[0] for gist in gists):
                raise RuntimeError(f"{question[:2]}: nodes do not agree, or know nothing")
            self.known[question[:2]] = (question, gists[0])

    def ask_each(self, addresses):
        """Every question, of each node itself: what is wrong is told."""
        for question, gist in self.known.values():
            for address in addresses:
                status, _, body = self.request(*question, address=address)
                if status != 200 or self.gist(body) != gist:
                    self.tell(f"{question[1]} of {address[0]}: {status}: {body[:300]}")

    def read(self):
        with self.lock:
            stored = list(self.acknowledged.items())[-50:]
        if stored and random.random() < 0.4:
            name, (candidate, _) = random.choice(stored)
            status, body = self.attempt("read", "GET", f"/v1/candidates/{candidate}", None, self.authorization)
            if status == 200 and name not in body:
                self.tell(f"{candidate} is not as it was acknowledged")
            return
        question, gist = random.choice(list(self.known.values()))
        status, body = self.attempt("read", *question)
        if status == 200 and self.gist(body) != gist:
            self.tell(f"{question[1]} is answered otherwise: {body[:300]}")

    def tell(self, what):
        with self.lock:
            self.wrong.append(what)

    def start(self):
        self.ending.clear()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        due = time.monotonic()
        futures = []
        with concurrent.futures.ThreadPoolExecutor(600) as pool:
            while not self.ending.is_set():
                futures.append(pool.submit(self.write, f"Soak {uuid.uuid4()} (fictional)") if len(futures) % 2 else pool.submit(self.read))
                due += self.period
                self.ending.wait(max(0, due - time.monotonic()))
        for future in futures:
            if future.exception():
                self.tell(repr(future.exception()))

    def stop(self):
        """Waits until everything that was asked has its answer."""
        self.ending.set()
        self.thread.join()

    def since(self, moment):
        with self.lock:
            return [attempt for attempt in self.attempts if attempt.ended >= moment]
