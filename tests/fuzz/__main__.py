"""``python -m tests.fuzz [TARGET] [SECONDS]``: fuzz one target or each, guided by coverage.

Prints how often each was executed. What fails is left in ``out/fuzz``, and tried again by
``python -m tests.fuzz TARGET FILE``.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

OUT: Final = Path("out") / "fuzz"
USUAL: Final = 300
"""Seconds for each target."""


def one(name: str, *arguments: str) -> None:
    """Fuzz a target in this process."""
    import atheris  # noqa: PLC0415 - it need not be installed

    with atheris.instrument_imports(include=["summitry"]):
        from tests.fuzz.targets import SEEDS, fuzzed  # noqa: PLC0415 - instrumented as it loads

    corpus = OUT / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed)
    given = [] if arguments and Path(arguments[-1]).is_file() else [str(corpus)]
    options = ["-timeout=20", "-rss_limit_mb=2048", f"-artifact_prefix={OUT}/{name}-"]
    atheris.Setup([sys.argv[0], *options, *arguments, *given], lambda data: fuzzed(name, data))
    atheris.Fuzz()


def every(seconds: int) -> int:
    """Fuzz each target for so long, in a process of its own; 1 if one of them failed."""
    from tests.fuzz.targets import TARGETS  # noqa: PLC0415 - loaded by each again, instrumented

    failed = 0
    for name in TARGETS:
        command = [sys.executable, "-m", "tests.fuzz", name, f"-max_total_time={seconds}"]
        done = subprocess.run(  # noqa: S603 - this module
            command, capture_output=True, check=False, text=True, errors="replace"
        )
        counts = re.findall(r"^#(\d+)|Done (\d+) runs", done.stderr, flags=re.MULTILINE)
        executions = max((int(a or b) for a, b in counts), default=0)
        verdict = "sound" if done.returncode == 0 else f"failed: see {OUT}"
        sys.stdout.write(f"{name}: {executions:,} executions, {verdict}\n")
        if done.returncode:
            sys.stdout.write(done.stderr[-2000:] + "\n")
        sys.stdout.flush()
        failed |= done.returncode
    return int(failed != 0)


if __name__ == "__main__":
    named = sys.argv[1:]
    if named and not named[0].isdigit():
        one(*named)
    else:
        sys.exit(every(int(named[0]) if named else USUAL))
