from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.analysis.types import Form
from onrecord.errors import GoldError
from onrecord.evaluation.gum import read_gum
from tests.evaluation.gum import HARBOUR, HEAD, TEXT, write_gum


def test_text_paragraphs_contractions_and_day(tmp_path: Path) -> None:
    (document,) = read_gum(write_gum(tmp_path, "GUM_news_harbour"))
    assert (document.name, document.genre) == ("GUM_news_harbour", "news")
    assert document.text == TEXT
    assert document.published == date(2019, 3, 9)
    words = [word.of(TEXT) for word in document.words]
    assert words[:6] == ["Mayor", "Ada", "Holm", "is", "n't", "worried"]
    assert "and" not in words and len(words) == 19


def test_mentions_with_heads_forms_and_links(tmp_path: Path) -> None:
    (document,) = read_gum(write_gum(tmp_path, "GUM_news_harbour"))
    assert [
        (m.entity, m.type, m.link, m.form, m.span.of(TEXT), [w.of(TEXT) for w in m.head], len(m.words))
        for m in document.mentions
    ] == [
        ("1", "person", "coref", Form.NAME, "Mayor Ada Holm", ["Ada", "Holm"], 3),
        ("2", "person", "ana", Form.DESCRIPTION, "The head of Halden Port", ["head"], 5),
        ("3", "organization", "coref", Form.NAME, "Halden Port", ["Halden", "Port"], 2),
        ("3", "organization", "appos", Form.NAME, "HP", ["HP"], 1),
        ("1", "person", "ana", Form.PRONOUN, "she", ["she"], 1),
        ("3", "organization", "ana", Form.PRONOUN, "it", ["it"], 1),
    ]


def test_gold_entities_have_a_name(tmp_path: Path) -> None:
    (document,) = read_gum(write_gum(tmp_path, "GUM_news_harbour"))
    named = [[mention.span.of(TEXT) for mention in entity] for entity in document.named()]
    assert named == [["Mayor Ada Holm", "she"], ["Halden Port", "HP", "it"]]


def test_other_types_are_no_gold_entities(tmp_path: Path) -> None:
    body = HARBOUR.replace("-organization-", "-place-")
    (document,) = read_gum(write_gum(tmp_path, "GUM_news_harbour", body=body))
    assert [entity[0].type for entity in document.named()] == ["person"]


def test_genre_and_names_choose(tmp_path: Path) -> None:
    names = ("GUM_news_a", "GUM_news_b", "GUM_newsletter_c", "GUM_speech_a")
    write_gum(tmp_path, *names)
    assert tuple(document.name for document in read_gum(tmp_path)) == names
    assert [d.name for d in read_gum(tmp_path, genre="news")] == ["GUM_news_a", "GUM_news_b"]
    assert [d.name for d in read_gum(tmp_path, names=["GUM_speech_a", "GUM_news_b"])] == [
        "GUM_news_b",
        "GUM_speech_a",
    ]
    assert [d.name for d in read_gum(tmp_path, genre="speech", names=names[1:])] == ["GUM_speech_a"]


def test_nothing_left_is_said(tmp_path: Path) -> None:
    write_gum(tmp_path, "GUM_news_a")
    with pytest.raises(GoldError, match="no document of the genre 'vlog'"):
        read_gum(tmp_path, genre="vlog")
    with pytest.raises(GoldError, match="no document of these names"):
        read_gum(tmp_path, names=[])
    with pytest.raises(GoldError, match="no document in it"):
        read_gum(tmp_path / "elsewhere")


@pytest.mark.parametrize(
    "body",
    [
        "# newpar\n1\tAda\n",
        "# newpar\nx\tAda\tAda\tPROPN\tNNP\t_\t0\troot\t_\t_\n",
        "# newpar\n1\tAda\tAda\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person-new-nnnnn-cf1-1-coref\n",
        "# newpar\n1\tAda\tAda\tPROPN\tNNP\t_\t0\troot\t_\tEntity=1)\n",
        "# newpar\n1\tAda\tAda\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person)\n",
    ],
    ids=["columns", "number", "never closed", "never opened", "fields"],
)
def test_a_file_of_another_kind_is_named(body: str, tmp_path: Path) -> None:
    write_gum(tmp_path, "GUM_news_a", body=body)
    with pytest.raises(GoldError, match=r"GUM_news_a\.conllu: not CoNLL-U as GUM writes it"):
        read_gum(tmp_path)


def test_a_day_that_is_not_whole_is_none(tmp_path: Path) -> None:
    text = HEAD.format(name="x").replace("2019-03-09", "2019-03") + HARBOUR
    (tmp_path / "GUM_news_a.conllu").write_text(text, encoding="utf-8")
    assert read_gum(tmp_path)[0].published is None
