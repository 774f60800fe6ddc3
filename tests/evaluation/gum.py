"""Documents in GUM's format, written for the tests."""

from __future__ import annotations

from pathlib import Path

from onrecord.analysis.types import Form
from onrecord.evaluation.gum import GumMention
from onrecord.story.types import Span

HEAD = """# newdoc id = {name}
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# meta::dateCreated = 2019-03-09
# meta::genre = news
"""

HARBOUR = """# newpar
# newpar_block = head (1 s)
# sent_id = 1
# text = Mayor Ada Holm isn't worried
1\tMayor\tmayor\tNOUN\tNNP\t_\t5\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-2,3-coref-Ada_Holm
2\tAda\tAda\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tHolm\tHolm\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
4-5\tisn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tis\tbe\tAUX\tVBZ\t_\t6\tcop\t_\t_
5\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
6\tworried\tworried\tADJ\tJJ\t_\t0\troot\t_\t_

# newpar
# sent_id = 2
# text = The head of Halden Port (HP) said she trusts it.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(2-person-new-nnnnn-cf1-2-ana
2\thead\thead\tNOUN\tNN\t_\t8\tnsubj\t_\t_
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tHalden\tHalden\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(3-organization-new-nnnnn-cf2-1,2-coref
5\tPort\tport\tPROPN\tNNP\t_\t4\tflat\t_\tEntity=3)2)
6\t(\t(\tPUNCT\t-LRB-\t_\t7\tpunct\t_\tSpaceAfter=No
7\tHP\tHP\tPROPN\tNNP\t_\t4\tappos\t_\tEntity=(3-organization-giv:act-nnnnn-cf2-1-appos)|SpaceAfter=No
7.1\tand\tand\tCCONJ\tCC\t_\t_\t_\t_\t_
8\t)\t)\tPUNCT\t-RRB-\t_\t7\tpunct\t_\t_
9\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
10\tshe\tshe\tPRON\tPRP\t_\t11\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
11\ttrusts\ttrust\tVERB\tVBZ\t_\t9\tccomp\t_\t_
12\tit\tit\tPRON\tPRP\t_\t11\tobj\t_\tEntity=(3-organization-giv:act-nnnnn-cf2-1-ana)|SpaceAfter=No
13\t.\t.\tPUNCT\t.\t_\t9\tpunct\t_\t_

"""

TEXT = "Mayor Ada Holm isn't worried\n\nThe head of Halden Port (HP) said she trusts it."


def write_gum(folder: Path, *names: str, body: str = HARBOUR) -> Path:
    """Write the same document under each of the names."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.conllu").write_text(HEAD.format(name=name) + body, encoding="utf-8")
    return folder


def mention(start: int, end: int, head: int | None = None, form: Form = Form.NAME) -> GumMention:
    """A mention of an entity; its head is its last word, which begins at `head`."""
    words = (
        (Span(start=start, end=end),)
        if head in (None, start)
        else (
            Span(start=start, end=(head or 0) - 1),
            Span(start=head or 0, end=end),
        )
    )
    return GumMention(entity="1", type="person", link="coref", form=form, words=words, head=words[-1:])
