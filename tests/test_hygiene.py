import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "tui" / "seedreader"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 350


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def imported(code: str) -> set[str]:
    """What is loaded in a fresh interpreter after it ran ``code``, whose output is thrown away."""
    script = (
        "import contextlib, io, json, sys\n"
        "class Sink(io.StringIO):\n    buffer = io.BytesIO()\n"
        f"with contextlib.redirect_stdout(Sink()), contextlib.suppress(SystemExit):\n    {code}\n"
        "print(json.dumps(list(sys.modules)))\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(json.loads(found.stdout))


def packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_the_engine_loads_no_screen_no_disk_and_no_detection() -> None:
    engine = [dotted(path) for path in MODULES if "engine" in path.parts]
    assert len(engine) > 30
    loaded = imported(f"import {', '.join(engine)}")
    assert set(engine) <= loaded
    assert not packages(loaded) & {
        "textual",
        "rich",
        "platformdirs",
        "charset_normalizer",
        "pyperclip",
        "numpy",
        "sklearn",
    }
    assert not {name for name in loaded if name.startswith(("seedreader.store", "seedreader.app"))}


def test_the_store_loads_no_screen() -> None:
    store = [dotted(path) for path in MODULES if "store" in path.parts]
    loaded = imported(f"import {', '.join(store)}")
    assert not packages(loaded) & {"textual", "rich"}
    assert not {name for name in loaded if name.startswith("seedreader.app")}


def test_the_first_screen_loads_nothing_that_marks_or_compares() -> None:
    loaded = imported("import seedreader.app.app")
    late = ("boilerplate", "quotes", "utterances", "story", "conflicts", "align", "pages")
    assert not {name for name in loaded for one in late if name.startswith(f"seedreader.engine.{one}")}
    assert not packages(loaded) & {"rapidfuzz", "lxml", "trafilatura", "markdown_it"}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["--wrong"]])
def test_version_and_help_load_hardly_anything(arguments: list[str]) -> None:
    loaded = imported(f"import seedreader.cli; sys.stderr = io.StringIO(); seedreader.cli.main({arguments})")
    assert not packages(loaded) & {
        "textual",
        "rich",
        "rapidfuzz",
        "markdown_it",
        "sentencex",
        "platformdirs",
        "shtab",
    }
    assert not {name for name in loaded if name.startswith(("seedreader.app", "seedreader.store"))}


@pytest.mark.parametrize(
    "arguments", [[], ["report"], ["report", "--format", "html"], ["completions", "bash"]]
)
def test_plain_output_loads_no_screen(arguments: list[str]) -> None:
    loaded = imported(f"import seedreader.cli; seedreader.cli.main({arguments})")
    assert "seedreader.cli" in loaded
    assert not packages(loaded) & {"textual", "rich"}
    assert not {name for name in loaded if name.startswith("seedreader.app")}


def test_a_text_in_utf8_needs_no_detection_of_its_encoding() -> None:
    assert "charset_normalizer" not in imported("import seedreader.cli; seedreader.cli.main(['report'])")


def test_the_contracts_between_the_layers_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])",
    ]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "3 kept, 0 broken" in found.stdout


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    documented = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if path.name == "__init__.py" and not path.read_text(encoding="utf-8").strip():
        pytest.skip("an empty package file")
    assert documented, f"{path} has no docstring"
    first = documented.split("\n\n")[0]
    assert first.rstrip().endswith((".", ":")), first


def test_modules_stay_short() -> None:
    lengths = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8").count("\n") for path in MODULES
    }
    assert {name for name, length in lengths.items() if length > LONGEST} == set()


def test_no_file_names_a_place_on_the_machine_it_was_written_on() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    places = [b"/wo" + b"rk/", b"../sha" + b"red", b"/ro" + b"ot/", b"/home/" + b"user"]
    names = [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    assert len(names) > 100
    assert [(name, place) for name in names for place in places if place in (ROOT / name).read_bytes()] == []
