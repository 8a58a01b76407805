#!/usr/bin/env python3
"""The two kinds of peer that curl cannot be, for tests/deploy/proxy_test.

  proxy_peers.py smuggle PORT    sends what two servers could read differently over TLS; prints a line for each, and 1 if
                                 any hides a request from the proxy
  proxy_peers.py break FILE      is a node whose connections break once a request has come; writes its port into FILE, then the
                                 method of each request
"""

import socket
import ssl
import sys
import threading

HIDDEN = "GET /healthz HTTP/1.1\r\nHost: jobs.example\r\n\r\n"
HEAD = "POST /v1/crs HTTP/1.1\r\nHost: jobs.example\r\nContent-Type: application/json\r\n"


def lengths(*fields):
    return HEAD + "".join(f"{field}\r\n" for field in fields) + "\r\n"


END = "0\r\n\r\n"
# In each one reader ends the request before HIDDEN, and another has it as a request of its own.
SHAPES = {
    "a length beside chunks": lengths(f"Content-Length: {len(END + HIDDEN)}", "Transfer-Encoding: chunked") + END + HIDDEN,
    "chunks beside a length": lengths("Transfer-Encoding: chunked", "Content-Length: 4")
    + f"{len(HIDDEN):x}\r\n{HIDDEN}\r\n{END}",
    "chunked after something else": lengths(f"Content-Length: {len(END + HIDDEN)}", "Transfer-Encoding: x, chunked") + END + HIDDEN,
    "chunked before something else": lengths(f"Content-Length: {len(END + HIDDEN)}", "Transfer-Encoding: chunked, x") + END + HIDDEN,
    "chunked with a space before the colon": lengths(f"Content-Length: {len(END + HIDDEN)}", "Transfer-Encoding : chunked")
    + END + HIDDEN,
    "chunked on a folded line": lengths(f"Content-Length: {len(END + HIDDEN)}", "X: y\r\n Transfer-Encoding: chunked") + END + HIDDEN,
    "chunked after a vertical tab": lengths(f"Content-Length: {len(END + HIDDEN)}", "Transfer-Encoding:\vchunked") + END + HIDDEN,
    "two lengths": lengths("Content-Length: 2", f"Content-Length: {2 + len(HIDDEN)}") + "{}" + HIDDEN,
    "two lengths in one field": lengths(f"Content-Length: 2, {2 + len(HIDDEN)}") + "{}" + HIDDEN,
    "a length with a sign": lengths(f"Content-Length: +{2 + len(HIDDEN)}") + "{}" + HIDDEN,
    "a chunk size with another base": lengths("Transfer-Encoding: chunked") + f"0x{len(HIDDEN):x}\r\n{HIDDEN}\r\n{END}",
    "a chunk size that wraps": lengths("Transfer-Encoding: chunked") + f"1{0:015x}{len(HIDDEN):x}\r\n{HIDDEN}\r\n{END}",
    "a line feed alone after the head": HEAD + f"Content-Length: {len(HIDDEN)}\n\n" + HIDDEN,
    "a length that a carriage return hides": lengths("X: y\rContent-Length: 0", f"Content-Length: {len(HIDDEN)}") + HIDDEN,
}


def exchange(port, request):
    """All that comes until the other side ends, or is silent for a moment."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain, context.wrap_socket(plain) as tls:
        tls.sendall(request.encode())
        tls.settimeout(0.3)
        try:
            while piece := tls.recv(65536):
                answer += piece
        except (TimeoutError, ssl.SSLError, ConnectionError):
            pass
    return answer


def smuggle(port):
    hides = False
    for name, request in SHAPES.items():
        answer = exchange(port, request)
        statuses = [line.split()[1].decode() for line in answer.split(b"\r\n") if line.startswith(b"HTTP/1.")]
        # A second answer is to HIDDEN; the caller sees in the log of the API that none went on to it, either.
        found = len(statuses) > 1 or not statuses
        hides = hides or found
        print(f"{'FOUND' if found else 'fine'} {name}: {' '.join(statuses)}", flush=True)
    return hides


def break_after_requests(path):
    listener = socket.create_server(("127.0.0.1", 0))

    def serve(connection):
        with connection:
            data = b""
            while b"\r\n\r\n" not in data and (piece := connection.recv(65536)):
                data += piece
            method, _, rest = data.decode(errors="replace").partition(" ")
            if rest.startswith("/readyz "):
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            elif data:
                with open(path, "a", encoding="utf-8") as lines:
                    lines.write(method + "\n")

    with open(path, "w", encoding="utf-8") as lines:
        lines.write(f"{listener.getsockname()[1]}\n")
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()


if sys.argv[1] == "smuggle":
    sys.exit(smuggle(int(sys.argv[2])))
break_after_requests(sys.argv[2])
