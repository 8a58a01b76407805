"""What stands between the programs and what they talk to: a TCP proxy that does harm, and a server that counts mail."""

import asyncio
import random
import re
import socket
import struct
import threading

COMMITTED = b"C\0\0\0\x0bCOMMIT\0"
ROLLED_BACK = b"C\0\0\0\x0dROLLBACK\0"
COMMIT = b"Q\0\0\0\x0bCOMMIT\0"
ABORT = b"Q\0\0\0\x0aABORT\0"


class Loop:
    """One event loop in a thread of its own, for all that listens."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def do(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(30)


class Proxy:
    """Of a port on loopback to the socket of PostgreSQL. `mode`:

    pass     as it comes
    refuse   whoever comes is cut off
    stall    nothing moves, until the mode is another
    delay    each piece waits 5 to 60 ms
    cut      the next pieces of answers are passed on in half, and then the connection is reset
    commit   the next answers that a commit was done are kept back, and the connection is reset
    lie      commits are made rollbacks, and told to be done: what the suite has to find (--lie)
    """

    def __init__(self, loop, path, seed):
        self.loop, self.path, self.mode, self.hurt = loop, path, "pass", 0
        self.random = random.Random(seed)
        self.open, self.moving = set(), None
        self.port = loop.do(self._listen())

    async def _listen(self):
        self.moving = asyncio.Event()
        self.moving.set()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return server.sockets[0].getsockname()[1]

    def set(self, mode):
        async def change():
            self.mode = mode
            (self.moving.clear if mode == "stall" else self.moving.set)()
        self.loop.do(change())

    def reset(self):
        """All that are open, with RST."""
        async def end():
            count = len(self.open)
            for writer in list(self.open):
                self._abort(writer)
            return count
        return self.loop.do(end())

    @staticmethod
    def _abort(writer):
        own = writer.get_extra_info("socket")
        if own is not None and own.family == socket.AF_INET:
            own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    async def _serve(self, reader, writer):
        if self.mode == "refuse":
            self.hurt += 1
            self._abort(writer)
            return
        try:
            to_server = await asyncio.open_unix_connection(self.path)
        except OSError:
            self._abort(writer)
            return
        ends = (writer, to_server[1])
        self.open.add(writer)
        try:
            tasks = [asyncio.ensure_future(self._pass(reader, ends[1], ends, False)),
                     asyncio.ensure_future(self._pass(to_server[0], writer, ends, True))]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
        finally:
            self.open.discard(writer)
            for end in ends:
                end.close()

    async def _pass(self, reader, writer, ends, is_answer):
        lied = False
        try:
            while piece := await reader.read(65536):
                await self.moving.wait()
                if self.mode == "delay":
                    await asyncio.sleep(self.random.uniform(0.005, 0.06))
                if is_answer and (self.mode == "cut" and len(piece) > 1 or self.mode == "commit" and COMMITTED in piece):
                    if self.mode == "cut":
                        writer.write(piece[:self.random.randrange(1, len(piece))])
                        await writer.drain()
                    self.hurt += 1
                    for end in ends:
                        self._abort(end)
                    return
                if self.mode == "lie" and not is_answer and COMMIT in piece:
                    piece = piece.replace(COMMIT, ABORT)
                    self.hurt += 1
                if is_answer and ROLLED_BACK in piece and self.mode == "lie":
                    piece = piece.replace(ROLLED_BACK, COMMITTED)
                writer.write(piece)
                await writer.drain()
        except (ConnectionError, asyncio.CancelledError):
            return


class Mailbox:
    """An SMTP server that takes everything: `mails` has the texts by recipient."""

    def __init__(self, loop):
        self.mails = {}
        self.port = loop.do(self._listen())

    async def _listen(self):
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return server.sockets[0].getsockname()[1]

    async def _serve(self, reader, writer):
        recipient, text, in_data = "", [], False
        writer.write(b"220 mailbox\r\n")
        try:
            while line := await reader.readline():
                if in_data and line != b".\r\n":
                    text.append(line.decode())
                    continue
                word = line[:4].upper()
                if in_data:
                    in_data = False
                    self.mails.setdefault(recipient, []).append("".join(text))
                elif word == b"RCPT":
                    recipient = re.search(r"<(.*?)>", line.decode())[1]
                elif word == b"DATA":
                    in_data, text = True, []
                    writer.write(b"354 go on\r\n")
                    continue
                writer.write(b"221 bye\r\n" if word == b"QUIT" else b"250 mailbox\r\n")
        except ConnectionError:
            pass
        finally:
            writer.close()

    def secret_of(self, recipient):
        """The last that was mailed: of a link's fragment."""
        text = self.mails[recipient][-1].replace("=\r\n", "").replace("=3D", "=")
        return re.findall(r"#([A-Za-z0-9_-]+)", text)[-1]
