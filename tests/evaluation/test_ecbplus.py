"""Reading stories in ECB+'s format."""

from __future__ import annotations

from pathlib import Path

from onrecord.analysis.types import EntityKind
from onrecord.evaluation.ecbplus import read_ecbplus

STORY = """<Document doc_name="7_1ecb.xml" doc_id="1">
<token t_id="1" sentence="0" number="0">Mayor</token>
<token t_id="2" sentence="0" number="1">Liv</token>
<token t_id="3" sentence="0" number="2">Dahlin</token>
<token t_id="4" sentence="0" number="3">thanked</token>
<token t_id="5" sentence="0" number="4">Moe</token>
<token t_id="6" sentence="0" number="5">in</token>
<token t_id="7" sentence="0" number="6">Halden</token>
<token t_id="8" sentence="0" number="7">.</token>
<token t_id="9" sentence="1" number="0">She</token>
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="2"/><token_anchor t_id="3"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="2"><token_anchor t_id="9"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="3"><token_anchor t_id="5"/></HUMAN_PART_PER>
<LOC_GEO m_id="4"><token_anchor t_id="7"/></LOC_GEO>
<HUMAN_PART_PER m_id="5" RELATED_TO="" TAG_DESCRIPTOR="dahlin" instance_id="HUM1" />
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="1" note="HUM1"><source m_id="1" /><source m_id="2" /><target m_id="5" /></CROSS_DOC_COREF>
</Relations>
</Document>"""


def test_an_entity_of_a_story_becomes_a_profile(tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "7_1ecb.xml").write_text(STORY, encoding="utf-8")
    small = (
        STORY.replace("Mayor", "Before").replace(">She<", ">she<").replace("Liv", "she").replace("Dahlin", "she")
    )
    (tmp_path / "7" / "7_2ecb.xml").write_text(small, encoding="utf-8")
    (found,) = read_ecbplus(tmp_path, [7])
    assert (found.identity, found.topic) == ("HUM1", 7)
    assert found.profile.kind is EntityKind.PERSON
    assert found.profile.names == ("Liv Dahlin",)
    assert found.profile.roles == ("Mayor",)
    assert found.profile.company == ("Moe",)
    assert found.profile.places == ("Halden",)
    assert found.profile.stories == {"7_1ecb"}
