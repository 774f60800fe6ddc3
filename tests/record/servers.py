"""A PostgreSQL server of the tests' own, in a folder that goes when they end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


def programs() -> Path | None:
    """The folder with initdb and pg_ctl; Debian has it aside."""
    found = shutil.which("initdb")
    aside = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return Path(found).parent if found else aside[-1].parent if aside else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Start a server; the address of its database. It refuses to run as root, so root runs it as postgres."""
    with TemporaryDirectory(prefix="onrecord-postgresql-") as name, _port() as port:
        home = Path(name)
        home.chmod(0o755)
        data = home / "data"
        data.mkdir()
        user = []
        if os.geteuid() == 0:
            shutil.chown(data, "postgres")
            user = ["runuser", "-u", "postgres", "--"]
        run: list[str | Path] = [*user, "env", "LC_ALL=C.UTF-8"]
        subprocess.run(
            [*run, folder / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8"],
            check=True,
            capture_output=True,
            cwd=home,
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data} -c fsync=off"
        control: list[str | Path] = [*run, folder / "pg_ctl", "-D", data, "-w"]
        log: list[str | Path] = ["-l", data / "log", "-o", options]
        subprocess.run([*control, *log, "start"], check=True, stdout=subprocess.DEVNULL, cwd=home)
        try:
            yield f"postgresql://tester@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True, cwd=home)


@contextmanager
def _port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = int(taken.getsockname()[1])
    yield port
