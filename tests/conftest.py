"""What the tests share: the engine, loaded once, and the first of the bundled stories."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from onrecord.analysis import Engine

settings.register_profile("anywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The shipped weights on one thread."""
    return Engine.load(threads=1)
