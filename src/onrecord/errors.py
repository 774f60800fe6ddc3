"""Every error that Onrecord raises on purpose; the one place that maps them to exit codes.

OnrecordError                 something a person can mend; str() is one whole sentence
├── StoryError                an input that cannot be read as a story (one bad story never stops a batch)
├── WeightsError              the network's files are missing, changed or of another version
├── RecordError               a record cannot be opened, read or written
├── QuestionError             a text is no question
├── AnswerError               a question cannot be answered as it is asked, or there is no such page of an answer
└── GoldError                 a folder or file to evaluate against is not what it should be
"""

from __future__ import annotations

EXIT_OK = 0
EXIT_FAILURE = 1
EXIT_UNUSABLE = 2


class OnrecordError(Exception):
    """The root. Its message says what happened, with which value, and what to do next."""

    exit_code = EXIT_FAILURE


class StoryError(OnrecordError):
    """An input cannot be read as a story.

    source: the path, URL or place in a file that it came from.
    problem: what is wrong with it, as a clause without a full stop.
    """

    exit_code = EXIT_UNUSABLE

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}.")
        self.source = source
        self.problem = problem


class WeightsError(OnrecordError):
    """The network cannot be loaded as it was released."""


class RecordError(OnrecordError):
    """A record cannot be opened, read or written."""


class QuestionError(OnrecordError):
    """A text is no question.

    problem: what is wrong and what is allowed, as a clause without a full stop.
    column: where, in characters of the text, the first being 1.
    """

    exit_code = EXIT_UNUSABLE

    def __init__(self, problem: str, column: int) -> None:
        super().__init__(f"Column {column} of the question: {problem}.")
        self.problem = problem
        self.column = column


class AnswerError(OnrecordError):
    """A question cannot be answered as it is asked, or there is no such page of an answer."""

    exit_code = EXIT_UNUSABLE


class GoldError(OnrecordError):
    """Annotations to evaluate against cannot be read."""

    exit_code = EXIT_UNUSABLE
