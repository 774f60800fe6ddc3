from __future__ import annotations

import logging
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.web.guard import LARGEST, name_of
from onrecord.web.room import Room
from tests.web.conftest import HERE, TOKEN, client

PAGES = ("/", "/search?q=x", "/audit", "/read", "/about", "/nowhere", "/people?name=x", "/api/v1/search", "/health")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "[::2]", "@127.0.0.1"]
)
def test_another_name_is_not_answered_to(reading: TestClient, host: str) -> None:
    for path in PAGES:
        answered = reading.get(path, headers={"Host": host})
        assert answered.status_code == 400
        assert "does not answer to that name" in answered.text and "evil" not in answered.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_its_own_names_are_answered_to(reading: TestClient, host: str) -> None:
    assert reading.get("/", headers={"Host": host}).status_code == 200


def test_a_name_in_a_host_header() -> None:
    assert [name_of(host) for host in ("A.b:1", "a.b", "[::1]:80", "[::1]")] == ["a.b", "a.b", "::1", "::1"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
def test_what_another_site_sends_is_refused(reading: TestClient, headers: dict[str, str]) -> None:
    for path in ("/read", "/api/v1/read", "/sign-in"):
        assert reading.post(path, content="text=x", headers=headers).status_code == 403
    assert reading.post("/read", content="text=", headers={"Origin": HERE}).status_code == 400


def test_every_answer_has_the_headers_that_keep_browsers_safe(reading: TestClient) -> None:
    for path in PAGES:
        headers = reading.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"]


def test_no_page_has_script_or_style_of_its_own(reading: TestClient) -> None:
    for path in PAGES:
        page = reading.get(path).text
        if page.startswith("<!DOCTYPE"):
            assert "<style" not in page and " style=" not in page and " onclick=" not in page
            assert page.count("<script") == 1


def test_a_body_that_is_too_large_is_refused_before_it_is_read(reading: TestClient) -> None:
    big = "text=" + "x" * LARGEST

    def pieces() -> list[bytes]:
        return [big[:200_000].encode(), big[200_000:].encode()]

    for path in ("/read", "/api/v1/read"):
        assert reading.post(path, content=big).status_code == 413
        assert reading.post(path, content=iter(pieces())).status_code == 413


def test_without_the_token_nothing_is_read(locked: TestClient) -> None:
    for path in ("/", "/search?q=tariffs", "/audit.csv", "/stories/0123456789abcdef", "/static-no", "/nowhere"):
        answered = locked.get(path)
        assert answered.status_code == 303 and answered.headers["location"].startswith("/sign-in")
    for path in ("/api/v1/search", "/api/v1/openapi.json", "/metrics"):
        answered = locked.get(path)
        assert answered.status_code == 401 and answered.headers["www-authenticate"] == "Bearer"
    for wrong in ("Bearer", "Bearer x", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer é"):
        assert locked.get("/api/v1/search", headers={b"Authorization": wrong.encode()}).status_code == 401
    for cookie in ("onrecord=1", "onrecord=99999999999.00", "onrecord=é.ü", 'onrecord="'):
        assert locked.get("/api/v1/search", headers={b"Cookie": cookie.encode()}).status_code == 401
    assert locked.get("/health").status_code == 200 and locked.get("/static/room.css").status_code == 200


def test_the_token_opens_the_api(locked: TestClient) -> None:
    answered = locked.get("/api/v1/search", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answered.status_code == 200 and answered.json()["total"] > 0


def test_a_browser_signs_in_and_goes_where_it_wanted(locked: TestClient) -> None:
    asked = locked.get("/search?q=tariffs&sort=oldest")
    form = locked.get(asked.headers["location"])
    assert 'value="/search?q=tariffs&amp;sort=oldest"' in form.text
    wrong = locked.post("/sign-in", data={"token": "no", "next": "/search"})
    assert wrong.status_code == 403 and "set-cookie" not in wrong.headers
    entered = locked.post("/sign-in", data={"token": TOKEN, "next": "/search?q=tariffs"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/search?q=tariffs")
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie and "samesite=lax" in cookie.lower() and TOKEN not in cookie
    assert locked.get("/search?q=tariffs").status_code == 200


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\r\nX: y"])
def test_signing_in_leads_nowhere_else(locked: TestClient, to: str) -> None:
    assert locked.post("/sign-in", data={"token": TOKEN, "next": to}).headers["location"] == "/"


def test_guessing_the_token_is_slow(locked: TestClient) -> None:
    codes = [locked.post("/sign-in", data={"token": str(n)}).status_code for n in range(12)]
    assert codes[0] == 403 and codes[-1] == 429


def test_a_failure_says_nothing_of_the_machine(
    shelf: Record, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with Record(str(tmp_path / "gone.db"), create=True) as record:
        asking = client(Room(record=record))
        with record.writing() as connection:
            connection.exec_driver_sql("DROP TABLE spans")
            connection.exec_driver_sql("DROP TABLE stories")
        for path in ("/search?q=secret", "/stories/0123456789abcdef", "/api/v1/search", "/about"):
            answered = asking.get(path)
            assert answered.status_code == 503
            for secret in (str(tmp_path), "gone.db", "SELECT", "sqlite", "Traceback", "secret"):
                assert secret not in answered.text
    assert "gone.db" in caplog.text


def test_what_nobody_expected_says_nothing_either(
    shelf: Record, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(record=shelf)
    monkeypatch.setattr("onrecord.web.pages.searching.latest", lambda *_: 1 / 0)
    with caplog.at_level(logging.ERROR):
        answered = client(room).get("/")
    assert answered.status_code == 500 and "Something went wrong here" in answered.text
    assert "ZeroDivisionError" not in answered.text and "ZeroDivisionError" in caplog.text
    assert "content-security-policy" in answered.headers


def test_methods_that_are_none_are_refused(reading: TestClient) -> None:
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        assert reading.request(method, "/api/v1/search").status_code == 405
        assert reading.request(method, "/").status_code == 405


def test_requests_are_counted_by_pattern(reading: TestClient) -> None:
    reading.get("/stories/0123456789abcdef")
    reading.get("/nowhere/at/all")
    written = reading.get("/metrics").text
    assert 'onrecord_requests_total{method="GET",route="/stories/{story}",status="404"} 1.0' in written
    assert 'route="none"' in written and "nowhere" not in written
    assert 'onrecord_request_seconds_bucket{le="0.15",route="/stories/{story}"} 1.0' in written
