"""Which spellings of a name are accepted ones, which are nearly the same, which are short forms."""

from functools import lru_cache

from seedreader.engine.persons import same_people

_SHORTEST = 5
_ENDINGS = frozenset(
    """s es n an ian ians ish i is ese er ers ist ists ism ic ics ed ing y ies al a o e ns d r rs in ly ment ar ean eans
    ans ns men man""".split()
)
_SAME = tuple(
    frozenset(names.split())
    for names in (
        "kyiv kiev", "kharkiv kharkov", "odesa odessa", "lviv lvov", "dnipro dnieper", "beijing peking",
        "mumbai bombay", "kolkata calcutta", "yangon rangoon", "myanmar burma", "tskhinvali tskhinval",
        "sukhumi sokhumi", "gaddafi qaddafi gadhafi kadafi gadafi qadhafi", "osama usama", "qaeda qaida",
        "hezbollah hizbullah hizbollah hezbullah", "koran quran", "laden ladin", "sisi sissi", "daesh daish",
        "mohammed muhammad mohammad mohamed muhammed", "hussein hussain husain husein", "yasser yasir yaser",
        "ahmed ahmad", "morsi mursi morsy", "houthi huthi", "sergei sergey serguei", "alexander aleksandr alexandr",
        "dmitry dmitri dmitriy dimitri", "zelensky zelenskyy zelenskiy zelenskyi", "yeltsin eltsin", "iurii yuri yury",
        "saakashvili sakashvili", "mikheil mikhail", "abdullah abdallah", "khalifa khalifah", "makkah mecca",
    )
)  # fmt: skip
_NICKNAMES = tuple(
    frozenset(names.split())
    for names in (
        "robert rob bob bobby|william will bill billy|elizabeth liz beth betsy|james jim jimmy jamie|michael mike mick"
        "|richard rick dick rich|joseph joe joey|thomas tom tommy|daniel dan danny|christopher chris|matthew matt"
        "|steven stephen steve|anthony tony|edward ed eddie ted|nicholas nick|samuel sam|donald don donnie|david dave"
        "|charles charlie chuck|andrew andy drew|benjamin ben|alexander alex|kenneth ken kenny|gregory greg"
        "|jeffrey jeff|timothy tim|ronald ron|john jack johnny|jonathan jon|patrick pat|patricia pat patty"
        "|katherine kate kathy|catherine cathy kate|kathleen kathy|margaret maggie peggy|susan sue|deborah debbie"
        "|rebecca becky|jennifer jen jenny|victoria vicky|douglas doug|frederick fred|lawrence larry|leonard len"
        "|peter pete|philip phil|raymond ray|theodore ted theo|vincent vince|walter walt|bernard bernie|mitchell mitch"
        "|eugene gene|gerald gerry jerry|henry harry hank|jacob jake|joshua josh|abigail abby|barbara barb"
        "|cynthia cindy|jacqueline jackie|jessica jess|pamela pam|samantha sam|zachary zach|nathaniel nate|nathan nate"
        "|francis frank|franklin frank|albert al|alfred al|arthur art|calvin cal|clifford cliff|curtis curt|harold hal"
        "|louis lou|martin marty|maxwell max|maximilian max|norman norm|randall randy|russell russ|stanley stan"
        "|terrence terry|wesley wes|geoffrey geoff|madeline maddie|mary molly|virginia ginny|kimberly kim"
    ).split("|")
)


def misspelled(one: str, other: str) -> bool:
    """Whether two words of names, folded, are so near that one may be the other misspelled, and no accepted variant."""
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or spelled_alike(one, other):
        return False
    short, long = sorted((one, other), key=len)
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    if short[common:] in _ENDINGS | {""} and long[common:] in _ENDINGS:
        return False
    return _edits(one, other) <= (2 if len(short) > 8 else 1)


@lru_cache(maxsize=4096)
def _edits(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # here, because loading it takes time that starting cannot spare

    return OSA.distance(one, other, score_cutoff=3)


@lru_cache(maxsize=4096)
def spelled_alike(one: str, other: str) -> bool:
    """Whether two words of names are accepted spellings of one: they sound the same, or are known to be."""
    if any(one in same and other in same for same in _SAME):
        return True
    return len(same_people(((one,), (other,)))) == 1


def nicknames(one: str, other: str) -> bool:
    """Whether two given names are forms of one: Robert and Bob."""
    return any(one in same and other in same for same in _NICKNAMES)
