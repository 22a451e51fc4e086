from pathlib import Path

import pytest

from command import ARTICLE, Run, runner


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article in it, and the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "port.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "minutes.pdf").touch()
    return tmp_path


@pytest.fixture
def run(desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(capsys, monkeypatch)
