"""Story -> Analysis; pure: no files but the weights, no database, no network. The engine loads when it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.types import Analysis, EngineVersion, Entity, Kind, Mention, Said, Statement, Time

if TYPE_CHECKING:
    from onrecord.analysis.engine import Engine

__all__ = ["Analysis", "Engine", "EngineVersion", "Entity", "Kind", "Mention", "Said", "Statement", "Time"]


def __getattr__(name: str) -> object:
    """Load the engine (PEP 562) where it is asked for, so that a record is read without a network."""
    if name == "Engine":
        from onrecord.analysis.engine import Engine

        return Engine
    raise AttributeError(f"module 'onrecord.analysis' has no attribute {name!r}")
