"""What a server bears for five minutes: 64 clients that ask, beside others that misbehave.

The 64 ask what people and programs do (``benchmarks.serving``): pages, lists, histories, questions
and texts to be checked. Beside them others send their head or body, or take their answer, byte by
byte, and others hang up in the middle. Nothing may go wrong for those who ask, and the memory of
the server and its workers is to stay what it was. At the end it is told to stop while checks
are under way: these are answered, the port is free, and no process is left. Run with ``make
bench-load``, or ``python -m benchmarks.load SECONDS``.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import Popen
from typing import Final
from urllib.request import Request, urlopen

from benchmarks.serving import (
    CLIENTS,
    MIX,
    PAGE,
    SUMMITRY,
    family,
    free_port,
    load,
    memory,
    row,
    running,
)

SECONDS: Final = 300
SAMPLES: Final = 30
FLAT: Final = 1.1
SLOW: Final = 16
"""Clients of each of the three slow kinds."""

HASTY: Final = 8
UNDER_WAY: Final = 8
SECONDS_OF_A_BYTE: Final = 0.25
SECONDS_BETWEEN: Final = 1
SECONDS_TO_END: Final = 30
SECONDS_TO_LEAVE: Final = 5

CHECK: Final = b"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
LONG: Final = b"GET /api/v1/encounters?limit=500 HTTP/1.1\r\nHost: x\r\n\r\n"


class Nuisance:
    """Clients that misbehave, in a thread of their own; ``met`` counts how each of them fared."""

    def __init__(self, port: int) -> None:
        self.met: Counter[str] = Counter()
        self._port = port
        self._over = threading.Event()

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """A time in which they are at it."""
        thread = threading.Thread(target=lambda: asyncio.run(self._all()))
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()

    async def _all(self) -> None:
        slow: tuple[tuple[str, Callable[[], Awaitable[None]]], ...] = (
            ("heads byte by byte", lambda: self._send(b"GET /", b"X" * 100_000)),
            (
                "bodies byte by byte",
                lambda: self._send(CHECK + b"Content-Length: 5000\r\n\r\n", b"P" * 5000),
            ),
            ("answers taken byte by byte", self._take),
        )
        tasks = [
            asyncio.create_task(self._again(name, act)) for name, act in slow for _ in range(SLOW)
        ]
        tasks += [asyncio.create_task(self._again("hung up", self._hang_up)) for _ in range(HASTY)]
        await asyncio.to_thread(self._over.wait)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _again(self, name: str, act: Callable[[], Awaitable[None]]) -> None:
        while True:
            # What the server does with them is its affair.
            with suppress(OSError):
                await act()
            self.met[name] += 1
            await asyncio.sleep(SECONDS_BETWEEN)

    async def _send(self, at_once: bytes, slowly: bytes) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            writer.write(at_once)
            for byte in slowly:
                if reader.at_eof():
                    return
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(SECONDS_OF_A_BYTE)
        finally:
            writer.transport.abort()

    async def _take(self) -> None:
        with socket.socket() as taker:
            taker.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            taker.settimeout(0)
            loop = asyncio.get_running_loop()
            await loop.sock_connect(taker, ("127.0.0.1", self._port))
            await loop.sock_sendall(taker, LONG)
            while await loop.sock_recv(taker, 1):  # noqa: ASYNC110 - it is slow on purpose
                await asyncio.sleep(SECONDS_OF_A_BYTE)

    async def _hang_up(self) -> None:
        text = PAGE.read_bytes()[:3000] + os.urandom(4).hex().encode()
        _, writer = await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(CHECK + f"Content-Length: {len(text)}\r\n\r\n".encode())
        writer.write(text[: random.choice((0, 1000, 3000, len(text)))])  # noqa: S311 - no secret
        await writer.drain()
        await asyncio.sleep(random.uniform(0, 0.3))  # noqa: S311
        writer.transport.abort()


def borne(at: str, port: int, server: Popen[bytes], seconds: int) -> bool:
    """Load the server, and print what came of it."""
    samples: list[float] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(seconds / SAMPLES):
            with suppress(OSError):
                samples.append(memory(server.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    nuisance = Nuisance(port)
    with nuisance.going_on():
        found = load(at, seconds, MIX)
        over.set()
        watcher.join()
        good = row(f"everything, for {seconds} s", found)
        told = ", ".join(f"{number} {name}" for name, number in sorted(nuisance.met.items()))
        print(f"beside {3 * SLOW + HASTY} who misbehaved; connections ended: {told}")
        good = stopped(at, port, server) and good
    settled = samples[len(samples) // 3 :]
    grown = max(settled) / settled[0]
    told = ", ".join(f"{one:.0f}" for one in samples)
    print(f"memory of the server and its workers: {told} MB; {grown:.2f} times at most")
    return good and grown <= FLAT


def stopped(at: str, port: int, server: Popen[bytes]) -> bool:
    """Tell the server to stop while checks are under way, and print how it did."""
    processes = list(family(server.pid))
    text = PAGE.read_text("utf-8")

    def check(number: int) -> bool:
        body = json.dumps({"text": f"{text}\n{number}"}).encode()
        asked = Request(  # noqa: S310 - our own
            f"{at}api/v1/check", body, {"Content-Type": "application/json"}
        )
        try:
            with urlopen(asked, timeout=SECONDS_TO_END) as answer:  # noqa: S310 - our own
                return bool(json.load(answer)["summary"])
        except OSError:
            return False

    with ThreadPoolExecutor(UNDER_WAY) as threads:
        asked = [threads.submit(check, number) for number in range(UNDER_WAY)]
        time.sleep(0.3)
        began = time.monotonic()
        server.send_signal(signal.SIGTERM)
        status = server.wait(SECONDS_TO_END)
        took = time.monotonic() - began
        answered = sum(one.result() for one in asked)
    left = [one for one in processes if not _has_ended(one)]
    try:
        socket.create_server(("127.0.0.1", port)).close()
        is_free = True
    except OSError:
        is_free = False
    print(
        f"told to stop: status {status} after {took:.1f} s; {answered} of {UNDER_WAY} checks"
        f" under way were answered; the port is {'free' if is_free else 'taken'};"
        f" {len(left)} processes left"
    )
    return status == 0 and answered == UNDER_WAY and is_free and not left


def _has_ended(process: int) -> bool:
    """Whether a process is gone within some seconds, or only waits for its end to be noticed."""
    until = time.monotonic() + SECONDS_TO_LEAVE
    while time.monotonic() < until:
        try:
            told = Path(f"/proc/{process}/stat").read_text("ascii")
        except OSError:
            return True
        if told.rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


def main() -> None:
    """Measure and print; the status is 1 if anything isn't as it should be."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    port = free_port()
    at = f"http://127.0.0.1:{port}/"
    command = [str(SUMMITRY), "serve", "--port", str(port), "--waiting", str(2 * CLIENTS)]
    with running(*command, ready=f"{at}api/v1/history?a=Putin&b=Obama") as server:
        good = borne(at, port, server, seconds)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
