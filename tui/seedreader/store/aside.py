"""Runs work in processes of its own, beside a screen that must not wait: threads would share its interpreter."""

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process, resource_tracker
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from threading import Lock, Thread
from types import MappingProxyType
from typing import TypeVar

_Result = TypeVar("_Result")

_AHEAD = 4
"""Jobs per process that are handed over before their turn, so that none waits for work and few are lost on a stop."""

_ASK = 0.1
"""Seconds after which it is asked whether a result is still wanted."""

_NICE = 10
"""By how much the processes let the screen go first: a key that is pressed shows at once, whatever they do."""

_ERROR_STREAM = Lock()
"""Held while the error stream is another: there is one for all threads, so its keeper is of the module too."""


def run(
    function: Callable[..., _Result],
    jobs: Iterable[tuple[object, ...]],
    processes: int,
    stop: Callable[[], bool] = lambda: False,
) -> Generator[_Result, None, None]:
    """Yield the result of each job, in order, worked out in other processes.

    ``function`` and all it is given must be picklable and the function of a module. Closing the iterator stops the
    work, and so does ``stop``, which is asked while a result is waited for: then there are no more. Where processes
    cannot be started, or die, the jobs are done here: the results are the same.
    """
    context = _Context()
    try:
        _keep_count()
        pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin)
    except (OSError, ImportError, NotImplementedError, ValueError):
        for job in jobs:
            yield function(*job)
        return
    waiting: deque[tuple[tuple[object, ...], Future[_Result] | None]] = deque()
    done = False
    try:
        for job in jobs:
            waiting.append((job, _handed(pool, function, job)))
            if len(waiting) >= _AHEAD * processes:
                yield _taken(function, *waiting.popleft(), stop)
        while waiting:
            yield _taken(function, *waiting.popleft(), stop)
        done = True
    except _StoppedError:
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        # What is not wanted any more need not be finished: the program may be about to end.
        if not done:
            context.terminate()


class _Context(SpawnContext):
    """Starts processes for one pool and remembers them; forked ones would hold locks of the threads that draw.

    What else the program has started meanwhile is not its own, another run of this among it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.started: list[SpawnProcess] = []

    def Process(  # type: ignore[override]  # noqa: N802
        self,
        group: None = None,
        target: Callable[..., object] | None = None,
        name: str | None = None,
        args: Iterable[object] = (),
        kwargs: Mapping[str, object] = MappingProxyType({}),
        *,
        daemon: bool | None = None,
    ) -> SpawnProcess:
        """A new process, to be started by the pool."""
        process = SpawnProcess(group, target, name, args, kwargs, daemon=daemon)
        self.started.append(process)
        return process

    def terminate(self) -> None:
        """End all that was started."""
        for process in self.started:
            if process.pid is not None:  # else it could not be started
                process.terminate()


class _StoppedError(Exception):
    """Nobody waits for the result any more."""


def _keep_count() -> None:
    """Start the process that keeps count of semaphores.

    It asks for the number of the error stream, and a screen puts something in its place that has none.
    """
    with (
        _ERROR_STREAM,
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        contextlib.redirect_stderr(nowhere),
    ):
        resource_tracker.ensure_running()


def _handed(
    pool: ProcessPoolExecutor, function: Callable[..., _Result], job: tuple[object, ...]
) -> Future[_Result] | None:
    try:
        return pool.submit(function, *job)
    except (OSError, RuntimeError):  # the pool is broken, or the program ends
        return None


def _taken(
    function: Callable[..., _Result],
    job: tuple[object, ...],
    future: Future[_Result] | None,
    stop: Callable[[], bool],
) -> _Result:
    while future is not None:
        try:
            return future.result(timeout=_ASK)
        except TimeoutError:
            if stop():
                raise _StoppedError from None
        except BrokenProcessPool:
            break
    return function(*job)


def _begin() -> None:
    """Make a process quiet, as it shares the terminal with the screen, and let it end when the screen does."""
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os.nice(_NICE)


def _end_with_parent() -> None:
    # A program that is killed closes nothing: what waits for work from it would wait for ever.
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
