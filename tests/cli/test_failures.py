from __future__ import annotations

import pytest
import typer

from onrecord.cli.failures import OutputError, in_a_sentence
from onrecord.errors import GoldError, OnrecordError, StoryError, WeightsError


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (StoryError("a.txt", "is empty"), 2, "a.txt: is empty.\n"),
        (GoldError("no gold."), 2, "no gold.\n"),
        (WeightsError("no weights."), 1, "no weights.\n"),
        (OnrecordError("two\nlines"), 1, "two lines\n"),
        (OutputError("full."), 1, "full.\n"),
        (BrokenPipeError(), 141, ""),
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "gold"), 1, "gold: cannot be used (Permission denied)"),
    ],
)
def test_each_failure_has_its_code_and_its_sentence(
    error: BaseException, code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended, in_a_sentence():
        raise error
    assert ended.value.exit_code == code
    assert capsys.readouterr().err.startswith(sentence)
    if not sentence:
        assert capsys.readouterr().err == ""


def test_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), in_a_sentence():
        raise ZeroDivisionError
