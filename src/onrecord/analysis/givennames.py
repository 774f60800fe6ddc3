"""Common given names, looked up by naming and matching: the gender they hint at, and which are short for which."""

from __future__ import annotations

from onrecord.analysis.namewords import listed

MALE = listed(
    """
    aaron abdul abdullah adam adrian ahmad ahmed alan albert alberto aleksandr alexander alfred ali allan
    allen andre andres andrew andy angus anthony antonio arnold arthur austin barack barry ben benjamin
    bernard bernie bill bob bobby boris brad bradley brendan brian bruce bryan carl carlos cesar charles
    charlie christopher chuck clarence claude clifford clint colin craig curtis dan daniel dave david dennis
    derek dick diego dmitry donald doug douglas duncan dwight earl ed eddie edgar eduardo edward edwin
    emmanuel enrique eric ernest eugene felipe fernando fidel francois frank franklin fred frederick gary
    geoffrey george gerald gerhard gilbert giovanni giuseppe glenn gordon graham greg gregory guillermo
    gustavo hans harold harry hassan hector heinz helmut henri henry herbert herman howard hugh hugo hussein
    ian ibrahim igor isaac ivan jack jacob jacques jake james jason javier jeff jeffrey jeremy jerry jim
    jimmy joe joel john johnny jonathan jorge jose joseph joshua juan julio justin karl keith ken kenneth
    kevin khalid klaus kyle lars larry lawrence leonard leonid lloyd louis luigi luis luiz lyndon manuel
    marco marcos marcus mario mark martin marvin matt matthew maurice max michael miguel mike mikhail milton
    mohamed mohammad mohammed muhammad mustafa nathan neil nelson nicholas nicolas nigel nikolai norman
    oliver omar oscar osama otto pablo patrick paul pedro peter phil philip phillip pierre rafael ralph
    ramon raul ray raymond ricardo richard rick rob robert roberto rodney roger roland ronald ross roy
    rudolph rupert russell ryan salman samuel saddam scott sean sergei sergey sergio seth simon stanley
    stephen steve steven stuart tariq ted theodore thomas tim timothy toby todd tom tommy tony tyler vernon
    victor vincent vladimir walter warren wayne wilhelm will william wolfgang yasser yitzhak yuri yusuf
    zachary
    """
)
FEMALE = listed(
    """
    abigail adele agnes aisha alexandra alice alicia alison amanda amber amy ana angela anita ann anna anne
    annette annie audrey barbara beatrice benazir bernadette bertha beth betty brenda bridget brigitte
    camilla carla carmen caroline catherine cecilia charlotte cheryl christina christine cindy claire clara
    claudia colleen condoleezza connie corazon courtney cynthia daisy daphne deborah debra deirdre denise
    diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth eliza elizabeth ella
    ellen emily emma erica erin esther ethel eva fatima felicia fiona florence frances gabriela gail georgia
    geraldine gertrude gina gladys gloria golda grace greta hannah harriet heather heidi helen helena
    hillary ida indira inez ingrid irene irina isabel isabella ivana ivanka jackie jacqueline jane janet
    janice jasmine jeanne jennifer jenny jessica jill joanna joanne josephine joyce juanita judith judy
    julia julie karen kate katherine kathleen kathryn kathy katie kristen kristin laura lauren leila lena
    leticia lillian linda lisa liz lois loretta louise lucia lucy lydia lynn madeleine maggie margaret
    margarita maria marianne marie marilyn marjorie martha mary maureen megan melania melissa mercedes
    meredith michelle mildred miriam molly monica nadia nancy naomi natalia natalie natasha nina nora olga
    olivia ophelia pamela patricia paula pauline peggy phyllis priscilla rachel rebecca regina renee rita
    roberta rosa rosalind rose rosemary roxanne ruth sally samantha sandra sara sarah sharon sheila sonia
    sophia sophie stella stephanie sue susan susanna suzanne svetlana sylvia tamara tanya tara tatiana
    teresa theresa tiffany tina ursula valerie vanessa vera veronica victoria violet virginia wanda wendy
    winnie yasmin yolanda yulia yvette yvonne
    """
)

_SHORT = """
    abraham: abe
    albert: al bert
    alexander: alex alec sandy sasha aleksandr
    alfred: al fred alf
    andrew: andy drew
    anthony: tony
    arthur: art
    barbara: barb
    benjamin: ben benny benji
    bernard: bernie
    catherine: cathy kate katie cate
    charles: charlie chuck chas
    christine: chris christy chrissy
    christopher: chris kit topher
    clifford: cliff
    cynthia: cindy
    daniel: dan danny
    david: dave davey
    deborah: deb debbie debra
    dmitry: dmitri dmitriy dima
    donald: don donny donnie
    dorothy: dot dottie
    douglas: doug
    edward: ed eddie ted teddy ned
    edmund: ed ned
    edwin: ed
    eleanor: ellie nell
    elizabeth: liz lizzie beth betty betsy eliza libby bess
    eugene: gene
    florence: flo
    frances: fran
    francis: frank
    franklin: frank
    frederick: fred freddie fritz
    gerald: gerry jerry
    gerard: gerry
    geoffrey: geoff jeff
    gregory: greg
    gilbert: gil
    harold: hal harry
    henry: hank harry
    herbert: herb
    howard: howie
    hubert: bert
    isabella: bella izzy
    jacob: jake
    jacqueline: jackie
    james: jim jimmy jamie jimmie
    janet: jan
    jeffrey: jeff
    jennifer: jen jenny
    jerome: jerry
    jessica: jess jessie
    john: jack johnny
    jonathan: jon
    joseph: joe joey
    joshua: josh
    judith: judy
    katherine: kate kathy katie kathryn katharine kitty
    kenneth: ken kenny
    lawrence: larry laurie
    leonard: leo len lenny
    leonid: leo
    louis: lou louie lewis
    manuel: manny
    margaret: maggie meg peggy marge margie madge
    marvin: marv
    matthew: matt
    maximilian: max
    melvin: mel
    michael: mike mick mickey micky mikey misha
    mikhail: misha
    mitchell: mitch
    mohammed: mohammad mohamed muhammad muhammed mohamad
    nathaniel: nat nate nathan
    nathan: nate
    nicholas: nick nicky nicolas nikolas
    norman: norm
    pamela: pam
    patricia: pat patty tricia trish
    patrick: pat paddy
    peter: pete
    philip: phil phillip
    randolph: randy
    raymond: ray
    rebecca: becky becca
    reginald: reggie reg
    richard: dick rick rich ricky richie
    robert: bob bobby rob robbie bert
    rodney: rod
    roland: rollie
    ronald: ron ronnie
    rosemary: rose rosie
    rudolph: rudy
    russell: russ
    samuel: sam sammy
    samantha: sam
    sandra: sandy
    sergei: sergey sergej
    sidney: sid
    solomon: sol
    stanley: stan
    stephanie: steph
    stephen: steve steven
    steven: steve
    stuart: stu stewart
    susan: sue suzy susie
    terence: terry terrence
    theodore: ted teddy theo
    theresa: terry tess teresa
    thomas: tom tommy
    timothy: tim timmy
    victor: vic
    victoria: vicky vicki
    vincent: vince vinny
    virginia: ginny
    vladimir: volodymyr vova
    walter: walt wally
    wilbur: will
    william: bill billy will willie willy liam
    yuri: yury yuriy
    zachary: zach zack
"""


def _formal() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SHORT.strip().splitlines():
        name, shorts = line.split(":")
        for short in (name.strip(), *shorts.split()):
            found.setdefault(short, set()).add(name.strip())
    return {short: frozenset(names) for short, names in found.items()}


def _letters() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for short, names in FORMAL.items():
        for name in names:
            found.setdefault(name, set()).add(short[0])
    return {name: frozenset(letters) for name, letters in found.items()}


FORMAL = _formal()
"""A given name to the names it may stand for, itself among them where it is one: "ted" -> edward, theodore."""

LETTERS = _letters()
"""A given name to the letters that it and what is short for it begin with: "william" -> b, l, w."""
