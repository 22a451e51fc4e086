"""Say what sort of claim a sentence makes and how it is put: words and list suffix in."""

import re

from factcheck.annotate.signs import cased, sign, stands
from factcheck.annotate.sources import hides_source
from factcheck.lexicon import load
from factcheck.lexicon.patterns import compiled, has_sign, small
from factcheck.lexicon.phrases import has_any
from factcheck.model.claim import Attribution, Claim, ClaimKind, Modality
from factcheck.model.span import Span

_QUESTION = re.compile(r"[?？][\"”’」]*\s*$")
_FIGURE = (
    r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?\s?(?:%|per\s?cent|percent|percentage|million|billion"
    r"|trillion|thousand|[mb]n\b|[万亿]|[人元家名个次])|[$€£¥]\s?\d[\d,.]*|\d+\.\d+"
)
_COUNTED = (
    r"\s(?:of\s(?:the\s)?)?(?!(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b)(?:(?!(?:who|that|which|is|was|are|were|has|had|of|and|or|on"
    r"|in|at|to|does|as|years?)\b)[a-z-]+\s){0,2}?(?!(?:is|was|has|as|does|its|his|this|us|yes"
    r"|always|less|across)\b)[a-z-]{2,}s\b"
)
_NUMBER_WORDS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|half|third|quarter)"
)
# A figure that somebody must have counted or measured, and any counted noun.
STATISTIC = rf"(?<![A-Za-z0-9_.-])(?:{_FIGURE}|\d{{2,5}}{_COUNTED})"
_NUMBER = rf"(?:\d{{1,5}}|{_NUMBER_WORDS})"
_PERSONS = r"\s(?:[a-z-]+\s){0,2}?(?:people|persons|men|women|children|staff)\b"
QUANTITY = re.compile(rf"(?<![A-Za-z0-9_.-])(?:{_FIGURE}|{_NUMBER}(?:{_COUNTED}|{_PERSONS}))")
# What is due to do so is planned; what is due to anything else is caused by it. No nouns here.
_PLANNED = (
    r"due\sto\s(?:again\s)?(?:announce|appear|arrive|attend|be|become|begin|come|complete|decide|deliver|depart"
    r"|discuss|enter|expire|face|finish|fly|get|give|go|happen|have|hear|hold|join|leave|make|meet|marry"
    r"|occur|open|pay|publish|receive|reopen|resume|retire|sail|see|serve|sign|speak|stand|submit|take"
    r"|testify|travel)\b"
)
_PREDICTION = cased(
    "will won shall is are plan plans intend intends would forecast forecasts by",
    r"\b(?:will|won[’']t|shall|is\sgoing\sto|are\sgoing\sto|is\sexpected\sto|are\sexpected\sto|is\sset\sto|are\sset\sto"
    r"|is\slikely\sto|are\slikely\sto|(?:is|are)\s"
    + _PLANNED
    + r"|plans?\sto|intends?\sto|is\sto\s[a-z]+|are\sto\s[a-z]+"
    r"|would\s(?:increase|rise|fall|drop|grow|decline|lead|cost|create|reduce)|forecasts?|by\s20[3-9]\d)\b"
    r"|将(?!军|来)|预计|有望|预期",
)
_POSITION = cased(
    "called calls call demand demands demanded urge urges urged oppose opposes opposed support"
    " supports supported backs backed condemned condemns criticized criticised criticizes"
    " criticises favors favours advocate advocates rejects rejected endorsed endorses insists"
    " promised promises pledged vowed want wants welcomed denies denied",
    r"\b(?:called\sfor|calls\sfor|call\sfor|demands?|demanded|urges?|urged|opposes?|opposed|supports?\sthe|supported\sthe"
    r"|backs\sthe|backed\sthe|condemned|condemns|criticized|criticised|criticizes|criticises|favors|favours|advocates?\sfor"
    r"|rejects|rejected|endorsed|endorses|insists|promised|promises|pledged|vowed|wants?\s(?:the|a|to)|welcomed|denies|denied)\b"
    r"|呼吁|主张|反对|支持|要求|谴责|敦促",
)
_RHETORICAL = re.compile(
    r"^(?:let[’']s\b|let\sus\b|imagine\b|make\sno\smistake|enough\sis\senough|so\smuch\sfor|who\sknows|what\sa\s|how\s[a-z]+!"
    r"|remember\b|consider\sthis|never\smind|shame\son|god\b)|试想|难道",
    re.IGNORECASE,
)
_FIRST_PERSON = cased(
    "think believe feel hope suspect doubt my our",
    r"\b(?:I\s(?:think|believe|feel|hope|suspect|doubt)|in\s(?:my|our)\s(?:view|opinion)"
    r"|we\s(?:believe|think))\b|我认为|我觉得",
)
_OPINION = cased("should ought must", r"\b(?:should|ought\sto|must)\b|应该|应当|必须")
# Above it more than two signs of judgement stand against none of fact.
_OPINION_FROM = 0.72
_HEDGED = cased(
    "may might could reportedly allegedly about roughly around some",
    r"\b(?:may|might|could|reportedly|allegedly|about|roughly|around\s\d|some\s\d)\b",
)
_CONDITIONAL = sign(
    "if unless provided long case event otherwise assuming",
    r"\b(?:if|unless|provided\sthat|as\slong\sas|in\scase\sof|in\sthe\sevent\sof|otherwise|assuming\sthat)\b|如果|假如|倘若|除非|一旦|若(?!干)",
)
_NEGATED = sign(
    "not no never none nobody nothing neither nor without cannot refused refuses failed fails t",
    r"\b(?:(?<!whether\sor\s)not(?!\sonly|\sjust)|(?<!of\s)no(?=\sconfidence\b)"
    r"|no(?!\.\s?\d|-[a-z]|\sconfidence\b|\s(?:more|fewer|less|later|earlier)\sthan\b)|never|none|nobody|nothing|neither|nor|without|cannot|refused\sto|refuses\sto"
    r"|failed\sto|fails\sto)\b|n[’']t\b|没有|不是|并非|未能|并未|从未|不会|不能|不得|拒绝",
)
# "More than 200" bounds a number and compares it with nothing.
_BOUND = (
    r"(?i)\b(?:(?:more|fewer|less|greater|higher|lower|larger|smaller)\sthan|as\s(?:many|much)\sas)"
    rf"(?=\s(?:[$€£¥]?\d|{_NUMBER_WORDS}\b|an?\s(?:dozen|hundred|thousand|million|billion|decade"
    r"|century|year|month|week|day|hour|third|quarter)\b))"
)
_BOUND_SIGNS = ("than", "many", "much")
# What introduces a source without a verb: the claim is what it says, and not that somebody says it.
_NO_VERB = frozenset({"according", "per", "in", "as", "from", "by", "for"})
# "About" anything but a number, and what is likelier than something else, hedge nothing.
_UNHEDGED = re.compile(
    r"\b(?:(?:about|roughly)(?!\s\d)|(?:more|less|as|times|equally)\slikely)\b", re.IGNORECASE
)


def kind_of(
    text: str, claim: Claim, attribution: Attribution | None, subjective: float, suffix: str
) -> ClaimKind:
    """Return the one kind that tells a reviewer best how to check a claim."""
    words = claim.text
    if _QUESTION.search(words):
        return ClaimKind.QUESTION
    if stands(_FIRST_PERSON, words):
        return ClaimKind.OPINION
    saying = _saying(text, claim, attribution)
    if saying is not None:
        return saying
    if _RHETORICAL.search(words):
        return ClaimKind.RHETORICAL
    for kind, fits in (
        (ClaimKind.PREDICTION, stands(_PREDICTION, words)),
        (ClaimKind.OPINION, stands(_OPINION, words) or subjective >= _OPINION_FROM),
        (ClaimKind.POSITION, stands(_POSITION, words)),
        (ClaimKind.CAUSAL, has_any(_without_plans(words), f"causal{suffix}")),
        (ClaimKind.COMPARISON, has_any(_unbounded(words), f"comparison{suffix}")),
        (ClaimKind.QUANTITY, QUANTITY.search(words) is not None),
    ):
        if fits:
            return kind
    return ClaimKind.EVENT


def _unbounded(words: str) -> str:
    """Return *words* without what bounds a number."""
    return compiled(_BOUND).sub("", words) if has_sign(small(words), _BOUND_SIGNS) else words


def _without_plans(words: str) -> str:
    """Return *words* without the "due to" that names no cause: "was due to open"."""
    return compiled(_PLANNED).sub("", words) if "due to" in words else words


def _saying(text: str, claim: Claim, attribution: Attribution | None) -> ClaimKind | None:
    """Return the kind of a claim that holds the verb of saying itself, None for any other."""
    if attribution is None or hides_source(text, attribution):
        return None
    if not _holds_cue(text, claim, attribution):
        return None
    if any(_stands_in_marks(text, piece) for piece in attribution.content):
        return ClaimKind.QUOTATION
    return ClaimKind.POSITION


def _holds_cue(text: str, claim: Claim, attribution: Attribution) -> bool:
    """Say whether a claim holds the verb by which somebody says something; records only show."""
    return any(
        span.contains(cue) and _is_said_by(cue.of(text).lower().split())
        for span in claim.spans
        for cue in attribution.cue
    )


def _is_said_by(cue: list[str]) -> bool:
    return not (load("showing_verbs").intersection(cue[-1:]) or _NO_VERB.intersection(cue[:1]))


def _stands_in_marks(text: str, piece: Span) -> bool:
    return text[max(0, piece.start - 1) : piece.start] in {"“", '"', "‘", "「", "«"}


def modality_of(words: str, suffix: str) -> tuple[Modality, ...]:
    """Return how a claim is put, in the order of the enum.

    A claim is asserted unless it is hedged or conditional; negated stands beside either.
    """
    sure = _UNHEDGED.sub("", words)
    hedged = stands(_HEDGED, sure) or has_any(sure, f"hedge{suffix}")
    conditional = stands(_CONDITIONAL, words)
    found = (
        (Modality.ASSERTED, not hedged and not conditional),
        (Modality.HEDGED, hedged),
        (Modality.CONDITIONAL, conditional),
        (Modality.NEGATED, stands(_NEGATED, words)),
    )
    return tuple(modality for modality, fits in found if fits)
