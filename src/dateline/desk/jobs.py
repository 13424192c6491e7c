"""Reading what is pasted or dropped: in a process of its own, one input after the other."""

from __future__ import annotations

import datetime
import secrets
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

import msgspec

from dateline.archive.keeping import NewPage
from dateline.errors import DatelineError, InputError
from dateline.intake.fetch import Client, Limits
from dateline.intake.sources import pages_of_bytes
from dateline.intake.tally import Tally
from dateline.pipeline import dossiers_of, read_reports_of, readings_of_pages, with_language
from dateline.reading.layers import Settings
from dateline.records import DossierSet, Page, Reading
from dateline.show.views import name_of

MOST_PAGES = 300
"""The most pages read of one input; more are for ``dateline add``."""

_MOST_JOBS = 20
_MOST_WAITING = 8
_CHUNK = 4
"""Pages read at a time: few enough to tell how far it is."""

T = TypeVar("T")


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """Something to read: bytes with a name, or an address."""

    name: str
    data: bytes | None = None
    url: str | None = None
    published: str | None = None


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """The pages of an input, not read yet."""

    pages: tuple[Page, ...] = ()
    raw: bytes | None = None
    """The input's bytes, where it is one page."""
    failures: tuple[str, ...] = ()


class JobState(msgspec.Struct, frozen=True, kw_only=True):
    """How far a job is."""

    id: str
    inputs: int
    opened: int
    """Inputs whose pages are known."""
    pages: int
    """Pages known so far."""
    done: int
    """Pages read."""
    finished: bool
    failures: tuple[str, ...]
    dossiers: DossierSet | None

    @property
    def told(self) -> str:
        """How far it is, in words."""
        if self.opened < self.inputs:
            return f"{self.opened} of {self.inputs} inputs opened"
        if self.done < self.pages:
            return f"{self.done} of {self.pages} pages read"
        return "Laying out what was read"


def opened(given: Input, private: bool) -> Opened:
    """Return the pages of an input; what is wrong with it is told, not raised."""
    tally = Tally()
    try:
        pages, raw = _pages(given, tally, private)
    except DatelineError as error:
        return Opened(failures=(*map(str, tally.failures), str(error)))
    if not pages and not tally.failures:
        tally.add(InputError(given.name, "there is no page in it."))
    return Opened(
        pages=tuple(map(with_language, pages)),
        raw=raw,
        failures=tuple(map(str, tally.failures)),
    )


def read(pages: Sequence[Page], settings: Settings) -> list[list[Reading]]:
    """Return the readings of the reports of each page."""
    readings = iter(readings_of_pages(pages, settings, workers=1))
    return [list(islice(readings, len(page.reports))) for page in pages]


def _pages(given: Input, tally: Tally, private: bool) -> tuple[list[Page], bytes | None]:
    """Return the pages of an input, and its bytes where it is one page."""
    today = datetime.date.today().isoformat()
    data, url, charset = given.data, given.url, None
    if data is None:
        with Client(Limits(allow_private=private)) as client:
            fetched = client.fetch(given.url or "")
        data, url, charset = fetched.data, fetched.url, fetched.charset
    found = pages_of_bytes(
        given.name, data, url=url, charset=charset, published=given.published, tally=tally,
        today=today,
    )  # fmt: skip
    pages = list(islice(found, MOST_PAGES + 1))
    if len(pages) > MOST_PAGES:
        tally.add(
            InputError(
                given.name,
                f"only its first {MOST_PAGES} pages were read.",
                remedy="Read it with `dateline add` instead.",
            )
        )
    return pages[:MOST_PAGES], data if len(pages) == 1 else None


def laid_out(pages: Sequence[Page], readings: Sequence[Reading]) -> DossierSet:
    """Group what was read into stories and lay them out."""
    return DossierSet(
        pages=tuple(pages),
        readings=tuple(readings),
        dossiers=dossiers_of(read_reports_of(pages, readings)),
    )


class _Job:
    def __init__(self, id: str, inputs: Sequence[Input]) -> None:
        self.id = id
        self.inputs = len(inputs)
        self.unopened = deque(inputs)
        self.unread: deque[tuple[Page, bytes | None]] = deque()
        self.known: set[str] = set()
        self.read: list[NewPage] = []
        self.done = 0
        self.dossiers: DossierSet | None = None
        self.failures: list[str] = []
        self.finished = False


class Jobs:
    """The jobs of a desk; the newest are kept until the desk ends.

    A thread hands their steps to a process that reads, one step at a time, so that jobs take turns
    and the desk goes on answering.
    """

    def __init__(self, settings: Settings, private: bool) -> None:
        self._settings = settings
        self._private = private
        self._wake = threading.Condition()
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._turns: deque[_Job] = deque()
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="reading", daemon=True)
        self._thread.start()

    def begin(self, inputs: Sequence[Input]) -> str:
        """Begin a job and return its id; raises InputError when too many are under way."""
        with self._wake:
            if sum(not job.finished for job in self._jobs.values()) >= _MOST_WAITING:
                raise InputError(
                    "paste", "too much is being read at the moment.", remedy="Try again soon."
                )
            job = _Job(secrets.token_urlsafe(12), inputs)
            self._jobs[job.id] = job
            while len(self._jobs) > _MOST_JOBS:
                self._jobs.popitem(last=False)
            self._turns.append(job)
            self._wake.notify()
        return job.id

    def state(self, id: str) -> JobState | None:
        """Return how far a job is, None when there is none of that id."""
        with self._wake:
            job = self._jobs.get(id)
            if job is None:
                return None
            return JobState(
                id=id,
                inputs=job.inputs,
                opened=job.inputs - len(job.unopened),
                pages=len(job.known),
                done=job.done,
                finished=job.finished,
                failures=tuple(job.failures),
                dossiers=job.dossiers,
            )

    def pages(self, id: str) -> tuple[NewPage, ...]:
        """Return what a job has read, to be kept."""
        with self._wake:
            job = self._jobs.get(id)
            return tuple(job.read) if job is not None else ()

    def close(self) -> None:
        """End the reading after the step at hand."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            if job.unopened:
                self._open(job)
            elif job.unread:
                self._read(job)
            else:
                self._lay_out(job)
        if self._pool is not None:
            self._pool.shutdown()

    def _next(self) -> _Job | None:
        """Return the job whose turn it is as soon as there is one, None when the desk ends."""
        with self._wake:
            # One that was dropped for newer ones is not read to its end.
            while not self._closed:
                while self._turns:
                    job = self._turns.popleft()
                    if self._jobs.get(job.id) is job and not job.finished:
                        self._turns.append(job)
                        return job
                self._wake.wait()
        return None

    def _open(self, job: _Job) -> None:
        given = job.unopened[0]
        found = self._outcome(
            job, f"{given.name}: it could not be opened", opened, given, self._private
        )
        with self._wake:
            # Its bytes are not needed any more.
            job.unopened.popleft()
            if found is not None:
                job.failures += found.failures
                for page in found.pages:
                    if page.id not in job.known:
                        job.known.add(page.id)
                        job.unread.append((page, found.raw))

    def _read(self, job: _Job) -> None:
        chunk = [job.unread.popleft() for _ in range(min(_CHUNK, len(job.unread)))]
        pages = [page for page, _ in chunk]
        names = ", ".join(dict.fromkeys(map(name_of, pages)))
        readings = self._outcome(job, f"{names}: it could not be read", read, pages, self._settings)
        with self._wake:
            job.done += len(chunk)
            for (page, raw), found in zip(chunk, readings or (), strict=readings is not None):
                job.read.append(NewPage(page, found, raw))

    def _lay_out(self, job: _Job) -> None:
        pages = [page.page for page in job.read]
        readings = [reading for page in job.read for reading in page.readings]
        dossiers = self._outcome(
            job, "What was read could not be laid out", laid_out, pages, readings
        )
        with self._wake:
            job.dossiers = dossiers
            job.finished = True

    def _outcome(self, job: _Job, problem: str, step: Callable[..., T], *given: object) -> T | None:
        """Return what a step comes to in the reading process, None with the problem told."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        try:
            return self._pool.submit(step, *given).result()
        except Exception as error:
            # Whatever is wrong with a page must not end the reading of others.
            if isinstance(error, BrokenProcessPool):
                self._pool.shutdown()
                self._pool = None
            with self._wake:
                job.failures.append(f"{problem} ({type(error).__name__}).")
        return None
