"""References that name their type in brackets (GB/T 7714): which line is one, and its fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations.items import Item
from factcheck.citations.marked import marked_reference
from factcheck.citations.publications import find_publications
from factcheck.model.citation import CitationKind
from factcheck.model.span import Span
from factcheck.segment import split

ENTRIES = [
    (
        "[3] 周岭. 河港志稿[M]. 苏州: 河岸出版社, 2004: 12-19.",
        {"author": "周岭", "title": "河港志稿", "publisher": "河岸出版社", "date": "2004"},
    ),
    (
        "吕安, 唐宁, 等. 码头沉降的测量方法[J]. 港工学刊, 2017, 12(4): 88-93.",
        {"author": "吕安, 唐宁, 等", "title": "码头沉降的测量方法", "container": "港工学刊",
         "date": "2017", "volume": "12(4)"},
    ),
    (
        "吕安．潮汐2.0时代的港口[J]．港工学刊，2017(4)：88-93．",
        {"author": "吕安", "title": "潮汐2.0时代的港口", "container": "港工学刊", "date": "2017",
         "volume": "(4)"},
    ),
    (
        "唐宁. 旧桥要拆了吗[N]. 江城晚报, 2011-03-09(5).",
        {"author": "唐宁", "title": "旧桥要拆了吗", "container": "江城晚报", "date": "2011-03-09"},
    ),
    (
        "港务局. 年度报告: 吞吐量[R/OL]. (2015-04-02)[2016-06-11]. http://port.example/a.htm.",
        {"author": "港务局", "title": "年度报告: 吞吐量", "date": "2015-04-02"},
    ),
    (
        "郑某. 闸口的账[C]//河港学会. 2012年年会论文集. 苏州: 河岸出版社, 2013: 8-9.",
        {"author": "郑某", "title": "闸口的账", "container": "2012年年会论文集",
         "publisher": "河岸出版社", "date": "2013"},
    ),
    (
        "ROTH E. Quays and tides[C]// Proceedings of the Harbour Days, Ghent, 2003: 5-8.",
        {"author": "ROTH E", "title": "Quays and tides",
         "container": "Proceedings of the Harbour Days", "date": "2003"},
    ),
    (
        "Roth, E. B. Quays and tides[D]. Ghent: Harbour College, 1998.",
        {"author": "Roth, E. B", "title": "Quays and tides", "publisher": "Harbour College",
         "date": "1998"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "fields"), ENTRIES)
def test_an_entry_is_read_by_its_mark(line: str, fields: dict[str, str]) -> None:
    (found,) = find_publications(line, split(line))
    assert found.kind is CitationKind.PUBLICATION
    assert {name: span.of(line) for name, span in found.fields} == fields


def test_a_standard_is_one() -> None:
    line = "全国信息安全标准化技术委员会. 供应链安全指南[S]. 北京: 河岸出版社, 2018."
    found = marked_reference(line, Item(Span(0, len(line)), listed=True))
    assert found is not None
    assert found.kind is CitationKind.STANDARD


@pytest.mark.parametrize(
    "line",
    [
        "The amendment says that [C]ongress shall make no law in 1791.",
        "He took vitamin [D]. It helped.",
        "A plain line of 2019.",
        "唐宁. 旧桥[J].",
        "唐宁. 旧桥[C]//",
        "[M]. 1999",
    ],
)
def test_other_brackets_are_no_mark(line: str) -> None:
    assert marked_reference(line, Item(Span(0, len(line)), listed=True)) is None


PIECES = st.sampled_from(
    ["唐宁", ". ", "[J]", "[C]//", "[M]", "，", "2011", "(4)", ": ", "．", "A.", "]"]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_fields_stand_in_the_line_and_hold_words(line: str) -> None:
    found = marked_reference(line, Item(Span(0, len(line)), listed=True))
    for _, span in found.fields if found else ():
        assert 0 <= span.start < span.end <= len(line)
