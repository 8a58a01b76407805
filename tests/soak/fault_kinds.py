"""What is done to the system: each is a function of (system, callers, random) that ends when the harm is over, and tells
what it did. WEIGHTS says how often each is drawn."""

import glob
import os
import resource
import signal
import socket
import time

from fault_system import Wrong, until

FAKETIME = (glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1") or [None])[0]


def wait(random, least, most):
    time.sleep(random.uniform(least, most))


def kill_program(system, callers, random):
    name = random.choice(["api", "api", "worker-1", "worker-2", "watch"])
    system.kill(name)
    wait(random, 0, 0.3)
    system.begin(name)
    return f"SIGKILL of {name}"


def kill_backend(system, callers, random):
    """PostgreSQL ends every session and recovers."""
    rows = system.ask("SELECT pid, usename FROM pg_stat_activity WHERE usename LIKE 'jobscout%' ORDER BY pid")
    if not rows:
        return "no backend"
    pid, user = random.choice(rows).split()
    os.kill(int(pid), signal.SIGKILL)
    until("PostgreSQL answers", system.database_answers)
    return f"SIGKILL of a backend of {user}"


def kill_postmaster(system, callers, random):
    postmaster = system.postmaster()
    os.kill(postmaster, signal.SIGKILL)
    wait(random, 0, 1)
    system.restart_database(postmaster)
    return "SIGKILL of the postmaster"


def proxied(mode):
    def harm(system, callers, random):
        name = random.choice(list(system.proxies)) if random.random() < 0.5 else "api"
        proxy = system.proxies[name]
        before = proxy.hurt
        proxy.set(mode)
        if mode == "refuse":
            proxy.reset()
        wait(random, 0.5, 2.5)
        if mode == "stall" and random.random() < 0.5:
            proxy.reset()
        proxy.set("pass")
        return f"{mode} of {name}, {proxy.hurt - before} connections"
    return harm


def reset(system, callers, random):
    ended = 0
    for _ in range(random.randrange(2, 7)):
        for proxy in random.sample(list(system.proxies.values()), 2):
            ended += proxy.reset()
        wait(random, 0, 0.3)
    return f"{ended} connections reset"


def descriptors(system, callers, random):
    """EMFILE, under many connections; the API is back to its limit in the end."""
    process = system.programs["api"]
    before = resource.prlimit(process.pid, resource.RLIMIT_NOFILE)
    now = len(os.listdir(f"/proc/{process.pid}/fd"))
    resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (now + random.randrange(0, 8), before[1]))
    held = []
    ticks = cpu_ticks(process.pid)
    began = time.monotonic()
    try:
        for _ in range(100):
            one = socket.socket()
            one.settimeout(0.2)
            one.connect(("127.0.0.1", system.port))
            held.append(one)
        wait(random, 0.5, 1.5)
        used = (cpu_ticks(process.pid) - ticks) / os.sysconf("SC_CLK_TCK") / (time.monotonic() - began)
    finally:
        for one in held:
            one.close()
        resource.prlimit(process.pid, resource.RLIMIT_NOFILE, before)
    return f"EMFILE at {now} descriptors under 100 connections, {used:.1f} cores meanwhile"


def cpu_ticks(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def clock(system, callers, random):
    """The clock of one program jumps while it runs: a day on, or an hour back, and then to what it was."""
    name = random.choice(["api", "worker-1"])
    file = system.folder / "clock"
    file.write_text("+0\n", encoding="utf-8")
    status = system.kill(name, signal.SIGTERM)
    if status:
        callers.wrong.append(f"{name} ended with {status} when told to stop")
    system.begin(name, {"LD_PRELOAD": FAKETIME, "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"})
    wait(random, 0.3, 0.8)
    jump = random.choice(["+86400", "-3600"])
    callers.session_excused = name == "api" and jump == "+86400"
    file.write_text(jump + "\n", encoding="utf-8")
    until(f"the clock of {name} jumps", lambda: abs(system.clock_of(name) - time.time() - int(jump)) < 60)
    wait(random, 0.8, 2)
    file.write_text("+0\n", encoding="utf-8")
    wait(random, 0.2, 0.5)
    system.kill(name, signal.SIGTERM)
    system.begin(name)
    return f"clock of {name} {jump} s"


def watch_again(system, callers):
    """With all its sources due, as an operator does who has made room."""
    if status := system.kill("watch", signal.SIGTERM):
        callers.wrong.append(f"the watch ended with {status} when told to stop: {system.tail('watch')}")
    system.make_due()
    system.begin("watch")


def is_so_within(seconds, condition):
    try:
        until("it is so", condition, seconds)
    except Wrong:
        return False
    return True


def full_disk(system, callers, random):
    """Of the index, the watch's folder and its status, while the watch has something to take in."""
    path = system.folder / "var/disk/filling"
    before = system.said("watch", "No space left on device")

    def is_told():
        return system.said("watch", "No space left on device") > before

    def fill(left):
        try:
            while filling.write(b"x" * 65536):
                pass
        except OSError:
            filling.truncate(max(0, filling.tell() - left))
            filling.seek(0, os.SEEK_END)

    try:
        with open(path, "wb", buffering=0) as filling:
            fill(random.choice([0, 0, 8192]))
            system.next_wave()
            watch_again(system, callers)
            if not is_so_within(8, is_told):
                fill(0)  # What was left was enough for the wave.
                system.next_wave()
                watch_again(system, callers)
            until("the watch tells of the full disk", is_told)
            wait(random, 0, 1.5)
    finally:
        path.unlink()
    watch_again(system, callers)
    return f"disk full, which the watch told {system.said('watch', 'No space left on device') - before} times"


def slow_database(system, callers, random):
    """Processes of PostgreSQL stand still for a while, as behind a slow disk."""
    kinds = random.choice(["'checkpointer'", "'walwriter'", "'client backend'", "'checkpointer', 'walwriter', 'client backend'"])
    stopped = 0
    for _ in range(random.randrange(2, 6)):
        pids = [int(pid) for pid in system.ask("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
                                               f"backend_type IN ({kinds})")]
        signalled = []
        try:
            for pid in pids:
                try:
                    os.kill(pid, signal.SIGSTOP)
                    signalled.append(pid)
                except ProcessLookupError:
                    continue
            wait(random, 0.1, 0.5)
        finally:
            for pid in signalled:
                try:
                    os.kill(pid, signal.SIGCONT)
                except ProcessLookupError:
                    continue
        stopped += len(signalled)
        wait(random, 0.05, 0.2)
    return f"SIGSTOP of {kinds.count(',') + 1} kinds, {stopped} times"


WEIGHTS = {
    "kill a program": (kill_program, 6), "kill a backend": (kill_backend, 2), "kill the postmaster": (kill_postmaster, 2),
    "connections refused": (proxied("refuse"), 2), "connections reset": (reset, 2), "connections stall": (proxied("stall"), 2),
    "connections delayed": (proxied("delay"), 1), "answers cut": (proxied("cut"), 2), "commits untold": (proxied("commit"), 2),
    "no descriptors": (descriptors, 2), "clock jumps": (clock, 2), "disk full": (full_disk, 2), "disk slow": (slow_database, 2),
}
