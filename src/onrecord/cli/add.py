"""`onrecord add`: paths -> stories -> analyses -> the record; what is known already is not read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.analysis import Engine
from onrecord.cli.progress import Meter, for_people
from onrecord.errors import EXIT_OK, EXIT_UNUSABLE, StoryError
from onrecord.record import Record
from onrecord.record.types import Added, Counts
from onrecord.showing.counting import statements, stories
from onrecord.story import Story, read_stories


def run(paths: Sequence[str], *, record: str, jobs: int, weights: Path | None) -> int:
    """Add the stories at `paths` to the record, each as soon as it is analysed; return the exit code."""
    read = unusable = refused = 0
    done: Counter[Added] = Counter()
    with Record(record, create=True) as archive, Meter(shown=for_people(to_file=True)) as meter:

        def complain(error: StoryError) -> None:
            nonlocal unusable
            unusable += 1
            meter.say(str(error))

        def counted(found: Iterable[Story]) -> Iterator[Story]:
            nonlocal read
            for story in found:
                read += 1
                yield story

        engine = Engine.load(weights)
        new = archive.unknown(counted(read_stories(paths, complain)), engine.version)
        for analysis in meter.watch(engine.analyse_many(new, jobs)):
            try:
                done[archive.add(analysis)] += 1
            except StoryError as error:
                refused += 1
                complain(error)
        done[Added.KNOWN] = read - refused - done[Added.NEW] - done[Added.REPLACED]
        print(summary(done, unusable, archive.counts(), archive.location))
    return EXIT_UNUSABLE if unusable else EXIT_OK


def summary(done: Counter[Added], unusable: int, held: Counts, location: str) -> str:
    """What was done and what the record holds now, in two sentences."""
    told = [f"{stories(done[Added.NEW])} added"]
    if done[Added.REPLACED]:
        told.append(f"{done[Added.REPLACED]:,} read anew by this engine")
    if done[Added.KNOWN]:
        told.append(f"{done[Added.KNOWN]:,} known before")
    if unusable:
        told.append(f"{unusable:,} could not be used")
    holds = f"{stories(held.stories)} with {statements(held.statements)}"
    if held.copies:
        holds += f"; {held.copies:,} of them {'is a copy' if held.copies == 1 else 'are copies'} or later versions"
    return f"{', '.join(told)}. {location} holds {holds}."
