import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.event import (
    Event,
    EventKind,
    active,
    broken_links,
    canonical,
    event_hash,
    sealed,
    timestamp,
    ulid,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=8)


def _event(seq: int, *, kind: str = "note", payload: str = "{}", prev_hash: str = "") -> Event:
    name = f"e{seq:03}"
    at = "2026-03-02T10:00:00.000Z"
    return sealed(Event(name, "r", seq, seq, at, "ada", kind, "c1:x", payload, prev_hash))


def _chain(length: int) -> list[Event]:
    events: list[Event] = []
    for seq in range(1, length + 1):
        before = events[-1].hash if events else ""
        events.append(_event(seq, payload=canonical({"text": f"note {seq}"}), prev_hash=before))
    return events


def test_the_hash_of_an_event_is_the_same_on_every_machine_and_in_every_release() -> None:
    digest = event_hash(_event(1, payload='{"text":"é \ud800"}'))
    assert digest == "182e19af00ef06b76fd360b5b540132d068e568580233ce0d3e65de7971fc2b6"


def test_a_payload_has_one_spelling() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'


@given(st.dictionaries(ANY_TEXT, ANY_TEXT | st.none() | st.integers()))
def test_a_payload_comes_back(payload: dict[str, str | int | None]) -> None:
    event = _event(1, payload=canonical(payload))
    assert event.data == json.loads(json.dumps(payload))


def test_an_act_is_named_by_its_first_event() -> None:
    assert _event(1).act == "e001"
    assert _event(2, payload='{"act":"e001"}').act == "e001"


@given(st.integers(0, 12))
def test_an_untouched_chain_holds(length: int) -> None:
    assert broken_links(_chain(length)) == ()


FIELDS = (
    *("id", "replica", "seq", "lamport", "at", "reviewer", "kind", "subject", "payload"),
    *("prev_hash", "hash"),
)


@given(st.integers(1, 8), st.data(), st.sampled_from(FIELDS))
def test_an_altered_field_is_found(length: int, data: st.DataObject, field: str) -> None:
    events = _chain(length)
    at = data.draw(st.integers(0, length - 1))
    old = getattr(events[at], field)
    new = data.draw(
        (st.integers() if isinstance(old, int) else ANY_TEXT).filter(lambda v: v != old)
    )
    changed: dict[str, Any] = {field: new}
    events[at] = replace(events[at], **changed)
    assert broken_links(events)


@given(st.integers(2, 8), st.data())
def test_a_missing_repeated_or_moved_event_is_found(length: int, data: st.DataObject) -> None:
    events = _chain(length)
    at = data.draw(st.integers(0, length - 2))
    assert broken_links(events[:at] + events[at + 1 :])
    assert broken_links([*events[: at + 1], *events[at:]])
    assert broken_links([*events[:at], events[at + 1], events[at], *events[at + 2 :]])


def test_each_problem_is_named_with_its_event() -> None:
    first, second, third = _chain(3)
    moved = replace(second, seq=5)
    assert broken_links([first, moved, third]) == (
        "event e002: number 5 where 2 was expected",
        "event e002: its content does not match its hash",
        "event e003: number 3 where 6 was expected",
    )
    assert broken_links([second]) == (
        "event e002: number 2 where 1 was expected",
        "event e002: does not continue the event before it",
    )


def _undo(seq: int, *undone: str) -> Event:
    return _event(seq, kind=EventKind.UNDO, payload=canonical({"undoes": list(undone)}))


def test_undo_takes_back_and_the_undo_of_an_undo_brings_back() -> None:
    note, undo, redo, again = _event(1), _undo(2, "e001"), _undo(3, "e002"), _undo(4, "e003")
    assert active([note]) == (note,)
    assert active([note, undo]) == (undo,)
    assert active([note, undo, redo]) == (note, redo)
    assert active([note, undo, redo, again]) == (undo, again)


def test_one_undo_takes_back_every_event_of_an_act() -> None:
    first, second, other = _event(1), _event(2), _event(3)
    assert active([first, second, other, _undo(4, "e001", "e002")])[0] == other


def _by_definition(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return what is active, straight from the definition and slowly."""

    def stands(at: int) -> bool:
        later = range(at + 1, len(events))
        return not any(_undoes(events[by], events[at]) and stands(by) for by in later)

    return tuple(event for at, event in enumerate(events) if stands(at))


def _undoes(event: Event, other: Event) -> bool:
    return event.kind == EventKind.UNDO and other.id in event.data["undoes"]


@given(st.lists(st.lists(st.integers(0, 12), max_size=3), max_size=12))
def test_active_is_what_no_active_event_undoes(targets: list[list[int]]) -> None:
    events = [
        _undo(seq, *(f"e{one:03}" for one in undone if one < seq)) if undone else _event(seq)
        for seq, undone in enumerate(targets, 1)
    ]
    assert active(events) == _by_definition(events)


@given(st.lists(st.sampled_from(["do", "do two", "undo", "redo"]), max_size=300))
def test_undo_and_redo_work_like_the_two_stacks_of_an_editor(keys: list[str]) -> None:
    events: list[Event] = []
    done: list[tuple[str, ...]] = []  # acts in force, the last on top
    taken_back: list[tuple[tuple[str, ...], str]] = []  # acts with the undo that took them back
    for key in keys:
        seq = len(events) + 1
        if key.startswith("do"):
            acts = [_event(seq + more) for more in range(1 + key.endswith("two"))]
            events += acts
            done.append(tuple(act.id for act in acts))
            taken_back.clear()
        elif key == "undo" and done:
            act = done.pop()
            events.append(_undo(seq, *act))
            taken_back.append((act, events[-1].id))
        elif key == "redo" and taken_back:
            act, undo = taken_back.pop()
            events.append(_undo(seq, undo))
            done.append(act)
    standing = [event.id for event in active(events) if event.kind != EventKind.UNDO]
    assert standing == [name for act in done for name in act]


MOMENTS = st.integers(0, 10**13).map(
    lambda milliseconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
)


@given(MOMENTS, st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_ulids_have_26_characters_and_sort_by_time(at: datetime, one: bytes, other: bytes) -> None:
    earlier, later = ulid(at, one), ulid(at + timedelta(milliseconds=2), other)
    assert len(earlier) == len(later) == 26
    assert earlier < later
    assert set(earlier) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert (ulid(at, one) < ulid(at, other)) is (one < other)


def test_a_ulid_is_written_as_its_specification_says() -> None:
    # The moment and its ten characters are the example of the specification.
    at = datetime.fromtimestamp(1469918176385 / 1000, UTC)
    assert ulid(at, bytes(10)) == "01ARYZ6S41" + "0" * 16
    assert ulid(at, b"\xff" * 10) == "01ARYZ6S41" + "Z" * 16


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (datetime(2026, 3, 2, 10, tzinfo=UTC), "2026-03-02T10:00:00.000Z"),
        (datetime(2026, 3, 2, 10, 0, 0, 999_999, tzinfo=UTC), "2026-03-02T10:00:00.999Z"),
        (
            datetime(2026, 3, 2, 0, 30, tzinfo=timezone(timedelta(hours=2))),
            "2026-03-01T22:30:00.000Z",
        ),
    ],
)
def test_a_timestamp_is_utc_to_the_millisecond(at: datetime, written: str) -> None:
    assert timestamp(at) == written


@given(MOMENTS)
def test_timestamps_have_one_length_and_sort_by_time(at: datetime) -> None:
    assert len(timestamp(at)) == 24
    assert timestamp(at) < timestamp(at + timedelta(milliseconds=1))
    assert datetime.fromisoformat(timestamp(at)) <= at
