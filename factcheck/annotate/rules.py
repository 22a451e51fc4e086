"""Name every rule that a finding can have, with one line on what it means."""

RULES: dict[str, str] = {
    "citation.not-in-source": "words that nothing captured of the claim's sources holds",
    "rhetoric.absolute": "words that leave no exception",
    "rhetoric.editorial": "a comment in the reporter's own voice",
    "rhetoric.hedge": "words that weaken the statement, so that it is hard to test",
    "rhetoric.label": "a name called instead of an argument",
    "rhetoric.loaded": "an emotionally loaded word",
    "rhetoric.mind-reading": "says what somebody inwardly thinks, wants or feels",
    "rhetoric.puffery": "praise that is no fact",
    "rhetoric.scare-quotes": "quotation marks that distance the writer from a word",
    "rhetoric.vague-quantity": "a quantity without a number",
    "rhetoric.weasel-source": "a source that nobody can name",
    "unsupported.accusation": "an accusation for which the article gives no source",
    "unsupported.causal": "a cause and effect for which the article gives no source",
    "unsupported.comparison": "a comparison for which the article gives no source",
    "unsupported.quotation": "quoted words without a speaker or a source",
    "unsupported.statistic": "a figure for which the article gives no source",
    "unsupported.superlative": "a superlative for which the article gives no source",
    "unsupported.undated-source": "a document that is named without a date or a link",
    "unsupported.unnamed-source": "a statement that rests on a source without a name",
}
