from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from playwright.sync_api import Browser, Page

from onrecord.analysis.types import Analysis
from onrecord.cli.page import page
from onrecord.showing.look import story_style
from onrecord.showing.markup import escaped
from onrecord.showing.phrasing import entries
from tests.browser import launched
from tests.cli.analyses import analyses, analysis, entity, example, resolved, statement, time
from tests.cli.elements import Element, parsed

STYLE = story_style()


def made(*found: Analysis) -> Element:
    return parsed("".join(page(found)))


def test_the_text_and_the_list_are_there() -> None:
    root = made(example())
    (text,) = root.of_class("text")
    assert text.text.split() == example().story.text.split()
    assert [e.text for e in text.of_class("source")] == [
        "Renwick",
        "Harbour leader Ilse Obermann",
        "Obermann",
        "a clerk",
    ]
    held = text.of_class("s4")[-1]
    assert [e.text for e in held.of_class("s5")] == ["a clerk", "had told", "that the drawer was empty"]
    (said,) = root.of_class("said")
    whose = [e.text for e in said.of_class("who")]
    assert whose[2] == "continues Harbour leader Ilse Obermann"
    assert said.of_tag("ol")[1].of_class("who")[0].text == "a clerk"


def test_speakers_mentions_and_times_are_there() -> None:
    root = made(resolved())
    (text,) = root.of_class("text")
    (said,) = root.of_class("said")
    (cast,) = root.of_class("cast")
    assert text.text.split() == resolved().story.text.split()
    assert [e.text for e in text.of_class("e1")] == ["Renwick", "it", "He", "he"]
    assert [e.text for e in text.of_class("e3")] == ["Harbour"]
    assert [e.attributes.get("href") for e in said.of_class("m")] == ["#e1-1", *["#e1-2"] * 3]
    assert [e.text for e in said.of_class("who")][-1] == "a clerk"
    assert [e.text for e in said.of_class("role")] == [", Minister", ", Harbour leader"]
    assert next(e.text for e in cast.of_tag("a")) == "Renwick Minister · person · 4 mentions"
    times = [(e.tag, e.attributes.get("datetime"), e.attributes.get("title")) for e in text.of_class("t")]
    assert times == [
        ("time", "2025-03-09", "Sunday 9 March 2025"),
        ("time", "2025-03-09", "Sunday 9 March 2025"),
        ("span", None, "spring 2025"),
        ("span", None, "every day"),
    ]
    assert [e.text for e in said.of_tag("time")] == ["2025-03-09", "2025-03-09", "week of 3 Mar 2025"]
    assert "speaker left open: two clerks fit" in said.text


def test_who_is_mentioned_once_and_says_nothing_is_folded() -> None:
    several = tuple(entity(f"e{n}", f"Clerk {n}", ("a clerk", 0)) for n in range(6))
    (folded,) = made(analysis(statement("s0", content=("Sunday",), speaker="e2"), entities=several)).of_tag(
        "details"
    )
    assert folded.of_tag("summary")[0].text == "5 more, each mentioned once"
    assert len(folded.of_tag("a")) == 5


def test_rules_are_as_many_as_the_longest_story_needs() -> None:
    once, often = ("".join(page([resolved()] * count)) for count in (1, 8))
    assert once.count(":has(.e1:hover)") == often.count(":has(.e1:hover)") == 1
    assert once.count(".said .s5::after") == often.count(".said .s5::after") == 1


def test_ids_are_unique_and_every_link_leads_somewhere() -> None:
    elements = list(made(resolved(), resolved(), analysis()).walk())
    names = [e.attributes["id"] for e in elements if "id" in e.attributes]
    assert len(names) == len(set(names))
    links = [e.attributes["href"] for e in elements if "href" in e.attributes]
    assert links and all(link and link[0] == "#" and link[1:] in names for link in links)


def test_several_stories_get_contents() -> None:
    assert not made(example()).of_tag("nav")
    (contents,) = made(example(), analysis()).of_tag("nav")
    assert [e.text for e in contents.of_tag("li")] == ["Minister denies burying report 5", "pension.txt 0"]


def test_stories_are_passed_on_as_they_come() -> None:
    taken = 0

    def stories() -> Iterator[Analysis]:
        nonlocal taken
        for _ in range(10):
            taken += 1
            yield example()

    chunks = page(stories())
    assert "<!DOCTYPE html>" in next(chunks)
    assert 'id="a1"' in next(chunks)
    assert taken == 2


def test_the_page_needs_nothing_but_itself() -> None:
    html = "".join(page([example(), resolved()]))
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|https?:|\bsrc=", html)


def test_hostile_text_stays_text() -> None:
    text = '</style><script>alert(1)</script> said <b onclick="x">"& &amp; \u202e evil\x00\ud800'
    root = made(
        analysis(
            statement("s0", text, source="<script>alert(1)</script>", cue="said", content=('<b onclick="x">',)),
            text=text,
            headline='</title><script>"',
            source="<img src=x onerror=alert(1)>",
            entities=(
                entity("e0", '"><script>\u202e', ('<b onclick="x">', 0), role="</style><img src=x>", text=text),
            ),
            times=(time("t0", "evil", '"><script>', text=text),),
        )
    )
    assert not [e.tag for e in root.walk() if e.tag in {"script", "img", "b"}]
    assert root.of_class("text")[0].text.strip() == text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert root.of_class("who")[0].text == "<script>alert(1)</script>"


@given(analyses())
def test_the_text_is_all_there_and_every_mention_is_marked(found: Analysis) -> None:
    root = made(found)
    story = found.story.text
    (text,) = root.of_class("text")
    assert bare(text.text) == bare(unescape(escaped(story)))
    for number, person in enumerate(found.entities, 1):
        covered = {place for one in person.mentions for place in range(one.span.start, one.span.end)}
        words = "".join(story[place] for place in sorted(covered))
        marked = list(outermost(text, f"e{number}"))
        assert bare("".join(e.text for e in marked)) == bare(unescape(escaped(words)))
    names = [e.attributes["id"] for e in root.walk() if "id" in e.attributes]
    assert len(names) == len(set(names))
    assert {e.attributes["href"] for e in root.of_class("m") if e.tag == "a"} <= {f"#{name}" for name in names}


def outermost(element: Element, name: str) -> Iterator[Element]:
    """The elements of a class that stand in no other one of it."""
    for child in element.children:
        if isinstance(child, Element):
            inside = name in (child.attributes.get("class") or "").split()
            yield from [child] if inside else outermost(child, name)


@given(analyses())
def test_every_statement_is_in_the_text_and_in_the_list(found: Analysis) -> None:
    root = made(found, found)
    "".join(page([found])).encode("utf-8")
    lines = root.of_class("said")[1].of_class("card")
    text = root.of_class("text")[1]
    shown = list(entries(found))
    assert len(lines) == len(shown)
    for at, (entry, line) in enumerate(zip(shown, lines, strict=True), 1):
        for words in (entry.who, entry.role, entry.cue, entry.what, entry.when):
            assert unescape(escaped(words)) in line.text
        lit = [e for e in text.of_class(f"s{at}") if "content" in (e.attributes["class"] or "")]
        content = "".join(span.of(found.story.text) for span in entry.statement.content)
        assert bare("".join(e.text for e in lit)) == bare(unescape(escaped(content)))


def bare(words: str) -> str:
    """Without white space and the characters that HTML has none for, some of which Python takes for white space."""
    return re.sub(r"[\s\ufffd\x1c-\x1f\x85]", "", words)


def luminance(colour: str) -> float:
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrasts_are_those_of_wcag_aa(theme: int) -> None:
    block = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[theme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    grounds = ("paper", "source", "cue", "content", "inner")
    pairs = [("ink", ground) for ground in grounds] + [("quiet", "paper"), ("link", "paper"), ("lit-ink", "lit")]
    pairs += [("who-ink", "who")]
    for ink, ground in pairs:
        light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def browser(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / "record.html"
    path.write_text("".join(page([resolved(), resolved()])), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False, reduced_motion="reduce", has_touch=True)
    opened = context.new_page()
    opened.goto(path.as_uri())
    yield opened
    context.close()


def ground(browser: Page, selector: str) -> str:
    """The background colour, through the debugging protocol: scripts are off, as they may be for a reader."""
    session = browser.context.new_cdp_session(browser)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    style = session.send("CSS.getComputedStyleForNode", {"nodeId": node})["computedStyle"]
    return next(str(item["value"]) for item in style if item["name"] == "background-color")


@pytest.mark.chromium
def test_a_statement_lights_its_words_without_scripts(browser: Page) -> None:
    lit = "rgb(255, 207, 51)"
    words = ("#a1 .source.s1", "#a1 .cue.s1", "#a1 .content.s1")
    assert lit not in [ground(browser, selector) for selector in words]
    browser.hover("#l1-1")
    assert {ground(browser, selector) for selector in words} == {lit}
    assert ground(browser, "#a2 .source.s1") != lit
    browser.hover("#l1-4")
    assert ground(browser, "#a1 .content.s4") == lit
    assert ground(browser, "#a1 .content.s5") == "rgba(0, 0, 0, 0)"
    browser.click("#l1-4")
    browser.mouse.move(0, 0)
    assert browser.url.endswith("#a1-4")
    assert ground(browser, "#a1 .content.s4") == lit
    assert ground(browser, "#a1 .content.s1") != lit
    browser.click("#a1 .cue.s1")
    browser.mouse.move(0, 0)
    assert browser.url.endswith("#l1-1")
    assert ground(browser, "#a1 .content.s1") == lit


PURPLE = "rgb(106, 44, 145)"


def lit(browser: Page, *, story: int = 1) -> list[str]:
    """The mentions in a story's text that are lit, in their order."""
    session = browser.context.new_cdp_session(browser)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": f"#a{story} .text .m"})["nodeIds"]
    texts = browser.locator(f"#a{story} .text .m").all_text_contents()
    shown = []
    for node, text in zip(found, texts, strict=True):
        style = session.send("CSS.getComputedStyleForNode", {"nodeId": node})["computedStyle"]
        if any(item["name"] == "background-color" and item["value"] == PURPLE for item in style):
            shown.append(text)
    return shown


RENWICK = ["Renwick", "it", "He", "he"]
OBERMANN = ["Harbour leader Ilse Obermann", "Obermann", "her"]


@pytest.mark.chromium
@pytest.mark.parametrize(
    ("selector", "mentions"),
    [
        ("#a1 .text .e1 >> nth=3", RENWICK),
        ("#a1 .text .e2 >> nth=1", OBERMANN),
        ("#a1 .text .e3", ["Harbour"]),
        ("#a1 .said a.e2 >> nth=2", OBERMANN),
        ("#a1 .cast a.e1", RENWICK),
    ],
)
def test_a_name_lights_all_its_mentions(browser: Page, selector: str, mentions: list[str]) -> None:
    assert lit(browser) == []
    browser.hover(selector)
    assert lit(browser) == mentions
    assert lit(browser, story=2) == []
    browser.mouse.move(0, 0)
    assert lit(browser) == []
    browser.tap(selector)
    browser.mouse.move(0, 0)
    assert lit(browser) == mentions


@pytest.mark.chromium
def test_what_is_pointed_at_comes_before_what_was_tapped(browser: Page) -> None:
    browser.tap("#a1 .cast a.e1")
    browser.wait_for_timeout(300)  # a tap is a click only when the finger has been away for a while
    browser.hover("#a1 .text .e2 >> nth=2")
    assert lit(browser) == OBERMANN
    browser.focus("#a1 .said a.e2 >> nth=0")
    browser.mouse.move(0, 0)
    assert lit(browser) == OBERMANN


@pytest.mark.chromium
def test_names_stand_above_lit_statements(browser: Page) -> None:
    browser.click("#l1-1")
    browser.hover("#a1 .text .e1 >> nth=0")
    assert lit(browser) == RENWICK
    assert ground(browser, "#a1 .content.s1") == "rgb(255, 207, 51)"


@pytest.mark.chromium
def test_what_a_time_means_can_be_heard(browser: Page) -> None:
    said = browser.locator("#a1 .text p").first.aria_snapshot()
    assert "on Sunday (Sunday 9 March 2025)" in said


@pytest.mark.chromium
def test_the_page_fits_a_phone(browser: Page) -> None:
    browser.set_viewport_size({"width": 360, "height": 740})
    text, said, cast = (browser.locator(f"#a1 .{part}").bounding_box() for part in ("text", "said", "cast"))
    assert text is not None and said is not None and cast is not None
    assert cast["x"] + cast["width"] <= 360 and cast["y"] >= said["y"] + said["height"]
    assert text["x"] >= 0 and text["x"] + text["width"] <= 360
    assert said["x"] + said["width"] <= 360
    assert said["y"] >= text["y"] + text["height"]
    browser.set_viewport_size({"width": 1200, "height": 800})
    text, said = (browser.locator(f"#a1 .{part}").bounding_box() for part in ("text", "said"))
    assert text is not None and said is not None
    assert said["x"] >= text["x"] + text["width"]
