import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import seedreader
from seedreader import cli

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
FIRST, SECOND = sorted(SEEDS.glob("*.txt"))[:2]
TEXT = "The ferry ran aground off Kvalvik. Nobody was hurt, the coast guard said on Tuesday.\n"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the program in this process; gives exit status, output and errors."""

    def run_main(*arguments: object) -> tuple[int, str, str]:
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return run_main


def process(*arguments: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "seedreader", *arguments]
    return subprocess.run(command, input=data, capture_output=True, timeout=60, check=False)


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def is_a_sentence(text: str) -> bool:
    return (
        text.count("\n") == 1
        and text.startswith("seedreader")
        and text.endswith(".\n")
        and "Traceback" not in text
    )


# Help and wrong usage


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"seedreader {seedreader.__version__}\n", "")


@pytest.mark.parametrize("command", [[], ["report"], ["compare"], ["completions"]])
def test_help_names_every_option_and_command(run: Run, command: list[str]) -> None:
    status, out, err = run(*command, "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: {' '.join(['seedreader', *command])}")
    if not command:
        assert all(
            word in out for word in ("report", "compare", "completions", "--config", "--theme", "--version")
        )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--wrong"],
        ["report", "--format", "pdf"],
        ["report", "--wrong"],
        ["compare"],
        ["compare", "a"],
        ["compare", "a", "b", "c"],
        ["compare", "a", "b", "--format", "csv"],
        ["completions"],
        ["completions", "fish"],
        ["--theme"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_in_one_sentence_and_ends_with_2(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert is_a_sentence(err)
    assert "--help" in err


def test_control_characters_of_a_wrong_option_are_not_printed(run: Run) -> None:
    assert not CONTROL.search(run("--wrong\x1b[2J")[2])


# Report


def test_the_json_report_holds_the_seeds(run: Run) -> None:
    status, out, err = run("report", "--format", "json", SEEDS)
    record = json.loads(out)
    assert (status, err) == (0, "")
    assert [article["id"] for article in record["articles"]] == list("ABCDE")
    assert [len(article["sentences"]) for article in record["articles"]] == [29, 13, 45, 17, 26]
    assert record["articles"][0]["path"] == str(FIRST)


def test_the_csv_report_has_a_row_per_sentence(run: Run) -> None:
    status, out, _ = run("report", "--format", "csv", SEEDS)
    rows = list(csv.reader(io.StringIO(out)))
    assert status == 0
    assert rows[0] == ["address", "start", "end", "tier", "quotation", "speaker", "person", "text"]
    assert len(rows) == 1 + 29 + 13 + 45 + 17 + 26
    assert {len(row) for row in rows} == {8}


def test_the_html_report_is_a_page(run: Run) -> None:
    status, out, _ = run("report", "--format", "html", SEEDS)
    assert status == 0
    assert out.startswith("<!doctype html>")
    assert out.endswith("</html>\n")


@pytest.mark.parametrize("options", [[], ["--format", "md"]])
def test_the_report_is_markdown_of_the_seeds_if_nothing_else_is_said(run: Run, options: list[str]) -> None:
    status, out, err = run("report", *options)
    assert (status, err) == (0, "")
    assert out.startswith("# Articles\n")
    assert all(f"\n## {letter}: " in out for letter in "ABCDE")


def test_a_report_is_the_same_bytes_in_another_locale_and_folder(run: Run, tmp_path: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "seedreader", "report", "--format", "json", str(SEEDS)]
    found = subprocess.run(
        command,
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert found.stdout.decode() == run("report", "--format", "json", SEEDS)[1]


def test_a_report_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "new/report.json"
    assert run("report", "--format", "json", "--out", out, FIRST) == (0, "", "")
    assert out.read_text(encoding="utf-8") == run("report", "--format", "json", FIRST)[1]


def test_a_place_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    status, out, err = run("report", "--out", tmp_path, FIRST)
    assert (status, out, err) == (2, "", f"seedreader: {tmp_path}: is a directory.\n")


def test_a_report_to_the_null_device_leaves_it_a_device(run: Run) -> None:
    assert run("report", "--out", os.devnull, FIRST) == (0, "", "")
    assert Path(os.devnull).is_char_device()


# Plain list, where there is no screen


def test_without_a_terminal_the_articles_are_listed(run: Run) -> None:
    status, out, err = run(SEEDS)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert [line[0] for line in lines] == [" ", *"ABCDE"]
    assert "A 100%" in lines[2]


def test_without_a_path_the_seeds_are_listed(run: Run) -> None:
    assert run()[1].count("\n") == 6


# What cannot be read


@pytest.mark.parametrize("command", [[], ["report"]])
def test_a_missing_path_is_told_in_one_sentence(run: Run, command: list[str]) -> None:
    status, out, err = run(*command, "nowhere")
    assert (status, out, err) == (1, "", "seedreader: nowhere: there is no such file or folder.\n")


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["no", "nor"], "no, nor: there is no such file or folder"),
        ([""], "an empty path names no file or folder"),
        (["x" * 300], f"{'x' * 300}: there is no such file or folder"),
        (["\x1b[2J"], "[2J: there is no such file or folder"),
    ],
)
def test_paths_that_name_nothing_are_told_in_one_sentence(run: Run, paths: list[str], told: str) -> None:
    assert run(*paths) == (1, "", f"seedreader: {told}.\n")


@pytest.mark.parametrize("command", [[], ["report", "--format", "csv"]])
def test_an_empty_folder_has_nothing_to_read(run: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    status, _, err = run(*command, tmp_path / "empty")
    assert (status, err) == (1, "seedreader: empty/: there is no article to read.\n")


@pytest.mark.parametrize("command", [[], ["report"]])
def test_a_folder_of_binary_files_tells_each_and_ends_with_1(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 9)
    status, _, err = run(*command, tmp_path)
    assert status == 1
    assert err.splitlines() == [
        f"seedreader: {tmp_path}/a.txt: it is a PDF, not text.",
        f"seedreader: {tmp_path}/b.txt: it is not text.",
        f"seedreader: {tmp_path.name}/: there is no article to read.",
    ]


@pytest.mark.parametrize("command", [[], ["report"]])
def test_of_a_mix_the_rest_opens_and_what_was_skipped_is_told(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    os.mkfifo(tmp_path / "c.txt")
    status, out, err = run(*command, tmp_path, "nowhere")
    assert status == 0
    assert "The ferry ran aground off Kvalvik." in out
    assert err.splitlines() == [
        f"seedreader: {tmp_path}/b.pdf: it is a PDF, not text.",
        f"seedreader: {tmp_path}/c.txt: it is not a file.",
        "seedreader: nowhere: there is no such file or folder.",
    ]


@pytest.mark.parametrize(
    "command",
    [[], *(["report", "--format", form] for form in cli.READ_FORMATS)],
    ids=lambda v: "-".join(v) or "list",
)
def test_control_characters_of_file_names_are_not_printed(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "a\x1b]0;owned\x07\u202e.txt").write_text("x\x1b[31m " + TEXT, encoding="utf-8")
    (tmp_path / "b\x1b[2J.txt").write_bytes(b"")
    (tmp_path / "c.\x1b[2J").write_bytes(b"")
    status, out, err = run(*command, tmp_path)
    assert status == 0
    assert not CONTROL.search(out)
    assert not CONTROL.search(err)
    assert "\u202e" not in out
    assert "a]0;owned.txt" in out.replace("\\", "") or command[-1:] == ["csv"]


# Standard input


@pytest.mark.parametrize("command", [[], ["report"]])
def test_a_dash_reads_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    standard_input(monkeypatch, TEXT.encode())
    status, out, err = run(*command, "-")
    assert (status, err) == (0, "")
    assert "The ferry ran aground off Kvalvik." in out


def test_standard_input_is_the_first_article_whatever_the_order(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    standard_input(monkeypatch, TEXT.encode("utf-16"))
    articles = json.loads(run("report", "--format", "json", FIRST, "-")[1])["articles"]
    assert [(article["id"], article["path"], article["encoding"]) for article in articles] == [
        ("A", "-", "utf-16"),
        ("B", str(FIRST), "utf-8"),
    ]


@pytest.mark.parametrize(("data", "reason"), [(b"", "it is empty"), (b"%PDF-1", "it is a PDF, not text")])
def test_standard_input_that_is_no_text_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, data: bytes, reason: str
) -> None:
    standard_input(monkeypatch, data)
    assert run("report", "-") == (1, "", f"seedreader: standard input: {reason}.\n")


def test_files_open_beside_a_standard_input_that_is_no_text(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    standard_input(monkeypatch, b"%PDF-1")
    status, out, err = run("report", "-", FIRST)
    assert (status, err) == (0, "seedreader: standard input: it is a PDF, not text.\n")
    assert "## A: A senior Russian diplomat" in out


def test_a_closed_standard_input_is_empty(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("report", "-") == (1, "", "seedreader: standard input: it is empty.\n")
    assert run("report")[1].startswith("# Articles")


def test_a_pipe_is_read_without_being_named() -> None:
    found = process("report", data=TEXT.encode())
    assert found.returncode == 0
    assert b"## A: The ferry ran aground off Kvalvik." in found.stdout


def test_an_empty_pipe_gives_the_seeds_as_no_pipe_does() -> None:
    found = process("report", data=b"").stdout
    assert all(b"\n## %c: " % letter in found for letter in b"ABCDE")


# Compare


@pytest.mark.parametrize("form", cli.COMPARE_FORMATS)
def test_the_same_wording_ends_with_0_another_with_1(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "same").write_bytes(FIRST.read_bytes().replace(b"\n", b"\r\n\r\n"))
    assert run("compare", FIRST, tmp_path / "same", "--format", form)[0] == 0
    status, out, err = run("compare", FIRST, SECOND, "--format", form)
    assert (status, err) == (1, "")
    assert FIRST.name in out.replace("\\", "")


@pytest.mark.parametrize("other", ["nowhere", str(SEEDS), os.devnull])
def test_trouble_ends_with_2_and_one_sentence(run: Run, other: str) -> None:
    for pair in ((FIRST, other), (other, FIRST)):
        status, out, err = run("compare", *pair)
        assert (status, out) == (2, "")
        assert is_a_sentence(err)
        assert other in err


def test_the_text_of_a_comparison_has_no_colour_without_a_terminal(run: Run) -> None:
    assert "\x1b" not in run("compare", FIRST, SECOND)[1]


# Pipes and full disks


def test_a_closed_pipe_ends_quietly() -> None:
    for arguments in (
        ["report", str(SEEDS)],
        ["compare", str(FIRST), str(SECOND)],
        ["--help"],
        ["completions", "bash"],
    ):
        reader, writer = os.pipe()
        os.close(reader)
        command = [sys.executable, "-m", "seedreader", *arguments]
        found = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False
        )
        os.close(writer)
        assert (found.stderr, found.returncode) == (b"", 0), arguments


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_in_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "seedreader", "report", str(SEEDS)]
        found = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert found.stderr == b"seedreader: standard output: no space left on device.\n"
    assert found.returncode == 2


# Completions


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completions_know_commands_and_formats(run: Run, shell: str) -> None:
    status, out, err = run("completions", shell)
    assert (status, err) == (0, "")
    assert all(word in out for word in ("seedreader", "report", "compare", "completions", "html"))


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("seedreader ''", "report compare completions"),
        ("seedreader report --f", "--format"),
        ("seedreader report --format ''", "json md html csv"),
        ("seedreader compare --format ''", "text json md html"),
        ("seedreader completions ''", "bash zsh tcsh"),
        ("seedreader report se", "seeds"),
        ("seedreader --config pyp", "pyproject.toml"),
    ],
)
def test_bash_offers_what_fits(run: Run, tmp_path: Path, words: str, offered: str) -> None:
    script = run("completions", "bash")[1]
    script += f"COMP_WORDS=({words})\nCOMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n_shtab_seedreader\n"
    (tmp_path / "script").write_text(script + 'echo "${COMPREPLY[*]}"\n', encoding="utf-8")
    for name in ("seeds", "pyproject.toml"):
        (tmp_path / name).touch()
    found = subprocess.run(
        ["bash", "script"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert found.stdout.split() == offered.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completions_are_a_script_the_shell_can_read(run: Run, tmp_path: Path, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_text(run("completions", shell)[1], encoding="utf-8")
    found = subprocess.run(
        [shell, "-n", str(tmp_path / "script")], capture_output=True, timeout=60, check=False
    )
    assert (found.returncode, found.stderr) == (0, b"")


def test_claims_as_a_table(run: Run) -> None:
    status, out, _ = run("report", "--format", "csv", "--claims")
    assert status == 0
    rows = out.splitlines()
    assert len(rows) > 10
    assert any("interest from all sides" in row for row in rows)
