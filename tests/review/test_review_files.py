"""Files that are written whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.review.files import write_whole


def failing() -> Iterator[str]:
    yield "half"
    raise OSError(28, "No space left on device")


def test_the_pieces_are_the_file(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    assert write_whole(path, ["a\n", "中国\r\n", "\ud800"]) == str(path)
    assert path.read_bytes() == "a\n中国\r\n\\ud800".encode()


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("old")
    with pytest.raises(InputError, match="No space left on device"):
        write_whole(path, failing())
    assert [p.name for p in tmp_path.iterdir()] == ["report.md"]
    assert path.read_text() == "old"


def test_a_writer_that_is_interrupted_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "report.md", interrupted())
    assert list(tmp_path.iterdir()) == []


def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("x")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write_whole(old, ["y"])
        write_whole(new, ["y"])
    finally:
        os.umask(mask)
    assert (old.stat().st_mode & 0o777, new.stat().st_mode & 0o777) == (0o640, 0o640)


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        write_whole(tmp_path, ["x"])


@pytest.mark.parametrize("content", [b"SQLite format 3\0 and all decisions", b"The article.\n"])
def test_another_file_is_not_written_over(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.db"
    path.write_bytes(content)
    with pytest.raises(InputError, match="not written over"):
        write_whole(path, ["# Fact check"], over="# Fact check")
    assert path.read_bytes() == content


def test_a_database_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    path.write_bytes(b"SQLite format 3\0")
    with pytest.raises(InputError, match="not written over"):
        write_whole(path, ["x"])


def test_an_older_report_is_replaced_and_an_empty_file_filled(tmp_path: Path) -> None:
    for content in ("# Fact check: old\n", ""):
        path = tmp_path / "report.md"
        path.write_text(content)
        write_whole(path, ["# Fact check: new\n"], over="# Fact check")
        assert path.read_text() == "# Fact check: new\n"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "report.md")
    write_whole(tmp_path / "link.md", ["x"])
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "report.md").read_text() == "x"


def test_a_device_stays_one() -> None:
    write_whole(Path("/dev/null"), ["x"])
    assert Path("/dev/null").is_char_device()
    with pytest.raises(InputError, match="No space left"):
        write_whole(Path("/dev/full"), ["x" * 100_000])
    assert Path("/dev/full").is_char_device()
