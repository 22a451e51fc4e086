"""References that few texts have: looked for where a sign of them stands, and found the same."""

import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations import documents, identify, laws, numbered, publications
from factcheck.lexicon.patterns import Rare

_RARE = [
    one
    for room in (documents, identify, laws, numbered, publications)
    for one in vars(room).values()
    if isinstance(one, Rare)
]
_PIECES = (
    *(
        "Council ",
        "Regulation (EU) 2016/679",
        "Directive 95/46/EC",
        "Decision No 1/98",
        "32016R0679",
    ),
    *("Resolution 1325 (2000)", "Security Council resolution 242", "A/RES/70/1", "UNSCR 1325"),
    *(
        "45 CFR 164.502",
        "21 C. F. R. § 1.2",
        "21 C.\nF.R. 5",
        "Cal. Penal Code § 187",
        "Mass. Gen. Laws ch. 9, § 2",
    ),
    *("Public  Law 111-148", "Pub. L. No. 1-2", "Pub.L.10-2", "P.L. 94-142"),
    *(
        "42 U.S.C. 1983",
        "5 USC § 552a",
        "42 U. S. C. 7",
        "《中华人民共和国刑法》",
        "《关于推进全国统一大市场》",
    ),
    *(
        "the Convention on the Law of the Sea",
        "Kyoto Protocol to the Climate",
        "Clean Water Directive",
    ),
    *("General Data Protection Regulation", "a Charter for Europe", "Treaty of Rome"),
    *("a study published in Nature", "research that first appeared in the journal Cell"),
    *("findings appearing in JAMA", "results printed in The Lancet Oncology", "One paper in PNAS"),
    *(
        "A recent study in the Journal of Ports",
        "an article in Cell Reports",
        "the book in Acta Review",
    ),
    *("a post on X", "His long thread on Bluesky", "The message\non Truth Social"),
    *("arXiv:2101.00001", "hep-th/9901001", "ISBN 978-3-16-148410-0", "PMID: 123", "PubMed ID 77"),
    *(
        "orcid: 0000-0002-1825-0097",
        "urn:nbn:de:1-2",
        " ",
        ". ",
        "\n",
        ", ",
        " and ",
        "K",
        "ſ",
        "İ",
    ),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_what_is_rare_is_found_as_if_looked_for_everywhere(text: str) -> None:
    for one in _RARE:
        everywhere = re.finditer(one.expression, text, one.flags)
        assert [m.span() for m in one.finditer(text)] == [m.span() for m in everywhere]
