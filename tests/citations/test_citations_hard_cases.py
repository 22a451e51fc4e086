"""Hard cases of every kind of reference, drawn, and what only looks like one.

Each goes through everything that finds citations, so that no reader takes what is another's.
"""

import pytest

from factcheck.citations import find_citations
from factcheck.segment import split
from marks import unmark

# The text with its references drawn, their kinds, and the identifier of one of them.
FOUND = [
    ("⟦The Lancet study⟧ was withdrawn.", "publication", None),
    ("⟦Two Bank of Dale reports⟧ show it.", "report", None),
    (
        "The European Union’s ⟦AI Act⟧, ⟦Regulation (EU) 2024/1689⟧, is new.",
        "law,law",
        "celex:32024R1689",
    ),
    ("The ⟦Children’s Health Act of 2000⟧ pays.", "law", None),
    ("Under the ⟦Working Time Directive⟧, they rest.", "law", None),
    ("It was ⟦A/RES/ES-10/21⟧ that asked.", "law", "un-resolution:A/RES/ES-10/21"),
    ("The UN adopted ⟦resolution ES-10/23⟧ too.", "law", "un-resolution:A/RES/ES-10/23"),
    ("⟦The Pew Research Center survey⟧ of adults, published in May, is new.", "report", None),
    ("At the UN, ⟦Resolution 2231⟧ passed.", "law", "un-resolution:S/RES/2231"),
    ("⟦Regulation (EU) 1024/2013⟧ made it the supervisor.", "law", "celex:32013R1024"),
    ("Under ⟦Regulation (EU) 2016/679⟧ firms must delete data.", "law", "celex:32016R0679"),
    ("⟦Directive 2009/28/EC⟧ set the target.", "law", "celex:32009L0028"),
    ("⟦Council Regulation (EC) No 1907/2006⟧ covers chemicals.", "law", "celex:32006R1907"),
    (
        "The ⟦Commission Implementing Regulation (EU) 2021/1165⟧ lists them.",
        "law",
        "celex:32021R1165",
    ),
    ("⟦Decision No 1313/2013/EU⟧ created it.", "law", "celex:32013D1313"),
    ("⟦Commission Delegated Directive (EU) 2015/863⟧ bans it.", "law", "celex:32015L0863"),
    ("They cite ⟦Council Framework Decision 2002/584/JHA⟧.", "law", "celex:32002F0584"),
    ("the ⟦General Data Protection Regulation⟧ applies", "law", None),
    ("The ⟦AI Act⟧ takes effect in August.", "law", None),
    ("See CELEX ⟦32016R0679⟧ for the text.", "law", "celex:32016R0679"),
    ("根据⟦《通用数据保护条例》⟧，公司必须删除数据。", "law", None),
    (
        "⟦UN Security Council Resolution 2231⟧ ended the sanctions.",
        "law",
        "un-resolution:S/RES/2231",
    ),
    ("The council adopted ⟦Resolution 1325 (2000)⟧ on women.", "law", None),
    ("⟦General Assembly resolution 68/262⟧ affirmed it.", "law", "un-resolution:A/RES/68/262"),
    ("⟦A/RES/70/1⟧ lists the goals.", "law", "un-resolution:A/RES/70/1"),
    ("⟦S/RES/1973 (2011)⟧ allowed it.", "law", "un-resolution:S/RES/1973"),
    ("⟦UNSCR 1701⟧ is ignored.", "law", "un-resolution:S/RES/1701"),
    ("⟦H.Res. 24⟧ impeached him; the House passed it.", "bill", "us-bill:hres24"),
    ("Lawmakers passed ⟦S.Con.Res. 14⟧ in August.", "bill", "us-bill:sconres14"),
    ("The Senate approved ⟦S.J. Res. 7⟧.", "bill", "us-bill:sjres7"),
    ("The rule is at ⟦87 Fed. Reg. 62186⟧.", "law", "fed-reg:87-62186"),
    ("The rule appeared at ⟦88 FR 1234⟧ in January.", "law", "fed-reg:88-1234"),
    ("⟦87 Fed. Reg. 62,186 (Oct. 13, 2022)⟧ added them.", "law", "fed-reg:87-62186"),
    ("under ⟦15 C.F.R. § 744.11⟧ exports need a licence", "law", "us-cfr:15-744.11"),
    ("⟦47 CFR Part 73⟧ rules radio.", "law", "us-cfr:47-73"),
    ("He signed ⟦Executive Order 14028⟧ in May.", "law", "us-order:14028"),
    ("⟦E.O. 13526⟧ governs secrets.", "law", "us-order:13526"),
    (
        "The ⟦CHIPS and Science Act⟧ (⟦Public Law 117-167⟧) pays for it.",
        "law,law",
        "us-law:117-167",
    ),
    ("⟦Pub. L. No. 111–148⟧ was upheld.", "law", "us-law:111-148"),
    ("⟦P.L. 94-142⟧ came in 1975.", "law", "us-law:94-142"),
    ("⟦H. R. 3684⟧ passed the House.", "bill", "us-bill:hr3684"),
    ("⟦HR 1⟧ was introduced as a bill.", "bill", "us-bill:hr1"),
    ("The Senate passed ⟦S. 1260⟧ in June.", "bill", "us-bill:s1260"),
    ("⟦Senate Bill 8⟧ took effect in Texas.", "bill", None),
    ("⟦House Bill 2⟧ was repealed in North Carolina.", "bill", None),
    ("Lawmakers debated ⟦H.B. 1557⟧ in Florida.", "bill", None),
    ("⟦42 U.S.C. 1983⟧ lets people sue.", "law", "us-code:42-1983"),
    ("under ⟦Section 230 of the Communications Decency Act⟧", "law", None),
    ("The ⟦Online Safety Act 2023⟧ is British.", "law", None),
    ("⟦Title IX of the Education Amendments of 1972⟧ bars it.", "law", None),
    ("It meets ⟦ISO/IEC 27001:2022⟧.", "standard", "standard:ISO/IEC 27001:2022"),
    ("符合⟦GB/T 36637-2018⟧要求", "standard", "standard:GB/T 36637-2018"),
    ("⟦GB 2762—2022⟧ limits lead.", "standard", "standard:GB 2762-2022"),
    ("⟦EN ISO 14971⟧ is cited.", "standard", "standard:EN ISO 14971"),
    ("⟦ASTM F2413-18⟧ boots", "standard", "standard:ASTM F2413-18"),
    ("⟦NIST SP 800-53⟧ lists controls.", "standard", "standard:NIST SP 800-53"),
    ("⟦IEEE 802.11ax⟧ is faster.", "standard", "standard:IEEE 802.11ax"),
    ("⟦RFC 9110⟧ defines HTTP.", "standard", "standard:RFC 9110"),
    ("⟦BS 7671:2018⟧ is the wiring code.", "standard", "standard:BS 7671:2018"),
    ("⟦A Harbour Board press release⟧ said the quay was safe.", "press-release", None),
    ("⟦the Audit Office’s 2021 report⟧ was blunt", "report", None),
    ("⟦A 2019 study by the University of Leeds⟧ found otherwise.", "publication", None),
    ("⟦A study in Nature⟧ found otherwise.", "publication", None),
    ("⟦a Pew Research Center survey⟧ found", "report", None),
    ("⟦a CAS web post⟧ noted", "post", None),
    ("In ⟦a Facebook post⟧, Roy denied it.", "post", None),
    ("⟦Chinese and Western databases⟧ list it.", "database", None),
    ("according to ⟦the PubMed database⟧", "database", None),
    ("⟦a leaked Pentagon memo⟧ says", "report", None),
    ("The ⟦Regulation (EEC) No 2658/87⟧ is old.", "law", "celex:31987R2658"),
    ("⟦Directive 95/46/EC⟧ was replaced.", "law", "celex:31995L0046"),
    ("They read ⟦Fla. Stat. § 120.68⟧ aloud.", "law", None),
    ("⟦Mass. Gen. Laws ch. 1, § 2⟧ sets the border.", "law", None),
    ("Senators voted on ⟦SB 1047⟧ in California.", "bill", None),
    ("⟦Article 5 of the North Atlantic Treaty⟧ was invoked.", "law", None),
    ("⟦A 2021 paper in the Journal of Coastal Research⟧ says so.", "publication", None),
    ("⟦A tweet by Ines Roy⟧ said so.", "post", None),
]


@pytest.mark.parametrize(("marked", "kinds", "identifier"), FOUND)
def test_a_reference_is_found_whole_with_its_kind_and_normal_form(
    marked: str, kinds: str, identifier: str | None
) -> None:
    text, spans = unmark(marked)
    found = find_citations(text, split(text), ())
    assert tuple(citation.span for citation in found) == spans
    assert ",".join(citation.kind for citation in found) == kinds
    known = [each.identifier for each in found if each.identifier]
    assert [f"{each.scheme}:{each.value}" for each in known] == ([identifier] if identifier else [])


LOOK_ALIKES = [
    "The Dale Post reports that it rained.",
    "Bloomberg reports a loss.",
    "She teaches Islamic studies in Dale.",
    "He leads the Dale Centre for the Study of Rivers.",
    "The Regulation was old, and The Port Regulation too.",
    "Results were published in May and June.",
    "The UN set resolution 12 aside.",
    "The score was 88 FR 1234 on the board.",
    "Regulation is costly, and Directive 5 is not read.",
    "The decision 2020/21 season began late.",
    "Her New Year resolution 2024 was short.",
    "The camera has a resolution of 1080 lines.",
    "Resolution 4K screens sold well.",
    "The train takes 88 FR 1234 minutes.",
    "An executive order 50 pages long was signed.",
    "She works in HR 3 days a week.",
    "U.S. 50 crosses Nevada.",
    "Flight S. 5 was late.",
    "He rode HR 12 home on U.S. 5.",
    "An Act of kindness moved the House.",
    "The Third Act of the play drew applause.",
    "The ISO 9 staff left.",
    "In EN 2024 was a good year.",
    "A photo at ISO 800 is grainy.",
    "GB 12 million was spent.",
    "He filed a report with the police.",
    "A report said so. The press release was short.",
    "Police report that the database is down.",
    "The study of birds is old.",
    "A study in Germany found nothing.",
    "Sales of SB 3 shoes rose.",
    "He drank EO 1234 drops.",
    "Storage of 16 GB 5600 MHz is enough.",
    "Regulation 5/6 of the club bars dogs.",
    "The vote was 87 to 62,186.",
    "The Nuclear Regulation Authority met.",
    "Facebook posts are dull.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    assert find_citations(text, split(text), ()) == ()
