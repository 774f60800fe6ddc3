from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from onrecord.analysis import Engine
from onrecord.analysis.contract import to_json
from onrecord.record import Record
from onrecord.web.limiting import Allowance
from onrecord.web.reader import Reader
from onrecord.web.room import Room
from tests.cli.conftest import SAID
from tests.web.conftest import client

API = "/api/v1"


def test_a_search_has_words_in_context_and_persons(asking: TestClient) -> None:
    found = asking.get(f"{API}/search", params={"q": "tariffs speaker:obermann"}).json()
    assert found["total"] == 1 and found["more"] is None
    (hit,) = found["hits"]
    passage = hit["passage"]
    (content,) = passage["content"]
    words = passage["text"][content["start"] - passage["start"] : content["end"] - passage["start"]]
    assert words == "the harbour tariffs hurt the Vale Company"
    assert hit["speaker"] == "Ilse Obermann"
    person = asking.get(f"{API}/people/{hit['person']}").json()
    assert person["bearer"]["name"] == "Ilse Obermann" and person["all"]["total"] == 2


def test_pages_hold_every_statement_once_as_json_and_as_csv(asking: TestClient) -> None:
    everything = asking.get(f"{API}/search", params={"limit": 200}).json()
    permalinks: list[str] = []
    cursor: str | None = None
    while True:
        asked = {"limit": "7"} | ({"cursor": cursor} if cursor else {})
        page = asking.get(f"{API}/search", params=asked).json()
        permalinks += [hit["permalink"] for hit in page["hits"]]
        cursor = page["more"]
        if cursor is None:
            break
    assert permalinks == [hit["permalink"] for hit in everything["hits"]]
    assert len(set(permalinks)) == everything["total"]
    rows: list[str] = []
    following: str | None = f"{API}/search?limit=20&format=csv"
    while following:
        page_of_rows = asking.get(following)
        assert page_of_rows.headers["content-type"].startswith("text/csv")
        rows += [row["permalink"] for row in csv.DictReader(io.StringIO(page_of_rows.text))]
        following = page_of_rows.links["next"]["url"] if "next" in page_of_rows.links else None
    assert rows == permalinks


def test_newest_comes_first_unless_the_question_or_the_parameter_says_otherwise(asking: TestClient) -> None:
    def days(**asked: str) -> list[str]:
        return [hit["said"] for hit in asking.get(f"{API}/search", params=asked).json()["hits"]]

    assert days(q="tariffs harbour") == ["2025-03-02", "2025-03-01"]
    assert days(q="tariffs harbour sort:oldest") == ["2025-03-01", "2025-03-02"]
    assert days(q="tariffs harbour", sort="oldest") == ["2025-03-01", "2025-03-02"]
    best = asking.get(f"{API}/search", params={"q": "tariffs sort:relevance"}).json()["hits"]
    assert all(hit["score"] is not None for hit in best)


def test_facets_are_counted_where_they_are_asked_for(asking: TestClient) -> None:
    facets = asking.get(f"{API}/search", params={"q": "publisher:nwa", "facets": "true"}).json()["facets"]
    assert {facet["name"] for facet in facets} >= {"speaker", "publisher", "year"}
    assert not asking.get(f"{API}/search").json()["facets"]


def test_a_story_is_the_contract(asking: TestClient, record: Record) -> None:
    for story in record.stories():
        analysis = record.analysis(story.id)
        assert analysis is not None
        assert asking.get(f"{API}/stories/{story.id}").json() == to_json(analysis)


def test_a_statement_says_how_to_cite_it(asking: TestClient) -> None:
    (hit,) = asking.get(f"{API}/search", params={"q": "drawer"}).json()["hits"]
    made = asking.get(f"{API}/statements/{hit['permalink']}").json()
    assert made["cite"]["plain"].startswith("José Renwick, said 2025-04-01: “the drawer was empty”. In: ")
    assert made["cite"]["plain"].endswith(f"http://127.0.0.1/stories/{hit['permalink']}")
    assert {name: made[name] for name in hit if name != "score"} == {
        name: value for name, value in hit.items() if name != "score"
    }


def test_versions_say_what_changed(asking: TestClient) -> None:
    (hit,) = asking.get(f"{API}/search", params={"q": '"paid for any lock"'}).json()["hits"]
    first, second = asking.get(f"{API}/stories/{hit['story']}/versions").json()["versions"]
    assert first["kind"] is None and second["story"] == hit["story"]
    kinds = [change["kind"] for change in second["changes"]]
    assert kinds.count("kept") == 5 and "added" in kinds and "dropped" in kinds


def test_people_are_found_by_part_of_a_name_with_roles_over_time(asking: TestClient) -> None:
    (brandt,) = asking.get(f"{API}/people", params={"name": "brandt"}).json()["people"]
    assert [(role["name"], role["first"]) for role in brandt["roles"]] == [
        ("deputy mayor", "2025-03-01"),
        ("mayor", "2025-03-02"),
    ]
    assert asking.get(f"{API}/people", params={"name": "nobody at all"}).json() == {"people": []}
    assert asking.get(f"{API}/people", params={"name": "a\0b"}).json() == {"people": []}


def test_an_audit_is_json_or_csv(asking: TestClient) -> None:
    asked = {"by": "publisher", "q": 'publisher:nwa,"Halden Gazette"'}
    rows = asking.get(f"{API}/audit", params=asked).json()["rows"]
    assert [row["group"] for row in rows] == ["Halden Gazette", "NWA"]
    table = list(csv.DictReader(io.StringIO(asking.get(f"{API}/audit", params=asked | {"format": "csv"}).text)))
    assert [(row["group"], int(row["total"])) for row in table] == [(row["group"], row["total"]) for row in rows]


def test_counts_say_how_much_there_is_and_what_is_covered(asking: TestClient, record: Record) -> None:
    counts = asking.get(f"{API}/counts").json()
    assert counts["stories"] == record.counts().stories
    assert sum(month["stories"] for month in counts["months"]) + counts["undated"] == counts["stories"]


def test_an_answer_that_did_not_change_is_not_sent_again(asking: TestClient) -> None:
    for path in (f"{API}/search?q=tariffs", f"{API}/counts", "/search?q=tariffs", "/about"):
        first = asking.get(path)
        tag = first.headers["etag"]
        again = asking.get(path, headers={"If-None-Match": f'W/"other", {tag}'})
        assert (again.status_code, again.content) == (304, b""), path
        assert asking.get(path, headers={"If-None-Match": 'W/"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/search?q=foo:bar", 400, "Column 1"),
        ("/search?q=meaning:peace", 400, "cannot be answered"),
        ("/search?cursor=nonsense", 400, "cursor"),
        ("/search?limit=0", 422, "limit"),
        ("/search?limit=many", 422, "limit"),
        ("/stories/0123456789abcdef", 404, "no such story"),
        ("/stories/0123456789abcdef/versions", 404, "no such story"),
        ("/statements/0123456789abcdef/s0", 404, "no such statement"),
        ("/stories/..%2f..%2fetc", 404, "nothing here"),
        ("/people/P99999", 404, "no such person"),
        ("/people/P0", 404, "no such person"),
        ("/nowhere", 404, "nothing here"),
    ],
)
def test_what_goes_wrong_is_one_sentence(asking: TestClient, path: str, status: int, said: str) -> None:
    answered = asking.get(API + path)
    assert answered.status_code == status
    assert answered.headers["content-type"] == "application/problem+json"
    problem = answered.json()
    assert problem["status"] == status and said in problem["detail"] and problem["detail"].endswith(".")


def test_a_text_is_read_and_not_kept(reading: TestClient, shelf: Record, engine: Engine) -> None:
    before = shelf.counts()
    answered = reading.post(f"{API}/read", json={"text": SAID, "headline": "The bridge"})
    assert answered.status_code == 200, answered.text
    made = answered.json()
    assert made["story"]["text"] == SAID and made["story"]["headline"] == "The bridge"
    assert made["story"]["published"] == "2025-05-05" and len(made["statements"]) >= 4
    assert shelf.counts() == before


def test_reading_is_limited(shelf: Record, engine: Engine) -> None:
    reader = Reader()
    reader._engine = engine
    reader._allowance = Allowance(2)
    asking = client(Room(record=shelf, reader=reader))
    codes = [asking.post(f"{API}/read", json={"text": "Ann Lee said no."}).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    refused = asking.post(f"{API}/read", json={"text": "Ann Lee said no."})
    assert 0 < int(refused.headers["retry-after"]) <= 60


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": ""},
        {"text": " \n"},
        {"text": "x", "published": "yesterday"},
        {"text": "x" * 100_001},
        [],
        {"text": 1},
    ],
)
def test_what_is_no_story_is_refused(reading: TestClient, sent: object) -> None:
    assert reading.post(f"{API}/read", json=sent).status_code == 422


def test_half_a_surrogate_pair_is_refused(reading: TestClient) -> None:
    sent = b'{"text": "a \\ud800 b"}'
    answered = reading.post(f"{API}/read", content=sent, headers={"content-type": "application/json"})
    assert answered.status_code == 422
