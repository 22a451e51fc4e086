import io
import sys
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.sources import MAX_BYTES, read_bytes


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\0\xff")
    assert read_bytes(str(path)) == b"\xef\xbb\xbfa\r\nb\0\xff"


def test_a_dash_reads_the_standard_input_given() -> None:
    assert read_bytes("-", standard_input=io.BytesIO(b"piped")) == b"piped"


def test_a_dash_reads_the_standard_input_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"piped")))
    assert read_bytes("-") == b"piped"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file") as caught:
        read_bytes(str(tmp_path / "absent.txt"))
    assert caught.value.hint == "check the name"


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a directory"):
        read_bytes(str(tmp_path))


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(InputError, match="this is a directory"):
        read_bytes("")


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("secret")

    def forbid(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    # The superuser may read every file, so the refusal of the system is put in its place.
    monkeypatch.setattr(Path, "open", forbid)
    with pytest.raises(InputError, match="reading it is not permitted"):
        read_bytes(str(path))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("a\0b", id="a NUL"),
        pytest.param("\ud800", id="a lone surrogate"),
        pytest.param("x" * 5000, id="too long"),
        pytest.param(__file__ + "/x", id="below a file"),
    ],
)
def test_a_name_that_no_file_can_have_is_refused_on_one_visible_line(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(name)
    assert caught.value.message.isprintable()


def test_a_file_is_allowed_to_be_as_large_as_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(read_bytes(str(path))) == MAX_BYTES


def test_one_byte_more_is_refused_and_the_hint_names_the_way_for_a_corpus(tmp_path: Path) -> None:
    path = tmp_path / "larger.txt"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(InputError, match="larger than 20 MB") as caught:
        read_bytes(str(path))
    assert "factcheck segment --jsonl" in caught.value.hint


def test_an_endless_input_is_not_read_to_its_end() -> None:
    class Endless(io.BytesIO):
        taken = 0

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert size > 0
            self.taken += size
            return b"a" * size

    source = Endless()
    with pytest.raises(InputError, match="larger than"):
        read_bytes("-", standard_input=source)
    assert source.taken == MAX_BYTES + 1
