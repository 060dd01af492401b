"""Writes small files so that a crash leaves the old or the new one, never a broken one."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path


def write_atomically(path: Path, text: str, *, private: bool = False) -> None:
    """Replace ``path`` by ``text`` in UTF-8, its folder made if missing; raises ``OSError``.

    Links are followed and permissions stay as they were; a new file is for everybody the umask lets read it, or
    for its owner alone if ``private``. What is no plain file, such as /dev/null, is written to, not replaced.
    """
    known = _mode(path)
    if known is not None and not stat.S_ISREG(known):
        path.write_text(text, encoding="utf-8", newline="")
        return
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".seedreader-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if known is not None:
            temporary.chmod(stat.S_IMODE(known))
        elif not private:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    # It can only be read by setting it; meanwhile other threads make files for their owner alone.
    umask = os.umask(0o077)
    os.umask(umask)
    return umask
