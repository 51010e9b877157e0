"""Serving: requests a second and the slowest hundredth, beside Datasette on the same record.

Both serve the same SQLite file on this machine, one after the other, to the same load: wrk with 64
clients. Datasette, which gives a table's rows as JSON, is installed in an environment of its own
in ``out/datasette``. A second measurement asks for another address each time, so that neither has
the answer already. A third asks for a minute what people and programs do: pages, lists narrowed
by facets, histories, questions and texts to be checked, most of them for the first time; nothing
may go wrong, and the memory of the server and its workers is to stay what it was. The last shows
why long jobs are done in processes. Run with ``make bench``, or ``python -m benchmarks.serving
SECONDS`` for longer.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.request import urlopen

from summitry.desk.find import Wanted, find
from summitry.desk.records import View, snapshot
from summitry.faces.jobs import Check
from summitry.faces.workers import Limits, Workers

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "examples" / "history-of-interactions.txt"
ENVIRONMENT: Final = ROOT / "out" / "datasette"
SUMMITRY: Final = Path(sys.executable).with_name("summitry")
CLIENTS: Final = 64
SECONDS: Final = 15
SECONDS_TO_START: Final = 60
ROWS: Final = 100

TWICE: Final = 2.0
HALF: Final = 0.5

DAYS: Final = """\
local day = 700000
request = function()
  day = day + 1
  if day > 739000 then day = 700000 end
  return wrk.format("GET", string.format(PATH, day))
end
"""
"""A script of wrk: each request asks for events since another day."""

ISO: Final = """\
local n = 0
request = function()
  n = n + 1
  local y, m, d = 1943 + n % 80, 1 + math.floor(n / 80) % 12, 1 + math.floor(n / 960) % 28
  return wrk.format("GET", string.format(PATH, y, m, d))
end
"""
"""The same, with the day as a date."""


MINUTE: Final = 60
SAMPLES: Final = 12
FLAT: Final = 1.1
"""How many times the memory after a third of the time there may be later on."""

MIX: Final = """\
local n = 0
local people = {"joe-biden", "barack-obama", "george-w-bush", "bill-clinton", "ronald-reagan"}
local others = {"vladimir-putin", "boris-yeltsin", "mikhail-gorbachev", "dmitry-medvedev"}
local form = {["Content-Type"] = "application/x-www-form-urlencoded"}
request = function()
  n = n + 1
  local k, one, other = n % 25, people[1 + n % 5], others[1 + n % 4]
  local y, m, d = 1943 + n % 80, 1 + math.floor(n / 80) % 12, 1 + math.floor(n / 960) % 28
  local day = string.format("%04d-%02d-%02d", y, m, d)
  if k == 0 then
    local text = "text=Biden+and+Putin+met+in+Geneva+in+June+2021.+They+spoke+on+" .. day
    return wrk.format("POST", "/check.html", form, text)
  elseif k == 1 then
    local question = "When+did+Obama+last+meet+Putin%3F"
    return wrk.format("GET", "/api/v1/ask?question=" .. question .. "&as_of=" .. day)
  elseif k == 2 then
    local two = "a=" .. one .. "&b=" .. other
    return wrk.format("GET", "/api/v1/history?words=40&until=" .. day .. "&" .. two)
  elseif k == 3 then
    return wrk.format("GET", "/browse.html?since=" .. day)
  elseif k == 4 then
    return wrk.format("GET", "/api/v1/facets?a=" .. one .. "&until=" .. day)
  elseif k == 5 then
    return wrk.format("GET", "/events.csv?a=" .. other .. "&since=" .. day)
  elseif k == 6 then
    return wrk.format("GET", "/person/" .. one .. "/person/" .. other .. ".html")
  elseif k < 12 then
    return wrk.format("GET", "/person/" .. (k < 9 and one or other) .. ".html")
  elseif k < 16 then
    return wrk.format("GET", "/search.html?q=" .. string.sub(other, 1, 2 + n % 6))
  elseif k < 20 then
    return wrk.format("GET", "/year/" .. (1985 + n % 30) .. ".html")
  end
  return wrk.format("GET", "/api/v1/encounters?since=" .. day)
end
"""
"""What people and programs ask: six of 25 requests are dear, each on another day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a server bore: requests a second, milliseconds, and how many went wrong."""

    rate: float
    median: float
    slowest: float
    wrong: int


# --- servers ------------------------------------------------------------------------------------


@contextmanager
def running(*command: str, ready: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server, from when it answers to the end of the block."""
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                with urlopen(ready, timeout=SECONDS_TO_START) as answer:  # noqa: S310 - our own
                    answer.read()
                break
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def datasette() -> str:
    """The command of Datasette, which is installed if it isn't there."""
    command = ENVIRONMENT / "bin" / "datasette"
    if not command.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)  # noqa: S603
        pip = str(ENVIRONMENT / "bin" / "pip")
        subprocess.run([pip, "install", "--quiet", "datasette"], check=True)  # noqa: S603
    return str(command)


def memory(process: int) -> float:
    """Megabytes that a process and those that it started hold, as far as they are its own."""
    total = 0.0
    for one in family(process):
        text = Path(f"/proc/{one}/smaps_rollup").read_text("ascii")
        found = re.search(r"^Pss: +(\d+) kB", text, flags=re.MULTILINE)
        total += int(found[1]) / 1024 if found else 0
    return total


def family(process: int) -> Iterator[int]:
    """A process, and all that it started."""
    yield process
    for thread in Path(f"/proc/{process}/task").iterdir():
        for child in (thread / "children").read_text("ascii").split():
            yield from family(int(child))


# --- load ---------------------------------------------------------------------------------------


def load(url: str, seconds: int, script: str = "") -> Load:
    """What a server bears of an address, or of those that a script makes."""
    with TemporaryDirectory() as folder:
        command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "30s", "--latency"]
        if script:
            file = Path(folder) / "load.lua"
            _, _, rest = url.partition("//")
            path = "/" + rest.partition("/")[2]
            file.write_text(f'local PATH = "{path}"\n{script}')
            command += ["-s", str(file)]
            url = url.split("?", maxsplit=1)[0]
        done = subprocess.run(  # noqa: S603 - our own command
            [*command, "-H", "Accept-Encoding: gzip", url],
            capture_output=True,
            check=True,
            text=True,
        )
    return _told(done.stdout)


def _told(text: str) -> Load:
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    errors = re.search(
        r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text
    )
    return Load(
        rate=float(_found(r"Requests/sec: +([\d.]+)", text)[1]),
        median=_milliseconds(text, "50%"),
        slowest=_milliseconds(text, "99%"),
        wrong=(int(wrong[1]) if wrong else 0) + sum(map(int, errors.groups()) if errors else ()),
    )


def _milliseconds(text: str, part: str) -> float:
    found = _found(rf"^ +{part} +([\d.]+)(us|ms|s|m) *$", text)
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}[found[2]]


def _found(pattern: str, text: str) -> re.Match[str]:
    found = re.search(pattern, text, flags=re.MULTILINE)
    if found is None:
        raise ValueError(f"wrk said what isn't known: {text}")
    return found


def row(what: str, found: Load, beside: Load | None = None) -> bool:
    """Print a measurement, and whether it is twice as much in half the time."""
    line = f"{what:<34} {found.rate:8,.0f} requests/s; half in {found.median:7.1f} ms, "
    line += f"99 % in {found.slowest:7.1f} ms; {found.wrong} wrong"
    good = not found.wrong
    if beside is not None:
        rates, times = found.rate / beside.rate, found.slowest / beside.slowest
        line += f"; {rates:.1f} times the requests, {times:.2f} of the time"
        good = good and rates >= TWICE and times <= HALF
    print(line)
    return good


# --- measurements -------------------------------------------------------------------------------


def beside_datasette(seconds: int) -> bool:
    """Measure both servers, and print how they compare."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "record.sqlite"
        package = Path(folder) / "package"
        for command in (
            ["export", "--format", "package", "-o", str(package)],
            ["record", "build", str(package), str(file)],
        ):
            subprocess.run([str(SUMMITRY), *command], check=True, capture_output=True)  # noqa: S603
        port = free_port()
        rows = f"http://127.0.0.1:{port}/record/encounters.json?_size={ROWS}"
        with running(datasette(), "-i", str(file), "-p", str(port), ready=rows):
            theirs = load(rows, seconds)
            varied = load(rows + "&when_latest__gte=%d", seconds, DAYS)
        row("Datasette, 100 rows", theirs)
        row("Datasette, another day each time", varied)
        return _ours(file, seconds, theirs, varied)


def _ours(file: Path, seconds: int, theirs: Load, varied: Load) -> bool:
    port = free_port()
    at = f"http://127.0.0.1:{port}/api/v1"
    command = [str(SUMMITRY), "serve", "--record", str(file), "--port", str(port)]
    with running(*command, ready=f"{at}/history?a=Putin&b=Obama") as server:
        load(f"{at}/encounters", 1)
        before = memory(server.pid)
        good = [
            row("/encounters, 100 with citations", load(f"{at}/encounters", seconds), theirs),
            row("/history", load(f"{at}/history?a=Putin&b=Obama", seconds), theirs),
            row(
                "/encounters, another day each time",
                load(f"{at}/encounters?since=%04d-%02d-%02d", seconds, ISO),
                varied,
            ),
        ]
        print(f"memory: {before:.0f} MB before, {memory(server.pid):.0f} MB after")
    return all(good)


def for_a_minute() -> bool:
    """Measure what a server bears of everything at once, and the memory of it and its workers."""
    port = free_port()
    at = f"http://127.0.0.1:{port}/"
    command = [str(SUMMITRY), "serve", "--port", str(port), "--waiting", str(CLIENTS)]
    with running(*command, ready=f"{at}api/v1/history?a=Putin&b=Obama") as server:
        samples: list[float] = []
        over = threading.Event()

        def watch() -> None:
            while not over.wait(MINUTE / SAMPLES):
                samples.append(memory(server.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        found = load(at, MINUTE, MIX)
        over.set()
        watcher.join()
        good = row("everything, for a minute", found)
    after = samples[len(samples) // 3 :]
    grown = max(after) / after[0]
    told = ", ".join(f"{one:.0f}" for one in samples)
    print(f"memory of the server and its workers: {told} MB; {grown:.2f} times at most")
    return good and grown <= FLAT


def beside_checks() -> None:
    """Measure how long a short request waits beside two checks, in threads and in processes."""
    view = snapshot(None)
    text = PAGE.read_text("utf-8").encode()
    jobs = [Check(data=text + str(n).encode(), today=date(2025, 8, 16)) for n in range(40)]
    jobs[0].answer(view)

    def in_threads() -> list[threading.Thread]:
        made = [
            threading.Thread(target=lambda some=some: [job.answer(view) for job in some])
            for some in (jobs[:20], jobs[20:])
        ]
        for one in made:
            one.start()
        return made

    async def measured() -> None:
        alone = _waits(view, lambda: False)
        made = in_threads()
        beside = _waits(view, lambda: any(one.is_alive() for one in made))
        workers = Workers(view, Limits(waiting=100, seconds=600))
        await workers.start()
        await asyncio.gather(*(workers.run(job) for job in jobs[:2]))
        done = asyncio.gather(*(workers.run(job) for job in jobs[2:]))
        apart = await asyncio.to_thread(_waits, view, lambda: not done.done())
        await done
        await workers.stop()
        for what, waits in (
            ("alone", alone),
            ("beside two checks in threads", beside),
            ("beside two checks in processes", apart),
        ):
            ordered = sorted(waits)
            print(
                f"find, {what:<31} half in {1000 * ordered[len(ordered) // 2]:7.1f} ms, "
                f"99 % in {1000 * ordered[len(ordered) * 99 // 100]:7.1f} ms"
            )

    asyncio.run(measured())


def _waits(view: View, going_on: Callable[[], bool]) -> list[float]:
    """Seconds of each of some requests, at least a hundred and as long as something goes on."""
    waits: list[float] = []
    while len(waits) < 100 or (len(waits) < 500 and going_on()):
        began = time.perf_counter()
        find(Wanted(a="Putin", b="Obama"), view)
        waits.append(time.perf_counter() - began)
        time.sleep(0.005)
    return waits


def main() -> None:
    """Measure and print; the status is 1 if it isn't twice as much in half the time."""
    if shutil.which("wrk") is None:
        print("serving: wrk is missing (on Debian: apt-get install wrk)", file=sys.stderr)
        sys.exit(2)
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    good = beside_datasette(seconds) and for_a_minute()
    beside_checks()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
