"""Files, folders, globs and standard input to stories, and every way in which that can go wrong."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoryError
from onrecord.story.reading import read_stories
from onrecord.story.types import Story

TEXT = "OSLO, April 14 (Reuters) - The harbour board denied on Monday that it had sold a pier.\n"


def line(number: int) -> str:
    return json.dumps({"text": f"{number}: {TEXT}", "published": "2031-04-14"}) + "\n"


def read(*sources: str | os.PathLike[str], stdin: bytes = b"") -> tuple[list[Story], list[str]]:
    errors: list[StoryError] = []
    stories = list(read_stories(sources, errors.append, stdin=io.BytesIO(stdin)))
    return stories, [str(error) for error in errors]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("B " + TEXT)
    (tmp_path / "a.jsonl").write_text(line(1) + line(2))
    (tmp_path / "C.TXT").write_text("C " + TEXT)
    (tmp_path / "notes.pdf").write_bytes(b"%PDF\0")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text(TEXT)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.sgm").write_text('<REUTERS NEWID="7"><TEXT><BODY>D body.</BODY></TEXT></REUTERS>')
    return tmp_path


def test_a_folder_is_read_in_sorted_order_without_hidden_files(folder: Path) -> None:
    stories, errors = read(folder)
    assert [Path(story.source).relative_to(folder).as_posix() for story in stories] == [
        "C.TXT",
        "a.jsonl#1",
        "a.jsonl#2",
        "b.txt",
        "sub/d.sgm#7",
    ]
    assert errors == []


def test_one_path_or_several_or_a_glob(folder: Path) -> None:
    assert [story.source for story in read_stories(folder / "b.txt")] == [str(folder / "b.txt")]
    assert [story.source for story in read_stories(str(folder / "*.txt"))] == [str(folder / "b.txt")]
    stories, errors = read(folder / "b.txt", str(folder / "**" / "*.sgm"))
    assert [Path(story.source).name for story in stories] == ["b.txt", "d.sgm#7"]
    assert errors == []


def test_a_file_that_comes_up_twice_is_read_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    stories, _ = read(
        folder / "b.txt",
        folder / "sub" / ".." / "b.txt",
        folder / "link.txt",
        str(folder / "b*"),
        "-",
        "-",
        stdin=b"x y",
    )
    assert [Path(story.source).name for story in stories] == ["b.txt", "standard input"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(TEXT)
    stories, errors = read(tmp_path / "a[1].txt")
    assert (len(stories), errors) == (1, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["-", "wire", "wire.json", "wire.dat"])
def test_the_format_is_told_by_what_a_file_holds(tmp_path: Path, name: str, encoding: str) -> None:
    contents = {
        "lines": ("\n " + line(1) + line(2), [f"{name}#2", f"{name}#3"]),
        "sgml": (
            '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS NEWID="4"><TEXT><BODY>B.</BODY></TEXT></REUTERS>',
            [f"{name}#4"],
        ),
        "text": (TEXT, [name]),
    }
    for form, (content, sources) in contents.items():
        if form == "sgml" and encoding == "utf-16":
            continue
        data = content.encode(encoding)
        if name == "-":
            stories, errors = read("-", stdin=data)
            sources = [source.replace("-", "standard input", 1) for source in sources]
        else:
            (tmp_path / name).write_bytes(data)
            stories, errors = read(tmp_path / name)
            sources = [str(tmp_path / source) for source in sources]
        assert [story.source for story in stories] == sources
        assert errors == []


def test_the_text_of_a_file_is_unchanged(tmp_path: Path) -> None:
    text = "  שלום 🙂 e\u0301\r\n\r\nSecond line\rthird\u2028fourth \t\n\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (story,) = read_stories(tmp_path / "a.txt")
    assert story.text == text


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "nothing but white space"),
        ("a.txt", b"\xef\xbb\xbf", "nothing but white space"),
        ("a.txt", b"GIF89a\0\0", "is binary"),
        ("a.jsonl", b"\0\0\0", "is binary"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.sgm", b"nothing", "no <REUTERS> element"),
        ("a", b'{\n  "text": "x"\n}', "one JSON document"),
        ("a", b'[{"text": "x"}]', "one JSON document"),
        ("a", b"<!DOCTYPE html><p>x", "HTML or XML"),
        ("a", b'<?xml version="1.0"?><rss/>', "HTML or XML"),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT)
    stories, errors = read(tmp_path / name, tmp_path / "good.txt")
    assert [Path(story.source).name for story in stories] == ["good.txt"]
    (message,) = errors
    assert message.startswith(str(tmp_path / name)) and problem in message and message.endswith(".")
    with pytest.raises(StoryError):
        list(read_stories(tmp_path / name))


def test_says_what_is_wrong_with_a_path(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for source, problem in [
        (str(tmp_path / "none.txt"), "there is no such file"),
        (str(tmp_path / "*.none"), "matches no file"),
        (str(tmp_path / "empty"), "is a folder without a story file"),
        ("", "is no path"),
        ("a\0b", "is no path"),
        (str(tmp_path / ("x" * 300)), "cannot be read"),
    ]:
        stories, errors = read(source)
        assert stories == []
        assert len(errors) == 1 and problem in errors[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert "Permission denied" in read(tmp_path)[1][0]


def test_a_name_that_is_not_utf8_is_made_printable(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text(TEXT)
    (story,) = read_stories(path)
    assert Path(story.source).name == "caf\ufffd.txt"


def test_reads_as_it_goes() -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.asked += 1
            data = line(self.asked).encode()
            buffer[: len(data)] = data
            return len(data)

    endless = Endless()
    stories = read_stories("-", stdin=io.BufferedReader(endless))
    assert [next(stories).source, next(stories).source] == ["standard input#1", "standard input#2"]
    assert endless.asked < 10


def test_a_failing_disk_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            raise OSError(5, "Input/output error")

    (tmp_path / "a.txt").write_text(TEXT)
    errors: list[StoryError] = []
    stories = list(read_stories(["-", tmp_path / "a.txt"], errors.append, stdin=io.BufferedReader(Failing())))
    assert len(stories) == 1
    assert "Input/output error" in str(errors[0])


PIECES = [
    *(
        b'{"text": "',
        b'"}',
        b"\n",
        b'"published": 5',
        b",",
        b"\\ud800",
        b"\0",
        b"\xe9",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ),
    *(b"<REUTERS", b"</REUTERS>", b"<TEXT>", b"</TEXT>", b"<BODY>", b"<TITLE>", b"&#5;", b"&lt;", b"OSLO (AP) - "),
]


@given(st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=20).map(b"".join))
def test_arbitrary_bytes_give_stories_or_story_errors(data: bytes) -> None:
    errors: list[StoryError] = []
    for story in read_stories("-", errors.append, stdin=io.BytesIO(data)):
        story.text.encode("utf-8")
        assert story.text.strip()
        for part in story.parts:
            assert part.span.of(story.text).strip()
    for error in errors:
        assert str(error).isprintable() and str(error).endswith(".") and "\n" not in str(error)
