"""What somebody is called ("the striker", "a senior senator") -> the field of life that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.analysis.namewords import listed

_FIELDS = {
    "politics": listed(
        """
        president minister senator secretary mayor governor lawmaker ambassador candidate congressman
        congresswoman premier chancellor councillor councilman councilwoman legislator politician leader mp
        nominee spokesman spokeswoman envoy diplomat king queen prince princess emperor dictator republican
        democrat representative speaker commissioner adviser advisor activist deputy chief official sen rep gov
        """
    ),
    "sport": listed(
        """
        striker goalkeeper coach player quarterback midfielder boxer defender forward pitcher golfer sprinter
        swimmer cyclist receiver lineman captain winger jockey skater skier gymnast wrestler batsman bowler
        cricketer footballer champion medalist medallist tackle guard athlete referee umpire shortstop slugger
        """
    ),
    "law": listed("judge attorney lawyer prosecutor solicitor barrister magistrate justice counsel"),
    "police": listed("officer detective sheriff constable policeman policewoman trooper sergeant superintendent"),
    "military": listed("general colonel admiral major lieutenant corporal soldier marine commander warlord"),
    "business": listed(
        "ceo chairman chairwoman founder co-founder executive owner banker entrepreneur investor economist analyst "
        "trader developer billionaire financier treasurer"
    ),
    "arts": listed(
        "actor actress singer novelist writer guitarist comedian poet painter filmmaker drummer composer pianist "
        "sculptor playwright rapper musician artist dancer choreographer conductor author photographer designer"
    ),
    "science": listed(
        "professor scientist doctor researcher surgeon physicist chemist biologist astronomer physician historian "
        "psychologist astronaut nurse engineer veterinarian"
    ),
    "religion": listed("bishop pope imam rabbi cardinal priest pastor cleric ayatollah archbishop monk nun"),
    "media": listed("journalist editor columnist reporter correspondent anchor broadcaster blogger critic"),
    "crime": listed("suspect murderer killer gunman victim defendant inmate robber burglar rapist fugitive"),
    "everyday": listed(
        "resident neighbor neighbour teacher student farmer retiree pensioner mother father waitress plumber "
        "carpenter electrician shopkeeper tourist schoolboy schoolgirl teenager toddler"
    ),
}
_FIELD_OF = {word.removesuffix("s"): field for field, words in _FIELDS.items() for word in words}
_WORD = re.compile(r"\w[\w-]*")
_LIGHT = listed(
    """
    the a an of for and in at on to his her its their our former ex late old new senior junior deputy vice acting
    then longtime veteran u.s us chief
    """
)


def words_of(roles: Iterable[str]) -> frozenset[str]:
    """The words of roles that say something, in small letters, without possessives."""
    found = (word.casefold().removesuffix("s") for role in roles for word in _WORD.findall(role.replace("’s", "")))
    return frozenset(word for word in found if len(word) > 1) - _LIGHT


def fields_of(words: Iterable[str]) -> frozenset[str]:
    """The fields that words of roles belong to."""
    return frozenset(_FIELD_OF[word] for word in words if word in _FIELD_OF)
