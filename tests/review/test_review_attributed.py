"""Claims that only the source's name stands outside of: who says them, what is found there."""

from factcheck.model.document import Document
from factcheck.review.reading import read


def test_what_is_found_in_a_source_belongs_to_the_claims_it_makes() -> None:
    reading = read(Document("Critics say the port lost money. The mayor left.", "Port", "-"))
    assert [claim.text for claim in reading.claims] == ["the port lost money.", "The mayor left."]
    sources = [finding for finding in reading.findings if finding.span.start == 0]
    assert [finding.claims for finding in sources] == [(0,)] * len(sources) != []


def test_the_name_in_a_claim_is_that_of_its_own_source() -> None:
    text = "Ines Roy said the port was sold and Tom Berg said it was not."
    reading = read(Document(text, "Port", "-"))
    named = {
        claim.text: claim.attribution.source[0].of(text)
        for claim in reading.claims
        if claim.attribution is not None
    }
    assert named["the port was sold."] == "Ines Roy"
