"""Runs work in processes of its own, beside a screen that must not wait: threads would share its interpreter."""

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process, resource_tracker
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import TypeVar

_Result = TypeVar("_Result")

_AHEAD = 4
"""Jobs per process that are handed over before their turn, so that none waits for work and few are lost on a stop."""

_ASK = 0.1
"""Seconds after which it is asked whether a result is still wanted."""

_NICE = 10
"""By how much the processes let the screen go first: a key that is pressed shows at once, whatever they do."""


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
    before = active_children()
    try:
        _keep_count()
        # Forking would copy the locks of the threads that draw the screen.
        pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)
    except (OSError, ImportError, NotImplementedError, ValueError):
        for job in jobs:
            yield function(*job)
        return
    waiting: deque[tuple[tuple[object, ...], Future[_Result] | None]] = deque()
    children: list[BaseProcess] = []
    done = False
    try:
        for job in jobs:
            waiting.append((job, _handed(pool, function, job)))
            if len(waiting) >= _AHEAD * processes:
                children = children or [child for child in active_children() if child not in before]
                yield _taken(function, *waiting.popleft(), stop)
        while waiting:
            yield _taken(function, *waiting.popleft(), stop)
        done = True
    except _StoppedError:
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        # What is not wanted any more need not be finished: the program may be about to end.
        for child in [] if done else children or [one for one in active_children() if one not in before]:
            child.terminate()


class _StoppedError(Exception):
    """Nobody waits for the result any more."""


def _keep_count() -> None:
    """Start the process that keeps count of semaphores.

    It asks for the number of the error stream, and a screen puts something in its place that has none.
    """
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, contextlib.redirect_stderr(nowhere):
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
