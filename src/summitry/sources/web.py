"""Fetching a page of the public web: from public addresses only, up to a size and within a time."""

from __future__ import annotations

import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from io import BufferedReader, RawIOBase
from time import monotonic
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from summitry.model.problems import InputError
from summitry.sources.addresses import is_public
from summitry.sources.fetch import AGENT

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_BYTES: Final = 10 * 1024 * 1024
"""The largest page, also when it is unpacked."""
MOST_SECONDS: Final = 30
"""How long fetching may take in all, redirects included."""
MOST_REDIRECTS: Final = 5

MEDIA_TYPES: Final = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "text/x-markdown",
    "application/pdf",
)
"""What a page may be; one whose type its server doesn't know shows it itself."""
_UNKNOWN: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})

_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_CHUNK: Final = 1 << 16
_MOST_HOST: Final = 253

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses of a host, by its name and port; OSError if it has none."""
Allow = Callable[[str], bool]
"""Whether an address may be connected to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a server gave. ``url`` is where it was in the end; "" for what the server didn't say."""

    url: str
    data: bytes
    media_type: str
    charset: str


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host by the system's resolver; OSError if there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def fetch_page(
    url: str,
    *,
    most: int = MOST_BYTES,
    seconds: float = MOST_SECONDS,
    resolve: Resolve = resolve,
    allow: Allow = is_public,
) -> Page:
    """The page at an address of the web; InputError, in one line, if it is not to be had.

    Each host, also one that is redirected to, must have allowed addresses alone; it is such an
    address that is connected to, whatever the name means a moment later. No proxy is asked.
    """
    visit = _Visit(url, most, monotonic() + seconds, seconds, resolve, allow)
    at = url
    for _ in range(MOST_REDIRECTS + 1):
        found = visit.ask(at)
        if isinstance(found, Page):
            return found
        at = found
    raise visit.refusal(f"it is redirected more than {MOST_REDIRECTS} times")


@dataclass(frozen=True, slots=True)
class _Visit:
    """One fetch of an address, through all redirects; ``deadline`` by the monotonic clock."""

    url: str
    most: int
    deadline: float
    seconds: float
    resolve: Resolve
    allow: Allow

    def refusal(self, reason: str) -> InputError:
        return InputError(f'can\'t fetch "{self.url}": {reason}')

    def ask(self, at: str) -> Page | str:
        """The page, or the address that it is redirected to."""
        parts, host, port = self._target(at)
        address = self._address(host, port)
        try:
            connection = _Connection(host, port, address, parts.scheme, self._left)
            try:
                return self._answer(connection, parts, at)
            finally:
                connection.end()
        except TimeoutError:
            raise self._late() from None
        except ssl.SSLError as error:
            raise self.refusal(f"no safe connection: {error.reason or error}") from None
        except OSError as error:
            raise self.refusal((error.strerror or str(error)).lower()) from None
        except (HTTPException, ValueError) as error:
            raise self.refusal(f"it is no page of the web: {_line(error)}") from None

    def _left(self) -> float:
        """The seconds that are left; TimeoutError if none are."""
        left = self.deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _late(self) -> InputError:
        return self.refusal(f"it takes longer than {self.seconds:g} seconds")

    def _target(self, at: str) -> tuple[SplitResult, str, int]:
        """The parts of an address, its host in ASCII, and its port."""
        try:
            parts = urlsplit(at.strip())
            host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
            port = parts.port
        except (ValueError, UnicodeError):
            raise self._unfit(at) from None
        fits = parts.scheme in _PORTS and 0 < len(host) <= _MOST_HOST and parts.username is None
        if not fits or any(ord(sign) <= ord(" ") for sign in at.strip()):
            raise self._unfit(at)
        return parts, host, _PORTS[parts.scheme] if port is None else port

    def _unfit(self, at: str) -> InputError:
        told = "" if at == self.url else f' (redirected to "{_line(at)}")'
        return self.refusal(f"expected an address like https://example.org/page{told}")

    def _address(self, host: str, port: int) -> str:
        """An address of the host, all of which must be allowed."""
        try:
            addresses = self._resolved(host, port)
        except TimeoutError:
            raise self._late() from None
        except (OSError, UnicodeError):
            raise self.refusal(f'no such host: "{host}"') from None
        refused = next((one for one in addresses if not self.allow(one)), None)
        if refused is not None:
            raise self.refusal(
                f'"{host}" is at {refused}, which is not public (expected a public address; a page'
                " of your own network can be saved and checked as a file)"
            )
        return addresses[0]

    def _resolved(self, host: str, port: int) -> Sequence[str]:
        """The addresses within the time: a resolver knows no limit of its own."""
        found: list[Sequence[str]] = []
        raised: list[OSError | UnicodeError] = []

        def look() -> None:
            try:
                found.append(self.resolve(host, port))
            except (OSError, UnicodeError) as error:
                raised.append(error)

        looking = threading.Thread(target=look, daemon=True)
        looking.start()
        looking.join(self._left())
        if raised:
            raise raised[0]
        if not found:
            raise TimeoutError
        if not found[0]:
            raise OSError
        return found[0]

    def _answer(self, connection: _Connection, parts: SplitResult, at: str) -> Page | str:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
        connection.request(
            "GET",
            f"{path}?{query}" if query else path,
            headers={
                "User-Agent": AGENT,
                "Accept": ", ".join(MEDIA_TYPES),
                "Accept-Encoding": "gzip, deflate",
            },
        )
        answer = connection.getresponse()
        further = answer.headers.get("Location")
        if answer.status in _REDIRECTS and further:
            return urljoin(at, str(further))
        if answer.status != 200:
            said = _line(f"{answer.status} {answer.reason}")
            raise self.refusal(f"its server answers {said}")
        return self._page(answer, at)

    def _page(self, answer: HTTPResponse, at: str) -> Page:
        told = answer.headers.get("Content-Type", "")
        media_type = answer.headers.get_content_type() if told else ""
        if media_type not in _UNKNOWN and media_type not in MEDIA_TYPES:
            raise self.refusal(
                f'it is of type "{_line(media_type)}" (expected {", ".join(MEDIA_TYPES)})'
            )
        return Page(
            url=at,
            data=self._body(answer),
            media_type="" if media_type in _UNKNOWN else media_type,
            charset=answer.headers.get_content_charset("") if told else "",
        )

    def _body(self, answer: HTTPResponse) -> bytes:
        packing = answer.headers.get("Content-Encoding", "").strip().lower()
        if packing not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise self.refusal(f'it is packed as "{_line(packing)}" (expected gzip or deflate)')
        body = bytearray()
        try:
            for chunk in _unpacked(answer, packing, self.most):
                body += chunk
                if len(body) > self.most:
                    raise self.refusal(f"it is larger than {self.most} bytes")
        except (zlib.error, EOFError):
            raise self.refusal(f"it isn't packed as {packing}, as it says") from None
        if answer.length:
            raise self.refusal(f"it breaks off {answer.length} bytes before its end")
        return bytes(body)


def _unpacked(answer: HTTPResponse, packing: str, most: int) -> Iterator[bytes]:
    """The body bit by bit, unpacked, never much more than ``most`` at once."""
    chunks = iter(lambda: answer.read(_CHUNK), b"")
    if packing in {"", "identity"}:
        yield from chunks
        return
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
    for number, packed in enumerate(chunks):
        chunk = packed
        if number == 0 and packing == "deflate" and (chunk[0] & 0x0F) != 8:
            unpack = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers leave out the header
        while chunk and not unpack.eof:
            yield unpack.decompress(chunk, most + 1)
            chunk = unpack.unconsumed_tail
    if not unpack.eof:
        raise EOFError


def _line(said: object) -> str:
    """What a stranger said, in one short line."""
    return " ".join(str(said).split())[:200]


# --- connections ----------------------------------------------------------------------------------


class _Connection(HTTPConnection):
    """A connection to one address of a host, which speaks and hears until a deadline.

    ``left`` gives the seconds that are left, and raises TimeoutError if none are.
    """

    def __init__(
        self, host: str, port: int, address: str, scheme: str, left: Callable[[], float]
    ) -> None:
        super().__init__(host, port)
        self.default_port = _PORTS[scheme]
        self._address, self._scheme, self._left = address, scheme, left
        self._socket: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the address; the certificate must be the host's."""
        self._socket = socket.create_connection((self._address, self.port), self._left())
        if self._scheme == "https":
            self._socket.settimeout(self._left())
            context = ssl.create_default_context()
            self._socket = context.wrap_socket(self._socket, server_hostname=self.host)
        self.sock = _Timed(self._socket, self._left)

    def end(self) -> None:
        """Close the connection, of which an answer may have been heard meanwhile."""
        self.close()
        if self._socket is not None:
            self._socket.close()


class _Timed:
    """What a connection needs of a socket, each step of it within the time that is left."""

    def __init__(self, plain: socket.socket, left: Callable[[], float]) -> None:
        self._plain, self._left = plain, left

    def sendall(self, data: bytes) -> None:
        self._plain.settimeout(self._left())
        self._plain.sendall(data)

    def makefile(self, _mode: str) -> BufferedReader:
        return BufferedReader(_Heard(self._plain, self._left))

    def close(self) -> None:
        """Leave it open: the answer is still heard when a server has said that it will close."""


class _Heard(RawIOBase):
    """What a socket hears."""

    def __init__(self, plain: socket.socket, left: Callable[[], float]) -> None:
        super().__init__()
        self._plain, self._left = plain, left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._plain.settimeout(self._left())
        return self._plain.recv_into(buffer)
