from __future__ import annotations

import pytest

from onrecord.cli.progress import Meter
from tests.cli.analyses import example


def test_counts_are_shown_after_a_second_and_complaints_above_them(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([0.0, 0.5, 2.0, 4.0])
    with Meter(shown=True, clock=lambda: next(seconds)) as meter:
        watched = meter.watch([example()] * 3)
        next(watched)
        assert capsys.readouterr().err == ""
        next(watched)
        meter.say("bad.txt: is empty.")
        list(watched)
    printed = capsys.readouterr().err
    words = len(example().story.text.split())
    assert "bad.txt: is empty.\n" in printed
    assert meter.stories == 3 and meter.words == 3 * words


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([0.0, 5.0, 10.0])
    with Meter(shown=False, clock=lambda: next(seconds)) as meter:
        assert list(meter.watch([example()] * 2)) == [example()] * 2
        meter.say("bad.txt: is\x1b[2J empty.")
    assert capsys.readouterr().err == "bad.txt: is\ufffd[2J empty.\n"
