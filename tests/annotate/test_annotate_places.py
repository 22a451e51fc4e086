"""Where paragraphs begin."""

from factcheck import read
from factcheck.annotate.places import block_starts


def test_a_list_is_one_paragraph_with_what_leads_into_it_and_rules_are_none() -> None:
    text = (
        "Roads reopened on Monday.\n\n* * *\n\nThe bill has two parts:\n- It cuts taxes.\n"
        "- It adds jobs.\n\n* * *\n\nThe mayor signed it."
    )
    starts = block_starts(read(text))
    assert [text[start:].split(maxsplit=1)[0] for start in starts] == ["Roads", "The", "The"]
