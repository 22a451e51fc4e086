"""The SQL console: a question above, its answer below; nothing can be written by it.

In: a session. Out: nothing but files that the reviewer names, and questions kept in this copy.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.errors import FactcheckError
from factcheck.model.visible import one_line
from factcheck.review import questions
from factcheck.tui import asking
from factcheck.tui.asking import Columns, Ended, Question, Rows
from factcheck.tui.describe import FAINT, HEADING, Line, content, plain
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import CONSOLE_KEYS, bindings
from factcheck.tui.screens.form import Field, Form
from factcheck.tui.screens.pick import Pick
from factcheck.tui.screens.view import View
from factcheck.tui.widgets.question_area import QuestionArea
from factcheck.tui.widgets.result_table import ResultTable, cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from factcheck.review.session import Session

_KEYS_SHOWN = (
    "; enter or {console.run} ask · {console.complete} complete · {console.older} {console.newer}"
    " older, newer · {console.open} by name · {console.save} save · {console.export} export"
    " · {console.turn} result · {console.close} close"
)
_VIEWS = "claims, evidence, assessments, flags, findings, history …"
_BEGIN = "select number, verdict, text from claims where status <> 'open' order by number;"
# What one value may take up in the view of a row.
_VALUE_LIMIT = 20_000
_SQL_SHOWN = 200
_NO_ANSWER = "nothing was answered yet"


class Console(ModalScreen[None], inherit_bindings=False):
    """Questions to the file, each with its answer."""

    # Before the bindings of the field: they are what the screen is for.
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CONSOLE_KEYS, priority=True)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._at_work: Question | None = None
        self._answered = ""

    def compose(self) -> ComposeResult:
        """Lay out title, question, what there is to say, result, keys."""
        with Horizontal(id="title"):
            yield Static(Content.styled("SQL", "bold $heading"), id="name", markup=False)
            about = f"reads only · {_VIEWS} · {one_line(self._session.path)}"
            yield Static(Content.styled(about, FAINT), id="about", markup=False)
        yield QuestionArea(id="question")
        yield Static(Content(""), id="said", markup=False)
        yield ResultTable(id="result")
        keys = worded(self, _KEYS_SHOWN)
        yield Static(Content.styled(keys, FAINT), id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin in the field, with the question asked last, which the first letter replaces."""
        field = self.query_one(QuestionArea)
        try:
            field.names = questions.known_names(self._session)
            field.older = questions.asked(self._session)
        except FactcheckError as problem:
            self._complain(problem)
        field.show(field.older[0] if field.older else _BEGIN)
        field.select_all()
        field.focus()

    def on_unmount(self) -> None:
        """Let no question run on when nobody waits for it."""
        self._stop()

    # The question.

    def action_run(self) -> None:
        """Ask what stands in the field."""
        self.run_question(self.query_one(QuestionArea).text)

    @on(QuestionArea.Asked)
    def asked(self, message: QuestionArea.Asked) -> None:
        """Ask what was entered."""
        self.run_question(message.sql)

    def run_question(self, sql: str) -> None:
        """Ask *sql* in a thread, in place of what runs."""
        if not sql.strip():
            self._say("write a question first")
            return
        self._stop()
        question = self._at_work = Question(sql)
        self._answered = ""
        self.query_one(ResultTable).begin(())
        field = self.query_one(QuestionArea)
        with suppress(FactcheckError):  # a question is answered though it cannot be remembered
            questions.remember_asked(self._session, sql)
            field.older = questions.asked(self._session)
        self._say(worded(self, "asking … {console.close} stops"))
        self._work(partial(asking.ask, self._session, question, self.post_message))

    def _work(self, work: partial[None]) -> None:
        self.run_worker(work, thread=True, group="questions", exit_on_error=False)

    @on(Columns)
    def columns_came(self, message: Columns) -> None:
        """Show the header."""
        if message.question is self._at_work:
            self._answered = message.question.sql
            self.query_one(ResultTable).begin(message.columns)

    @on(Rows)
    def rows_came(self, message: Rows) -> None:
        """Show further rows."""
        if message.question is self._at_work:
            self.query_one(ResultTable).add(message.rows)

    @on(Ended)
    def ended(self, message: Ended) -> None:
        """Say how the question ended."""
        if message.question is self._at_work:
            self._at_work = None
            self._say(message.words, wrong=message.wrong)
            if message.wrong:
                self.query_one(QuestionArea).focus()

    def _stop(self) -> None:
        if self._at_work is not None:
            self._at_work.stop.set()
            self._at_work = None

    # The keys.

    def action_close(self) -> None:
        """Stop the question that runs, or close."""
        if self._at_work is None:
            self.dismiss()
        else:
            self._stop()
            self._say("stopped")

    def action_turn(self) -> None:
        """Turn to the result, or back to the question."""
        result, field = self.query_one(ResultTable), self.query_one(QuestionArea)
        if not result.has_focus and not result.columns:  # what is typed there would be lost
            self._say(_NO_ANSWER)
            return
        (field if result.has_focus else result).focus()

    def action_complete(self) -> None:
        """Complete the word before the cursor, or show what it can become."""
        field = self.query_one(QuestionArea)
        if field.has_focus:
            self._say(" · ".join(field.complete()[:40]))
        else:
            field.focus()

    def action_recall(self, step: int) -> None:
        """Show the question asked before, or after."""
        self.query_one(QuestionArea).recall(step)

    def action_save(self) -> None:
        """Ask for a name and save the question under it."""
        sql = self.query_one(QuestionArea).text

        def saved(values: Mapping[str, str]) -> None:
            name = questions.save_query(self._session, values["name"], sql)
            self._say(f"saved as “{one_line(name)}”, in this copy of the file")

        self.app.push_screen(Form("Save the question", (Field("name", "name"),), saved))

    def action_open(self) -> None:
        """Pick a question by name, to be shown or, if somebody saved it, to be forgotten."""
        try:
            named = questions.named_queries(self._session)
        except FactcheckError as problem:
            self._complain(problem)
            return
        width = max(len(one_line(each.name)) for each in named)

        def line(place: int, _width: int) -> Line:
            query = named[place]
            about = query.asks or plain(query.sql, _SQL_SHOWN)
            return ((f"{one_line(query.name):<{width}}  ", "bold"), (about, FAINT))

        def picked(place: int | None) -> None:
            if place is not None:
                field = self.query_one(QuestionArea).focus()
                field.show(questions.filled_in(named[place]))

        def forget(place: int) -> None:
            self._forget(named[place].name)

        self.app.push_screen(Pick("Questions", len(named), line, forget=forget), picked)

    def _forget(self, name: str) -> None:
        try:
            questions.forget_query(self._session, name)
        except FactcheckError as problem:
            self._complain(problem)
        else:
            self._say(f"forgot “{one_line(name)}”")

    def action_export(self) -> None:
        """Ask for a file and write the whole answer there."""
        sql = self._answered
        if not sql:
            self._say(_NO_ANSWER)
            return

        def saved(values: Mapping[str, str]) -> None:
            path = values["path"].strip()
            questions.export_target(path)
            self._stop()
            question = self._at_work = Question(sql)
            self._say(worded(self, "writing … {console.close} stops"))
            self._work(partial(asking.write, self._session, question, path, self.post_message))

        fields = (Field("path", "file", "answer.csv or answer.jsonl", "answer.csv"),)
        self.app.push_screen(Form("Write the answer", fields, saved))

    def action_row(self) -> None:
        """Show the row under the cursor in full."""
        table = self.query_one(ResultTable)
        if not table.rows:
            return
        lines: list[Line] = []
        for name, value in zip(table.columns, table.rows[table.place], strict=True):
            text = plain(value, _VALUE_LIMIT) if isinstance(value, str) else cell(value)
            lines += [((one_line(name), HEADING),), ((text, ""),), ()]
        self.app.push_screen(View(f"Row {table.place + 1:,}", content(lines)))

    def _say(self, words: str, *, wrong: bool = False) -> None:
        sign = ("✗ ", "bold $error") if wrong else ("", "")
        text = Content.assemble(sign, (one_line(words), "" if wrong else FAINT))
        self.query_one("#said", Static).update(text)

    def _complain(self, problem: FactcheckError) -> None:
        self._say(f"{problem.message} · {problem.hint}", wrong=True)
