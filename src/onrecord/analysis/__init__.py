"""Story -> Analysis; pure: no files but the weights, no database, no network."""

from onrecord.analysis.engine import Engine
from onrecord.analysis.types import Analysis, EngineVersion, Entity, Kind, Mention, Said, Statement, Time

__all__ = ["Analysis", "Engine", "EngineVersion", "Entity", "Kind", "Mention", "Said", "Statement", "Time"]
