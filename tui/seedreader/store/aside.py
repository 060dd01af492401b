"""Runs work in processes of its own, beside a screen that must not wait: threads would share its interpreter."""

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

_Result = TypeVar("_Result")

_AHEAD = 4
"""Jobs per process that are handed over before their turn, so that none waits for work and few are lost on a stop."""

_NICE = 5
"""By how much the processes let the screen go first."""


def run(
    function: Callable[..., _Result], jobs: Iterable[tuple[object, ...]], processes: int
) -> Generator[_Result, None, None]:
    """Yield the result of each job, in order, worked out in other processes.

    ``function`` and all it is given must be picklable and the function of a module. Closing the iterator stops the
    work. Where processes cannot be started, or die, the jobs are done here: the results are the same.
    """
    try:
        # Forking would copy the locks of the threads that draw the screen.
        pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_begin)
    except (OSError, ImportError, NotImplementedError, ValueError):
        for job in jobs:
            yield function(*job)
        return
    waiting: deque[tuple[tuple[object, ...], Future[_Result] | None]] = deque()
    try:
        for job in jobs:
            waiting.append((job, _handed(pool, function, job)))
            if len(waiting) >= _AHEAD * processes:
                yield _taken(function, *waiting.popleft())
        while waiting:
            yield _taken(function, *waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _handed(
    pool: ProcessPoolExecutor, function: Callable[..., _Result], job: tuple[object, ...]
) -> Future[_Result] | None:
    try:
        return pool.submit(function, *job)
    except (OSError, RuntimeError):  # the pool is broken, or the program ends
        return None


def _taken(
    function: Callable[..., _Result], job: tuple[object, ...], future: Future[_Result] | None
) -> _Result:
    if future is not None:
        with contextlib.suppress(BrokenProcessPool):
            return future.result()
    return function(*job)


def _begin() -> None:
    """Make a process quiet: it shares the terminal with the screen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os.nice(_NICE)
