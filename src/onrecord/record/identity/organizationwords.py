"""The lists that bodies looks the words of organisations' names up in: acronyms, trades, parts, what all have."""

from __future__ import annotations

from onrecord.analysis.namewords import FORE, NAMED_AFTER, OFFICES_OF, ORGANIZATION, listed

_KNOWN = """
    afp: agence france presse
    ap: associated press
    apec: asia pacific economic cooperation
    bbc: british broadcasting corporation
    cdc: centers disease control prevention
    cia: central intelligence agency
    dea: drug enforcement administration
    doj: justice department
    dod: defense department
    ecb: european central bank
    epa: environmental protection agency
    eu: european union
    faa: federal aviation administration
    fao: food agriculture organization
    fbi: federal investigation bureau
    fcc: federal communications commission
    fda: food drug administration
    fifa: federation internationale football association
    ftc: federal trade commission
    iaea: international atomic energy agency
    ibm: international business machines
    icc: international criminal court
    icj: international court justice
    icrc: international committee red cross
    idf: israel defense forces
    ilo: international labor organization
    imf: international monetary fund
    ioc: international olympic committee
    irs: internal revenue service
    naacp: national association advancement colored people
    nasa: national aeronautics space administration
    nato: north atlantic treaty organization
    nhs: national health service
    nra: national rifle association
    nsa: national security agency
    ntsb: national transportation safety board
    oecd: organization economic cooperation development
    opec: organization petroleum exporting countries
    osce: organization security cooperation europe
    plo: palestine liberation organization
    sec: securities exchange commission
    tsa: transportation security administration
    un: united nations
    unesco: united nations educational scientific cultural organization
    unhcr: united nations high commissioner refugees
    unicef: united nations childrens fund
    usda: agriculture department
    who: world health organization
    wto: world trade organization
"""


def _pairs() -> dict[str, tuple[str, ...]]:
    lines = (line.split(":") for line in _KNOWN.strip().splitlines())
    return {acronym.strip(): tuple(words.split()) for acronym, words in lines}


ACRONYMS = _pairs()
"""Acronyms of world-wide use to their words as naming orders them, small ones left out, in American spelling."""

SINGLE = frozenset(ACRONYMS.values()) | {
    tuple(name.split(","))
    for name in listed(
        """
        world,bank federal,reserve red,cross white,house associated,press united,press,international
        international,red,cross security,council,united,nations african,union arab,league european,commission
        european,parliament
        """
    )
}
"""Names that the world has once although all their words are such as many have."""

AMERICAN = {
    "defence": "defense", "centre": "center", "centres": "centers", "labour": "labor", "programme": "program",
    "organisation": "organization", "organisations": "organizations", "theatre": "theater", "dept": "department",
    "assn": "association", "intl": "international", "natl": "national", "univ": "university", "govt": "government",
    "bros": "brothers", "co": "company", "corp": "corporation",
}  # fmt: skip
"""British spellings and shortenings to one form."""

GENERIC = (
    ORGANIZATION
    | FORE
    | NAMED_AFTER
    | OFFICES_OF
    | listed(
        """
        supreme district appeals appeal criminal county city town state provincial regional metropolitan local
        constitutional electoral election elections home interior treasury foreign affairs revenue social security
        civil human rights opposition ruling liberal conservative progressive christian democrat democrats
        socialist communist labor worker workers teachers students farmers lawyers doctors nurses journalists
        central reserve daily evening morning star sun mirror post times globe tribune highway fire sheriffs
        coast guard border customs immigration intelligence anti corruption women youth medical bar chief
        """
    )
)
"""Words of which many organisations' names consist; a name of nothing else tells none of them from its like."""

TRADES = listed(
    """
    airline airlines airways bancorp beverage brewery brewing chemical chemicals club company companies computer
    computers corporation corporation department electric electronics fc football foods group holding holdings
    industries international magazine motor motors newspaper oil party petroleum pharmaceutical pharmaceuticals
    software steel stores systems team technologies technology telecom communications
    """
)
"""Words that are left off a name in short without its being another's."""

PARTS = listed(
    """
    academy asset branch brigade capital chapter cloud college consumer credit direct division eastern express
    finance financial foundation fund healthcare hospital institute investments labs laboratories leasing local
    management mortgage north northern pharmacy pictures properties publishing realty records region research
    retail sales school securities services south southern studios subsidiary trust ventures web western women
    youth american asian european african pacific usa us uk emea kk gmbh
    """
)
"""Words that make of an organisation's name that of a part, a branch or a namesake of it."""
