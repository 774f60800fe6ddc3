"""The lists that naming looks words up in: titles, company endings, heads of organisations, places."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a list written as prose."""
    return frozenset(words.split())


MALE_TITLES = listed(
    """
    baron bishop brother congressman count duke earl emperor emir father fr friar imam king lord monsieur mr
    msgr pope prince rabbi senor sheik sheikh sir sultan tsar councilman assemblyman herr
    """
)
FEMALE_TITLES = listed(
    """
    assemblywoman baroness congresswoman councilwoman countess dame duchess empress frau lady madame miss
    mother mrs ms mme princess queen senora sister sultana
    """
)
HONORIFICS = listed(
    """
    mr mrs ms miss mme mlle madame monsieur sir dame dr drs prof professor rev reverend fr msgr hon herr
    frau senor senora dona sri shri smt haji hajji maulana mullah mufti ustad sayyid madam mx messrs rt
    honourable honorable
    """
)
"""Words of address: cut off a name, but no role."""

REGNAL = listed(
    """
    pope king queen prince princess emperor empress sultan emir sheikh sheik tsar saint st sister mother
    lama
    """
)
"""Titles that go with a given name and belong to it: "King Hussein"."""

PEERAGE = listed("lord lady baron baroness duchess countess")
"""Titles that belong to the name where only one word of it follows: "Lord Carrington"."""

TITLES = (
    HONORIFICS
    | REGNAL
    | PEERAGE
    | listed(
        """
    adm admiral adviser advisor agent aide amb ambassador analyst archbishop architect assemblyman
    assemblywoman assessor astronaut attorney author ayatollah bishop brig brigadier brother candidate capt
    captain cardinal ceo cfo chairman chairperson chairwoman chair chancellor chief cleric cmdr co-chair
    coach col colonel columnist comedian commandant commander commissioner comptroller congressman
    congresswoman constable consul coroner corporal councillor councilman councilmember councilor
    councilwoman counsel counselor cpl critic deacon delegate deputy designer det detective dictator
    diplomat director economist editor engineer envoy executive father filmmaker gen general goalkeeper gov
    governor guerrilla guitarist head historian imam inspector investigator journalist judge justice
    lawmaker lawyer leader lecturer lieutenant lt magistrate maj member major manager marshal mayor midfielder
    minister mp negotiator nominee novelist officer official ombudsman organiser organizer owner patriarch
    patrolman pfc photographer physicist pilot police policeman policewoman preacher premier president
    president-elect principal pres producer prosecutor provost rabbi ranger referee rep reporter
    representative republican rev scientist sec secretary secretary-general sen senator sergeant sgt sheriff
    singer solicitor speaker spokesman spokesperson spokeswoman striker supt superintendent surgeon teacher
    treasurer trooper trustee undersecretary undersheriff vice-chairman vice-president warden writer actor
    actress anchor activist researcher co-founder cofounder founder
    """
    )
)
"""Words that may stand before a name and are not of it."""

ADJECTIVES = listed("chief executive general head major premier")
"""Titles that also open the names of organisations: as the first word, they need a given name behind them."""

ALSO_SURNAMES = listed(
    """
    bishop cardinal chancellor father judge justice king major marshal pope prince ranger
    """
)
"""Titles that may end a name or stand within it after a given name: "Martin Luther King Day"."""

OFFICES_OF = listed(
    """
    agriculture army commerce communications culture defence defense development edinburgh education energy
    environment finance health housing industry interior justice labor labour navy operations parliament planning
    police research science sport staff state technology tourism trade transport transportation treasury wales war
    york
    """
)
"""What follows "of" within a title in one word: "Secretary of State", "Chief of Staff"."""

OFFICES_OF_TWO = {
    "air force",
    "foreign affairs",
    "homeland security",
    "human resources",
    "human services",
    "internal affairs",
    "national defence",
    "national defense",
    "public affairs",
    "public safety",
    "public works",
    "state security",
    "urban development",
    "veterans affairs",
}  # fmt: skip

COMPANY = listed(
    """
    ab ag asa bhd bv co company corp corporation cos gmbh inc incorporated kk kgaa limited llc llp lp ltd
    ltda nv oy oyj plc pte pty sa sab sarl se spa srl berhad bancorp na
    """
)
"""Endings of a company's name that are left off in short."""

GENERATION = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7",
    "viii": "8",
    "ix": "9", "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16",
    "xxiii": "23",
}  # fmt: skip
REGNAL_NUMBER = {"i": "1", "v": "5", "x": "10"}

DEGREES = listed("phd md qc sc kc obe mbe cbe mp esq dds cpa rn ret")

ORGANIZATION = listed(
    """
    academy administration affairs afl-cio agency airlines airways alliance amnesty army asean assembly
    associates association associations authority bancorp bank bankers bank's banking board brigade brigades
    broadcasting bureau bundesbank cabinet campaign center centre chamber charity church club coalition
    college commission committee communications computers conference confederation congress consortium
    consulting corps council court daily defence defense democrats department dept development directorate
    dynamics electric electronics embassy energy enterprises exchange faculty federation financial firm
    foods force forces forum foundation front fund gazette government group guild herald holding holdings
    hospital house hq industries inn institute institution insurance international investments investors
    jihad journal laboratories laboratory league legislature ltd machines magazine management mart media
    methodists militia mills mines mining ministry mission mosque motors movement museum mutual nations navy
    network networks news newspaper newspapers observatory office oil org organisation organization
    parliament partners partnership party patrol petroleum pharmaceuticals police post power press products
    program programme project properties public radio railway railroad registry republicans research reserve
    resources restaurant savings school seminary senate service services society stores studio studios
    syndicate systems taliban team technologies technology telecom telegraph telephone television temple
    theater theatre times tribunal tribune trust tv union unions unit united university watch workers works
    """
)
"""Words by which the name of an organisation is known."""

NAMED_AFTER = listed(
    """
    act administration airport arena avenue award awards campaign center centre county doctrine family
    foundation government library park plan prize square stadium street tower trust university's hospital
    school
    """
)
"""Heads of names that a person or place gives its own to; that name alone is then not short for theirs."""

FORE = listed(
    """
    african american arab asian australian british canadian central chinese democratic eastern european
    federal first french general german great green grand high holy human indian international irish islamic
    israeli italian japanese joint los national new northern old people's peoples public red republican
    royal russian san santa social soviet southern state supreme union united us western white world
    """
)
"""First words that say too little to stand for the whole name."""

HEAD_FIRST = listed("department ministry embassy bureau parliament government")
"""Heads that stand before or behind with one meaning: "Department of Justice", "Justice Department"."""

PARTICLES = listed(
    """
    abu al bin bint ibn ben da dal de del dela della den der des di do dos du el la le las les los lo san st
    te ten ter van vande vander vom von y zu zum zur
    """
)
LEADING_PARTICLES = listed("bin bint ibn da de del della den der di dos du le abu von")
"""Particles that open a surname standing alone even with a capital; "Van" and "Al" may be given names."""

JOINS = listed("of the and amp for in on at to with & de del du des la le et und y")

ALIASES = {
    "us": "united states", "usa": "united states", "america": "united states", "unitedstates": "united states",
    "unitedstatesofamerica": "united states", "uk": "britain", "gb": "britain", "britain": "britain",
    "greatbritain": "britain", "unitedkingdom": "britain", "ussr": "soviet union", "sovietunion": "soviet union",
    "dprk": "north korea", "northkorea": "north korea", "rok": "south korea", "southkorea": "south korea",
    "prc": "china", "china": "china", "peoplesrepublicofchina": "china", "uae": "emirates",
    "unitedarabemirates": "emirates", "emirates": "emirates", "drc": "congo", "eec": "european community",
    "europeancommunity": "european community", "ec": "european community", "gop": "republican party",
    "republicanparty": "republican party", "fed": "federal reserve", "federalreserve": "federal reserve",
    "federalreserveboard": "federal reserve", "pentagon": "defense department",
    "defensedepartment": "defense department",
}  # fmt: skip
"""Names that go by another without sharing a word or by letters that no rule gives; folded and run together."""

PLACES = listed(
    """
    afghanistan africa alabama alaska albania alberta algeria america angola argentina arizona arkansas
    armenia asia athens atlanta australia austria azerbaijan baghdad bahrain baltimore bangladesh barcelona
    beijing beirut belarus belgium belgrade berlin bolivia bonn bosnia boston botswana brasilia brazil
    britain brussels bucharest budapest buenosaires buffalo bulgaria burma burundi cairo california cambodia
    cameroon canada caracas chad chechnya chicago chile china cincinnati cleveland colombia colorado congo
    connecticut copenhagen croatia cuba cyprus dallas damascus delaware delhi denmark denver detroit dublin
    ecuador egypt elsalvador england eritrea estonia ethiopia europe fiji finland florida france gaza geneva
    georgia germany ghana greece guatemala guinea haiti hanoi havana hawaii helsinki holland honduras
    hongkong houston hungary iceland idaho illinois india indiana indonesia iowa iran iraq ireland islamabad
    israel istanbul italy jakarta jamaica japan jerusalem johannesburg jordan kabul kansas karachi kashmir
    kazakhstan kentucky kenya kiev korea kosovo kuwait kyiv kyrgyzstan lagos laos latvia lebanon liberia
    libya lima lisbon lithuania london losangeles louisiana luxembourg macedonia madrid maine malawi
    malaysia mali malta manchester manila maryland massachusetts melbourne mexico miami michigan minnesota
    mississippi missouri moldova mongolia montana montreal morocco moscow mozambique munich myanmar nairobi
    namibia nebraska nepal netherlands nevada newdelhi newhampshire newjersey newmexico newyork newzealand
    nicaragua niger nigeria northcarolina northkorea norway ohio oklahoma oman ontario oregon oslo ottawa
    pakistan palestine panama paraguay paris pennsylvania peru philadelphia philippines phoenix poland
    portugal prague pyongyang qatar quebec rome romania russia rwanda sanfrancisco saudiarabia scotland
    seattle senegal seoul serbia shanghai singapore slovakia slovenia somalia southafrica southkorea spain
    srilanka stockholm sudan sweden switzerland sydney syria taiwan tajikistan tanzania tehran telaviv
    tennessee texas thailand tokyo toronto tunisia turkey turkmenistan uganda ukraine unitedkingdom
    unitedstates uruguay us utah uzbekistan vancouver venezuela vermont vienna vietnam virginia wales warsaw
    washington wisconsin wyoming yemen yugoslavia zambia zimbabwe zurich uk
    """
)
"""Countries, states and great cities, folded and run together: what they lead is not theirs alone."""

WITH_S = listed(
    """
    mcdonald lloyd sotheby christie macy moody poor lowe sainsbury wendy levi kohl domino bloomingdale
    barney kellogg denny hardee arby reader dunkin marks l'oreal
    """
)
"""Firms whose names end in 's of their own."""
