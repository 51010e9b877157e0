"""The server: an application on an address, until it is told to stop."""

from __future__ import annotations

import signal
import socket
import sys
from contextlib import closing
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from summitry.desk.homes import Home
from summitry.desk.records import snapshot
from summitry.faces import screen
from summitry.faces.web.app import make_app
from summitry.faces.web.patience import PatientProtocol
from summitry.faces.web.settings import Settings
from summitry.model.problems import InputError

SECONDS_TO_STOP: Final = 20
MOST_CONNECTIONS: Final = 2000
MOST_PORT: Final = 65535


def serve(
    record: Home | None, settings: Settings, *, host: str, port: int, proxy: str | None
) -> None:
    """Serve a record until SIGTERM or SIGINT; InputError if the address can't be had.

    ``port`` 0 takes any that is free. ``proxy``: whose word on who the client is goes.
    """
    # The server raises once more the signal that stopped it: to be told to stop is no failure.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    view = snapshot(record)
    with closing(listening(host, port)) as listener:
        app = make_app(view, settings)
        about = view.about()
        screen.put(f"{about.title}, version {about.version}: {address(listener)}\n")
        run(app, listener, proxy=proxy)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on the address; InputError if it can't be had."""
    if not 0 <= port <= MOST_PORT:
        raise InputError(f'not a port: "{port}" (expected 0 to {MOST_PORT})')
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except (OSError, UnicodeError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise InputError(
            f'can\'t serve on "{host}", port {port}: {reason} (expected an address of this machine)'
        ) from None


def address(listener: socket.socket) -> str:
    """Where a server is found."""
    host, port, *_ = listener.getsockname()
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def run(app: ASGIApp, listener: socket.socket, *, proxy: str | None = None) -> None:
    """Run the application until the process is told to stop, and finish what was begun."""
    config = uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=SECONDS_TO_STOP,
    )
    _let_many_in()
    uvicorn.Server(config).run(sockets=[listener])


def _let_many_in() -> None:
    """Have the system allow as many open connections as the server does."""
    try:
        import resource  # noqa: PLC0415 - not every system has it
    except ImportError:
        return
    own, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * MOST_CONNECTIONS
    if most != resource.RLIM_INFINITY:
        wanted = min(wanted, most)
    if own != resource.RLIM_INFINITY and own < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
