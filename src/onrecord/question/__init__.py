"""The search box's text -> Question: what is asked of the record, in parts that a database can answer."""

from onrecord.errors import QuestionError
from onrecord.question.language import parse, render
from onrecord.question.types import Question

__all__ = ["Question", "QuestionError", "parse", "render"]
