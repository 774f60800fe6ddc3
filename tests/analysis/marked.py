"""Marked text -> a Reading by hand: "[n1:Ann Lee] said [p1:she] …", for tests of linking, cast and speakers."""

from __future__ import annotations

import re

import numpy as np

from onrecord.analysis.attribution import Attribution
from onrecord.analysis.decode import FloatArray, IntArray, Roles
from onrecord.analysis.encode import words_of
from onrecord.analysis.mentions import KINDS, Head
from onrecord.analysis.reading import Reading
from onrecord.analysis.types import EntityKind, Form
from onrecord.story.types import Span

_FORMS = {"n": Form.NAME, "d": Form.DESCRIPTION, "p": Form.PRONOUN}
_KINDS = {
    "": EntityKind.PERSON,
    "o": EntityKind.ORGANIZATION,
    "g": EntityKind.GROUP,
    "l": EntityKind.PLACE,
    "w": EntityKind.DOCUMENT,
}
_MARK = re.compile(r"\[([ndp])([ogldw]?)(\d+):([^\[\]]*)\]|\{([scu])(\d+):|\}")
_ROLES = {"s": "source", "u": "cue", "c": "content"}


class Marked:
    """A text whose marks were taken out: heads with the number of whom they refer to, and attributions.

    [n1:Ann Lee] is a name of 1; form n, d or p, then the kind if it is no person: o, g, l or w. The last word of a
    description is its head. {s1:…} {u1:…} {c1:…} are source, cue and content of attribution 1; they nest.
    """

    def __init__(self, marked: str) -> None:
        self.text = ""
        heads: list[tuple[int, int, Form, EntityKind, int]] = []
        roles: dict[int, dict[str, list[Span]]] = {}
        opened: list[tuple[str, int, int]] = []
        at = 0
        for found in _MARK.finditer(marked):
            self.text += marked[at : found.start()]
            at = found.end()
            if found[1]:
                start = len(self.text)
                self.text += found[4]
                heads.append((start, len(self.text), _FORMS[found[1]], _KINDS[found[2]], int(found[3])))
            elif found[5]:
                opened.append((_ROLES[found[5]], int(found[6]), len(self.text)))
            else:
                role, number, start = opened.pop()
                roles.setdefault(number, {"source": [], "cue": [], "content": []})[role].append(
                    Span(start=start, end=len(self.text))
                )
        self.text += marked[at:]
        self.words = words_of(self.text)
        self.who = [who for *_, who in heads]
        self.heads = tuple(self._head(*head[:4]) for head in heads)
        self.attributions = tuple(self._attribution(roles, number) for number in sorted(roles))

    def _numbers(self, start: int, end: int) -> tuple[int, int]:
        first = int(np.searchsorted(self.words.end, start, side="right"))
        return first, int(np.searchsorted(self.words.start, end, side="left")) - 1

    def _head(self, start: int, end: int, form: Form, kind: EntityKind) -> Head:
        begin, last = self._numbers(start, end)
        first = last if form is Form.DESCRIPTION else begin
        return Head(
            begin=begin, first=first, last=last, form=form, kinds=tuple(float(k is kind) for k in KINDS), score=1.0
        )

    def _attribution(self, roles: dict[int, dict[str, list[Span]]], number: int) -> Attribution:
        own = roles[number]
        cue = own["cue"][0]
        holders = [
            (sum(piece.end - piece.start for piece in other["content"]), i)
            for i, other in roles.items()
            if i != number and any(p.start <= cue.start and cue.end <= p.end for p in other["content"])
        ]
        inside = sorted(roles).index(min(holders)[1]) if holders else None
        blank = Roles(anchor=0, inner=False, source=(), cue=(), content=(), cue_score=1.0, path_score=0.0)
        return Attribution(
            source=tuple(own["source"]),
            cue=tuple(own["cue"]),
            content=tuple(sorted(own["content"])),
            inside=inside,
            roles=blank,
        )

    def reading(self) -> Reading:
        """The vectors hold each head's own number, for `link` to tell them apart by."""
        return Reading(
            words=self.words,
            attributions=self.attributions,
            heads=self.heads,
            vectors=np.array([[who] for who in self.who], dtype=np.float32).reshape(-1, 1),
            kinds=np.full(len(self.words), KINDS.index(EntityKind.DOCUMENT), dtype=np.int64),
            times=(),
        )


def link(vectors: FloatArray, left: IntArray, right: IntArray, features: IntArray) -> tuple[FloatArray, FloatArray]:
    """Links what the marks say is the same one; 0 is linked with nobody."""
    same = (vectors[left, 0] == vectors[right, 0]) & (vectors[left, 0] > 0)
    return np.where(same, 1.0, -1.0).astype(np.float32), np.zeros(len(vectors), dtype=np.float32)
