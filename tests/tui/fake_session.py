"""A session in memory: the acts and questions of a review without a file."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from factcheck.errors import EvidenceGateError, StoreError, UsageError
from factcheck.model.evidence import Evidence
from factcheck.model.flag import Flag, flag_for
from factcheck.model.records import (
    ArticleRecord,
    AssessmentRecord,
    ClaimRecord,
    ClaimRow,
    EvidenceRecord,
    FlagRecord,
    HistoryRecord,
    Mark,
    NoteRecord,
    Progress,
)
from factcheck.model.span import Span
from factcheck.model.verdict import DEFAULT_SCALE, Verdict
from factcheck.review.session import Act
from tui.fake_lists import FakeLists

AT = "2026-03-02T10:00:00.000Z"


class FakeSession:
    """Holds claims by number; `calls` counts questions, `acts` names what was stored."""

    def __init__(
        self,
        text: str,
        claims: Sequence[ClaimRecord],
        *,
        reviewer: str = "Ana",
        title: str = "",
        extra_marks: Sequence[Mark] = (),
        scale: tuple[Verdict, ...] = DEFAULT_SCALE,
    ) -> None:
        self.reviewer = reviewer
        self.path = "claims.db"
        self.store = None
        self.scale = scale
        self.calls: Counter[str] = Counter()
        self.acts: list[str] = []
        self.broken: set[str] = set()
        self.past: list[HistoryRecord] = []
        self._changed = False
        self._text, self._title, self._extra_marks = text, title, tuple(extra_marks)
        self._claims = {claim.number: claim for claim in claims}
        self._numbers = {claim.id: claim.number for claim in claims}
        self._done: list[tuple[Act, ClaimRecord, ClaimRecord]] = []
        self._undone: list[tuple[Act, ClaimRecord, ClaimRecord]] = []
        self.lists = FakeLists(self)

    @property
    def claims(self) -> tuple[ClaimRecord, ...]:
        return tuple(self._claims.values())

    def by_another(self, number: int, **after: object) -> None:
        """Change a claim as another process would, with the same reviewer or another."""
        self._claims[number] = replace(self._claims[number], **after)  # type: ignore[arg-type]
        self._changed = True

    def break_down(self, method: str) -> None:
        """Let a method fail from now on as a locked file would."""
        self.broken.add(method)

    def _called(self, method: str) -> None:
        self.calls[method] += 1
        if method in self.broken:
            raise StoreError("the file is locked [/x]", hint="close the other program\x1b[2J")

    # questions

    def changed(self) -> bool:
        self._called("changed")
        before, self._changed = self._changed, False
        return before

    def articles(self) -> tuple[ArticleRecord, ...]:
        self._called("articles")
        count = len(self._claims)
        return (ArticleRecord(
            1, "a1", self._title, "article.txt", "en", len(self._text), 118, "r1", count, 0, 0, 3,
        ),)  # fmt: skip

    def text(self, article: str) -> str:
        self._called("text")
        return self._text

    def progress(self, article: str) -> Progress:
        self._called("progress")
        decided = sum(self._mine(claim) is not None for claim in self._claims.values())
        deferred = sum(claim.deferred for claim in self._claims.values())
        count = len(self._claims)
        return Progress(count, decided, deferred, count - decided, 3, 118)

    def rows(self, article: str, first: int, count: int) -> tuple[ClaimRow, ...]:
        self._called("rows")
        numbers = range(first, min(first + count, len(self._claims) + 1))
        return tuple(self.row(self._claims[number]) for number in numbers)

    def claim(self, article: str, number: int) -> ClaimRecord:
        self._called("claim")
        return self._claims[number]

    def marks(self, article: str, within: Span) -> tuple[Mark, ...]:
        self._called("marks")
        of_claims = (
            Mark(span, "claim", claim.number)
            for claim in self._claims.values()
            for span in claim.spans
        )
        of_findings = (
            Mark(finding.span, "finding", claim.number, finding.rule)
            for claim in self._claims.values()
            for finding in claim.findings
        )
        marks = (*of_claims, *of_findings, *self._extra_marks)
        return tuple(mark for mark in marks if mark.span.overlaps(within))

    def next_open(self, article: str, number: int, step: int) -> int | None:
        self._called("next_open")
        count = len(self._claims)
        for distance in range(1, count):
            candidate = (number - 1 + step * distance) % count + 1
            if self._mine(self._claims[candidate]) is None:
                return candidate
        return None

    def search(self, article: str, words: str) -> tuple[int, ...]:
        self._called("search")
        return tuple(
            number
            for number, claim in self._claims.items()
            if words.lower() in claim.text.lower()
            or any(words.lower() in note.text.lower() for note in claim.notes)
        )

    def quotations(self, claim: ClaimRecord) -> tuple[tuple[tuple[str, str], ...], ...]:
        self._called("quotations")
        return ((("bad", "altered"), ("plain", "  “eleven months”")),)

    def history(self, *, claim: str | None = None, limit: int = 200) -> tuple[HistoryRecord, ...]:
        self._called("history")
        number = None if claim is None else self._numbers[claim]
        return tuple(e for e in self.past if number in {None, e.number})[:limit]

    def write_report(self, article: str, path: str) -> str:
        self._called("write_report")
        self.acts.append(f"report {path}")
        return path

    # acts

    def assess(
        self,
        claim: str,
        verdict: str | None,
        rationale: str = "",
        evidence: Evidence | None = None,
        also: Callable[[], None] = lambda: None,
    ) -> Act:
        def change(before: ClaimRecord) -> ClaimRecord:
            after = before if evidence is None else self._with(before, evidence)
            if verdict is not None and not self._gate_open(after, verdict):
                raise EvidenceGateError("the verdict has no evidence", hint="attach it")
            kept = tuple(each for each in after.assessments if each.reviewer != self.reviewer)
            if verdict is None:
                if kept == after.assessments:
                    raise UsageError("there is no verdict of yours to clear", hint="give one")
                return replace(after, assessments=kept)
            mine = AssessmentRecord(self.reviewer, verdict, rationale, AT, True)
            return replace(after, assessments=(*kept, mine), deferred=False)

        also()
        with_evidence = "" if evidence is None else f" with {evidence.stance} {evidence.source}"
        return self._act("assess", claim, f"{verdict or 'open'}{with_evidence}", change)

    def defer(self, claim: str) -> Act:
        return self._act("defer", claim, "deferred", lambda c: replace(c, deferred=True))

    def flag(self, claim: str, flag: Flag, on: bool) -> Act:
        def change(before: ClaimRecord) -> ClaimRecord:
            kept = tuple(f for f in before.flags if (f.flag, f.reviewer) != (flag, self.reviewer))
            if not on and kept == before.flags:
                raise UsageError(f"the flag {flag} is not yours", hint="ask who set it")
            mine = (FlagRecord(flag, self.reviewer, AT),) if on else ()
            return replace(before, flags=(*kept, *mine))

        return self._act("flag", claim, f"{flag} {'on' if on else 'off'}", change)

    def confirm(self, claim: str, finding: str) -> Act:
        def change(before: ClaimRecord) -> ClaimRecord:
            rule = next(each.rule for each in before.findings if each.id == finding)
            flag = FlagRecord(flag_for(rule), self.reviewer, AT)
            return replace(_decided(before, finding, "confirmed"), flags=(*before.flags, flag))

        return self._act("confirm", claim, f"{finding} confirmed", change)

    def dismiss(self, claim: str, finding: str) -> Act:
        def change(before: ClaimRecord) -> ClaimRecord:
            known = next(each for each in before.findings if each.id == finding)
            taken = {flag_for(known.rule)} if known.decision == "confirmed" else set()
            kept = tuple(f for f in before.flags if f.flag not in taken)
            return replace(_decided(before, finding, "dismissed"), flags=kept)

        return self._act("dismiss", claim, f"{finding} dismissed", change)

    def attach(self, claim: str, evidence: Evidence) -> Act:
        return self._act(
            "attach", claim, f"{evidence.stance} {evidence.source}",
            lambda before: self._with(before, evidence),
        )  # fmt: skip

    def note(self, claim: str, text: str) -> Act:
        note = NoteRecord(text, self.reviewer, AT)
        return self._act("note", claim, "note", lambda c: replace(c, notes=(*c.notes, note)))

    def undo(self) -> Act | None:
        self._called("undo")
        if not self._done:
            return None
        act, before, after = self._done.pop()
        self._undone.append((act, before, after))
        self._claims[act.number] = before
        self.acts.append(f"undo {act.summary}")
        return replace(act, summary=f"undone: {act.summary}")

    def redo(self) -> Act | None:
        self._called("redo")
        if not self._undone:
            return None
        act, before, after = self._undone.pop()
        self._done.append((act, before, after))
        self._claims[act.number] = after
        self.acts.append(f"redo {act.summary}")
        return replace(act, summary=f"redone: {act.summary}")

    def _act(
        self, kind: str, claim: str, words: str, change: Callable[[ClaimRecord], ClaimRecord]
    ) -> Act:
        self._called(kind)
        number = self._numbers[claim]
        before = self._claims[number]
        after = self._claims[number] = change(before)
        act = Act(claim, before.article, number, f"c{number} → {words}")
        self._done.append((act, before, after))
        self._undone.clear()
        self.acts.append(act.summary)
        event = HistoryRecord(
            str(len(self.past)), AT, self.reviewer, kind, before.article, number, words, False
        )
        self.past.insert(0, event)
        return act

    def _with(self, before: ClaimRecord, evidence: Evidence) -> ClaimRecord:
        record = EvidenceRecord(
            f"e{len(before.evidence) + 1}", evidence.kind, evidence.source, evidence.stance,
            evidence.title, evidence.quote, evidence.locator, evidence.note,
            evidence.primacy or "", self.reviewer, AT,
        )  # fmt: skip
        return replace(before, evidence=(*before.evidence, record))

    def _gate_open(self, claim: ClaimRecord, verdict: str) -> bool:
        needs = {row.verdict: row.needs for row in self.scale}[verdict]
        stances = {each.stance for each in claim.evidence}
        return not needs or (bool(stances) if needs == "any" else needs in stances)

    def _mine(self, claim: ClaimRecord) -> str | None:
        mine = (each.verdict for each in claim.assessments if each.reviewer == self.reviewer)
        return next(mine, None)

    def row(self, claim: ClaimRecord) -> ClaimRow:
        status = self._mine(claim) or ("deferred" if claim.deferred else "open")
        flags = tuple(dict.fromkeys(flag.flag for flag in claim.flags))
        open_findings = sum(not finding.decision for finding in claim.findings)
        return ClaimRow(
            claim.number, claim.id, claim.text, claim.kind, claim.check_worthiness, status, flags,
            open_findings, len(claim.evidence),
        )  # fmt: skip


def _decided(claim: ClaimRecord, finding: str, decision: str) -> ClaimRecord:
    findings = tuple(
        replace(each, decision=decision) if each.id == finding else each for each in claim.findings
    )
    return replace(claim, findings=findings)
