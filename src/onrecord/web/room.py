"""What the pages and the API share: the record, the reader, what was counted lately, who may read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.analysis.types import Analysis
from onrecord.question.answering import one
from onrecord.question.answers import Hit
from onrecord.record import Record
from onrecord.web.access import Access
from onrecord.web.failing import MissingError
from onrecord.web.limiting import Allowance
from onrecord.web.measuring import Measures
from onrecord.web.reader import Reader
from onrecord.web.remembering import Memory

Found = TypeVar("Found")

STORY = r"^[0-9a-f]{16}$"
STATEMENT = r"^[a-z][0-9]{1,9}$"
PERSON = r"^P[0-9]{1,9}$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A record that is open to readers."""

    record: Record
    access: Access = field(default_factory=Access)
    reader: Reader = field(default_factory=Reader)
    memory: Memory = field(default_factory=Memory)
    measures: Measures = field(default_factory=Measures)
    sign_ins: Allowance = field(default_factory=lambda: Allowance(10))

    def analysis(self, story: str) -> Analysis:
        """A story of the record. Raises MissingError."""
        return there(self.record.analysis(story), "story")

    def hit(self, story: str, statement: str) -> Hit:
        """A statement of the record. Raises MissingError."""
        return there(one(self.record, story, statement), "statement")


def there(found: Found | None, what: str) -> Found:
    """What was found, where it was. Raises MissingError where it was not."""
    if not found:
        raise MissingError(f"The record has no such {what}; it may have been taken out or read anew.")
    return found
