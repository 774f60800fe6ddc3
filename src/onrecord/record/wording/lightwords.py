"""Words that stand in quotations of every kind; the others tell one quotation from another."""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(words.split())


GRAMMAR = _listed(
    """
a an the this that these those such same other another each every either neither both all any some no none
i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves one ones who whom whose which what
whoever whatever everybody everyone everything somebody someone something anybody anyone anything nobody nothing
and or but nor so yet if unless whether because since although though while as than
of in on at by to for from with without into onto upon over under above below about around across through
throughout against among between within during before after until till toward behind beyond beside off out up
down along near per
am is are was were be been being do does did done doing have has had having
's 'd can could will would shall should may might must ought used
not never ever also too either only just even still already again once then now here there where when why how
very much many more most less least few little lot lots quite rather really pretty fairly enough almost
perhaps maybe probably possibly certainly surely definitely absolutely clearly obviously simply actually basically
well oh yes yeah okay hey uh um ah like etc
first second next last two three own else always often sometimes away back ago today
"""
)

_TALK = _listed(
    """
say says said saying tell tells told talk talking talked speak ask asked comment comments statement
think thinks thinking thought believe believes believed know knows known knew knowing feel feels felt hope hopes
hoping hoped want wants wanted wanting need needs needed mean means meant guess suppose expect expects expected
see sees seen saw seeing look looks looking looked hear heard understand sure
go goes going gone went come comes coming came get gets getting got gotten give gives giving given gave
take takes taking taken took make makes making made put puts putting let keep keeps keeping kept
try trying tried use using work working happen happens happened happening
thing things way ways kind sort bit part people person man men woman women guy guys time times day days year years
good great bad better best worse worst big right wrong true nice new old long important serious strong clear
different able possible ready
pleased happy glad proud sorry sad grateful thankful thank thanks honored delighted excited confident concerned
worried disappointed shocked surprised saddened disturbing unfortunate deeply extremely highly totally completely
fully strongly certain fact point question questions issue issues problem problems situation matter moment
mr mrs ms sir
"""
)

LIGHT = GRAMMAR | _TALK
"""GRAMMAR, and what people say whatever they talk about; both are forms, see Word.form."""
