"""Callers who ask all the time, whatever becomes of their requests, and what they were told (an open loop)."""

import collections
import concurrent.futures
import http.client
import json
import random
import threading
import time
import uuid

SOCKET_TIMEOUT_S = 25
RESOLVED_WITHIN_S = 40


class Thing:
    """One thing that a caller has made; who holds its lock may ask about it."""

    def __init__(self, kind, marker):
        self.kind, self.marker, self.markers = kind, marker, [marker]
        self.id, self.version, self.gone, self.touched = None, 0, False, True
        self.lock = threading.Lock()


class Kind:
    """How things of a kind are written. `body(marker)` has the marker in it, `marker_of(json)` is it."""

    def __init__(self, name, path, body, marker_of, kept):
        self.name, self.path, self.body, self.marker_of, self.kept = name, path, body, marker_of, kept


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


class Callers:
    def __init__(self, port, tokens, kinds, known, seed, rate):
        self.port, self.tokens, self.kinds, self.known, self.rate = port, tokens, kinds, known, rate
        self.random = random.Random(seed)
        self.things, self.guard = [], threading.Lock()
        self.wrong = []  # Sentences: what no fault excuses.
        self.errors = []  # (time, what) of answers that are none: told of in the table.
        self.asked = collections.Counter()
        self.pool = concurrent.futures.ThreadPoolExecutor(32)
        self.connections = threading.local()
        self.paused, self.stopped, self.unresolved, self.late = threading.Event(), False, 0, 0.0
        self.session = {}
        self.session_excused = False
        self.registered = []
        self.thread = threading.Thread(target=self._dispatch, daemon=True)

    # -- Asking
    def ask(self, method, path, body=None, headers=None, who="candidate-1"):
        """The answer, or None where none came. 5xx is held to have Retry-After."""
        headers = dict(headers or {})
        if who:
            headers["Authorization"] = "Bearer " + self.tokens[who]
        if body is not None:
            headers["Content-Type"] = "application/json"
        what = f"{method} {path.partition('?')[0]}"
        began = time.monotonic()
        try:
            connection, used = getattr(self.connections, "one", None), getattr(self.connections, "used", began)
            self.connections.used = began
            if connection is not None and began - used > 8:  # The server ends idle ones after 15 s.
                connection.close()
            if connection is None:
                connection = self.connections.one = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SOCKET_TIMEOUT_S)
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
            if (response.headers.get("Connection") or "").lower() == "close":
                connection.close()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            self.errors.append((time.monotonic(), type(error).__name__))
            self.last_error = f"{what}: {error!r}"
            if isinstance(error, TimeoutError):
                self.wrong.append(f"{what}: no answer within {SOCKET_TIMEOUT_S} s, asked at {began:.1f}")
            return None
        self.asked[answer.status] += 1
        if answer.status >= 500 or answer.status == 429:
            if answer.status != 429 or path != "/v1/accounts":  # One address may register only so often.
                self.errors.append((time.monotonic(), str(answer.status)))
            if not answer.headers.get("Retry-After"):
                self.wrong.append(f"{what}: {answer.status} without Retry-After: {answer.body[:200]!r}")
        return answer

    def until_known(self, method, path, body=None, headers=None, who="candidate-1"):
        """Asks again while nobody says what became of it: (answer, whether one before may have been done)."""
        doubt, end = False, time.monotonic() + RESOLVED_WITHIN_S
        while True:
            answer = self.ask(method, path, body, headers, who)
            if answer and answer.status not in (429, 500, 503):
                return answer, doubt
            doubt = doubt or answer is None or answer.status != 429
            if time.monotonic() > end:
                self.wrong.append(f"{method} {path}: not done within {RESOLVED_WITHIN_S} s; last {answer and answer.status}")
                return answer, doubt
            time.sleep(0.25)

    def told(self, thing, answer, what):
        self.wrong.append(f"{what} of {thing.kind.name} {thing.id} ({thing.marker}): "
                          f"{answer.status if answer else 'nothing'} {answer.body[:200] if answer else ''}")

    # -- Writing
    def make(self, kind):
        thing = Thing(kind, f"m{uuid.UUID(int=self.random.getrandbits(128)).hex[:12]}")
        with thing.lock:
            answer, doubt = self.until_known("POST", kind.path, kind.body(thing.marker), {"Idempotency-Key": uuid.uuid4().hex})
            if answer and answer.status in (200, 201):
                thing.id = answer.json()["id"]
                thing.version = 1
            elif not (answer and answer.status == 409 and doubt):
                self.told(thing, answer, "making")
            # 409: nobody knows whether it was done. Then it is there once, or not at all.
            with self.guard:
                self.things.append(thing)
        return thing

    def change(self, thing):
        marker = f"m{uuid.UUID(int=self.random.getrandbits(128)).hex[:12]}"
        thing.markers.append(marker)
        answer, doubt = self.until_known("PUT", f"{thing.kind.path}/{thing.id}", thing.kind.body(marker),
                                         {"If-Match": f'"{thing.version}"'})
        if answer and answer.status == 412 and doubt:  # It was done, and nobody else changes it.
            answer, _ = self.until_known("GET", f"{thing.kind.path}/{thing.id}")
            if answer and answer.status == 200 and thing.kind.marker_of(answer.json()) == marker:
                thing.version += 1
                thing.marker = marker
                return
        elif answer and answer.status == 200:
            thing.version += 1
            thing.marker = marker
            return
        self.told(thing, answer, "change")

    def remove(self, thing):
        answer, doubt = self.until_known("DELETE", f"{thing.kind.path}/{thing.id}")
        if answer and (answer.status in (200, 204) or answer.status == 404 and doubt):
            thing.gone = True
        else:
            self.told(thing, answer, "removal")

    def read(self, thing, surely=False):
        path = f"{thing.kind.path}/{thing.id}"
        answer = self.until_known("GET", path)[0] if surely else self.ask("GET", path)
        if answer is None or answer.status in (429, 503):
            return
        if thing.gone:
            if answer.status != 404:
                self.told(thing, answer, "what was removed is back: reading")
        elif answer.status != 200:
            self.told(thing, answer, "what was stored is lost: reading")
        elif (found := thing.kind.marker_of(answer.json())) != thing.marker or \
                answer.headers.get("ETag", f'"{thing.version}"') != f'"{thing.version}"':
            self.told(thing, answer, f"content is {found} at {answer.headers.get('ETag')}, not {thing.marker} at {thing.version}:")

    def look(self):
        """At an answer that is known."""
        method, path, body, expected = self.random.choice(self.known)
        answer = self.ask(method, path, body)
        if answer and answer.status not in (429, 503):
            if answer.status != 200 or (found := ids_of(answer.json())) != expected:
                self.wrong.append(f"{method} {path}: a wrong answer: {answer.status} "
                                  f"{found if answer.status == 200 else answer.body[:200]}, and not {expected}")

    def register(self):
        email = f"r{uuid.uuid4().hex[:12]}@mail.example"
        answer = self.ask("POST", "/v1/accounts", {"email": email, "password": "seven stones lie in the cove"}, who=None)
        self.registered.append((email, bool(answer and answer.status == 202)))
        if answer and answer.status not in (202, 429, 503):
            self.wrong.append(f"registration: {answer.status} {answer.body[:200]}")

    def be_signed_in(self):
        answer = self.ask("GET", "/v1/accounts/me", headers=self.session, who=None)
        if answer and answer.status not in (200, 429, 503) and not (answer.status == 401 and self.session_excused):
            self.wrong.append(f"the session: {answer.status} {answer.body[:200]}")

    # -- The loop
    def one(self, due):
        self.late = max(self.late, time.monotonic() - due)
        dice = self.random.random()
        if dice < 0.02:
            return self.register()
        if dice < 0.06:
            return self.be_signed_in()
        if dice < 0.30:
            return self.look()
        kind = self.random.choice(self.kinds)
        with self.guard:
            mine = [thing for thing in self.things if thing.kind is kind and thing.id and not thing.gone]
            if len(mine) < kind.kept / 2 or dice < 0.40 and len(mine) < kind.kept:
                thing = None
            else:
                free = [thing for thing in self.random.sample(mine, min(4, len(mine))) if thing.lock.acquire(False)]
                for other in free[1:]:
                    other.lock.release()
                if not free:
                    return None
                thing = free[0]
        if thing is None:
            return self.make(kind)
        try:
            thing.touched = True
            if dice < 0.60:
                self.read(thing)
            elif dice < 0.90 or len(mine) < kind.kept / 2:
                self.change(thing)
            else:
                self.remove(thing)
        finally:
            thing.lock.release()
        return None

    def _dispatch(self):
        due = time.monotonic()
        while not self.stopped:
            if self.paused.is_set():
                time.sleep(0.01)
                due = time.monotonic()
                continue
            due += self.random.expovariate(self.rate)
            time.sleep(max(0, due - time.monotonic()))
            with self.guard:
                self.unresolved += 1
            self.pool.submit(self._guarded, due)

    def _guarded(self, due):
        try:
            self.one(due)
        except Exception as error:  # Of ours: it must not be lost in the pool.
            self.wrong.append(f"the suite itself: {error!r}")
        finally:
            with self.guard:
                self.unresolved -= 1

    def end(self):
        self.stopped = True
        if self.thread.is_alive():
            self.thread.join()
        self.pool.shutdown(cancel_futures=True)

    def settle(self):
        """Nobody asks any more, and everything asked is answered."""
        self.paused.set()
        end = time.monotonic() + RESOLVED_WITHIN_S + SOCKET_TIMEOUT_S
        while self.unresolved and time.monotonic() < end:
            time.sleep(0.01)
        if self.unresolved:
            self.wrong.append(f"{self.unresolved} requests are without an answer")


def ids_of(body):
    return [one.get("id") or one["posting"]["id"] for one in body.get("postings", body.get("matches"))]
