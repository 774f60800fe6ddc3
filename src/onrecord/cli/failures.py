"""What goes wrong in a command -> one sentence on standard error and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from onrecord.errors import EXIT_FAILURE, OnrecordError
from onrecord.showing.visible import visible

EXIT_INTERRUPTED = 130
EXIT_PIPE = 141
"""What a shell reports of a program that an interrupt, or the reader of its pipe, ended."""


class OutputError(OnrecordError):
    """The output cannot be written."""


def say(sentence: str) -> None:
    """Print a line on standard error, whatever it is made of."""
    print(visible(sentence), file=sys.stderr, flush=True)


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Run the body of a command; turn what a person can mend into a sentence and an exit code."""
    try:
        yield
    except OnrecordError as error:
        if isinstance(error, OutputError):
            _give_up_stdout()
        say(str(error))
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        _give_up_stdout()
        raise typer.Exit(EXIT_PIPE) from None
    except KeyboardInterrupt:
        _give_up_stdout()
        raise typer.Exit(EXIT_INTERRUPTED) from None
    except OSError as error:
        if error.filename is None:
            raise
        say(f"{os.fspath(error.filename)}: cannot be used ({error.strerror}); check the path and its permissions.")
        raise typer.Exit(EXIT_FAILURE) from None


def _give_up_stdout() -> None:
    """Send what is still to be flushed nowhere, so that leaving raises no second error."""
    stdout = sys.__stdout__
    if stdout is not None and stdout is sys.stdout:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stdout.fileno())
        os.close(nowhere)
