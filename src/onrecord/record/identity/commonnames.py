"""The lists that persons and namekeys look surnames up in: which many people bear, which stand in front."""

from __future__ import annotations

from onrecord.analysis.namewords import listed

EASTERN = listed(
    """
    ahn an bae baek ban cao chang chen cheng cho choi chung deng ding dong du fan fang feng gao gu guo han he
    ho hong hu huang hwang jang jeon jeong jia jiang jin jung kang kim kwon lee li liang lim lin liu lu luo ma
    mao min moon na ngo nguyen oh pak pan park peng pham qian qin roh rhee ryu seo shen shi shin sohn son
    song su sun tan tang tian tran tsai vo vu wang wei wen woo wu xi xia xiao xie xu yan yang yao ye yeo yi
    yin yoon yu yuan yun zeng zhang zhao zheng zhou zhu
    """
)
"""Chinese, Korean and Vietnamese surnames: they stand before the given name and alone."""

COMMON = (EASTERN - listed("ban moon xi mao deng tsai rhee roh vo na")) | listed(
    """
    adams ahmed alexander ali allen alvarez anderson andersson bailey baker barnes bell bennett brooks brown
    bryant butler campbell carter castillo castro chavez clark clarke coleman collins cook cooper costa cox
    cruz das davies davis diaz edwards evans fernandez fernandes ferreira fischer fisher flores foster garcia
    gomez gonzalez gonzales gray green griffin gupta gutierrez hall hamilton hansen harris harrison hassan
    hayes henderson henry hernandez hill howard hughes hussain hussein ibrahim ito ivanov jackson james jenkins
    jensen jimenez johansson johnson jones jordan joshi kelly kennedy khan king kumar larsen lewis long lopez
    martin martinez martins mehta mendoza meyer miller mitchell mohamed mohammed moore morales moreno morgan
    morris muller murphy murray myers nelson nielsen novak obrien oliveira olsen ortiz parker patel patterson
    pereira perez perry peters peterson petersen petrov phillips popov powell price ramirez ramos reddy reed
    reyes reynolds richardson rivera roberts robinson rodrigues rodriguez rogers romero rosen ross rossi ruiz
    russell ryan sanchez sanders santos sato schmidt schneider scott shah sharma shaw silva simmons singh smirnov
    smith soto souza stevens stewart suarez sullivan suzuki svensson takahashi tanaka taylor thomas thompson
    torres turner vargas vasquez walker wallace walsh ward washington watanabe watson weber white williams wilson
    wood wright yamamoto yilmaz young
    """
)
"""Surnames that so many bear that two people of one given name and surname are nothing rare."""
