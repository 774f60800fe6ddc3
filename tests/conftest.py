"""What the tests share: the engine, loaded once, and the first of the bundled stories."""

from __future__ import annotations

import pytest

from onrecord.analysis import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The shipped weights on one thread."""
    return Engine.load(threads=1)
