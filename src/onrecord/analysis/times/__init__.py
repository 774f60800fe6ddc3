"""Times: the TIMEX3 expressions of a story, each with its type and its value anchored to the day of publication."""

from onrecord.analysis.times.finding import Expression, expressions, times_of

__all__ = ["Expression", "expressions", "times_of"]
