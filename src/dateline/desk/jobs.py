"""Reading what is pasted or dropped: in a process of its own, one input after the other."""

from __future__ import annotations

import datetime
import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

import msgspec

from dateline.archive.keeping import NewPage
from dateline.errors import DatelineError, InputError
from dateline.intake.fetch import Client, Limits
from dateline.intake.sources import pages_of_bytes
from dateline.intake.tally import Tally
from dateline.pipeline import dossiers_of, read_reports_of, readings_of_pages, with_language
from dateline.reading.layers import Settings
from dateline.records import DossierSet, Page, Reading

MOST_PAGES = 300
"""The most pages read of one input; more are for ``dateline add``."""

_MOST_JOBS = 20
_MOST_WAITING = 8


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """Something to read: bytes with a name, or an address."""

    name: str
    data: bytes | None = None
    url: str | None = None
    published: str | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an input."""

    pages: tuple[NewPage, ...] = ()
    failures: tuple[str, ...] = ()


class JobState(msgspec.Struct, frozen=True, kw_only=True):
    """How far a job is."""

    id: str
    names: tuple[str, ...]
    done: int
    finished: bool
    failures: tuple[str, ...]
    dossiers: DossierSet | None


def outcome_of(given: Input, settings: Settings, private: bool) -> Outcome:
    """Read one input; what is wrong with it is told, not raised."""
    tally = Tally()
    try:
        pages, raw = _pages(given, tally, private)
        known = [with_language(page) for page in pages]
        readings = iter(readings_of_pages(known, settings, workers=1))
        new = [NewPage(page, list(islice(readings, len(page.reports))), raw) for page in known]
    except DatelineError as error:
        return Outcome(failures=(*map(str, tally.failures), str(error)))
    if not new and not tally.failures:
        tally.add(InputError(given.name, "there is no page in it."))
    return Outcome(pages=tuple(new), failures=tuple(map(str, tally.failures)))


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
        self.inputs = inputs
        self.outcomes: list[Outcome] = []
        self.dossiers: DossierSet | None = None
        self.failures: list[str] = []
        self.finished = False


class Jobs:
    """The jobs of a desk; the newest are kept until the desk ends."""

    def __init__(self, settings: Settings, private: bool) -> None:
        self._settings = settings
        self._private = private
        # A result may be there at once, and then calls back within the lock.
        self._lock = threading.RLock()
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._pool: ProcessPoolExecutor | None = None

    def begin(self, inputs: Sequence[Input]) -> str:
        """Begin a job and return its id; raises InputError when too many are under way."""
        with self._lock:
            if sum(not job.finished for job in self._jobs.values()) >= _MOST_WAITING:
                raise InputError(
                    "paste", "too much is being read at the moment.", remedy="Try again soon."
                )
            job = _Job(secrets.token_urlsafe(12), inputs)
            self._jobs[job.id] = job
            while len(self._jobs) > _MOST_JOBS:
                self._jobs.popitem(last=False)
            self._next(job)
        return job.id

    def state(self, id: str) -> JobState | None:
        """Return how far a job is, None when there is none of that id."""
        with self._lock:
            job = self._jobs.get(id)
            if job is None:
                return None
            return JobState(
                id=id,
                names=tuple(given.name for given in job.inputs),
                done=len(job.outcomes),
                finished=job.finished,
                failures=tuple(job.failures),
                dossiers=job.dossiers,
            )

    def pages(self, id: str) -> tuple[NewPage, ...]:
        """Return what a job has read, to be kept."""
        with self._lock:
            job = self._jobs.get(id)
            return _unique(job) if job is not None else ()

    def close(self) -> None:
        """End the reading process."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _next(self, job: _Job) -> None:
        """Hand the job's next input to the reading process; the lock is held."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        if len(job.outcomes) < len(job.inputs):
            given = job.inputs[len(job.outcomes)]
            future = self._pool.submit(outcome_of, given, self._settings, self._private)
            future.add_done_callback(lambda done: self._read(job, done))
            return
        new = _unique(job)
        pages = [page.page for page in new]
        readings = [reading for page in new for reading in page.readings]
        laying_out = self._pool.submit(laid_out, pages, readings)
        laying_out.add_done_callback(lambda done: self._finished(job, done))

    def _read(self, job: _Job, done: Future[Outcome]) -> None:
        with self._lock:
            if done.cancelled():
                return
            error = done.exception()
            name = job.inputs[len(job.outcomes)].name
            outcome = (
                done.result()
                if error is None
                else Outcome(failures=(f"{name}: it could not be read ({type(error).__name__}).",))
            )
            job.outcomes.append(outcome)
            job.failures += outcome.failures
            if isinstance(error, BrokenProcessPool):
                self._pool = None
            # A job that was dropped for newer ones is not read to its end.
            if self._jobs.get(job.id) is job:
                self._next(job)

    def _finished(self, job: _Job, done: Future[DossierSet]) -> None:
        with self._lock:
            if done.cancelled():
                return
            error = done.exception()
            if error is None:
                job.dossiers = done.result()
            else:
                job.failures.append(f"It could not be laid out ({type(error).__name__}).")
            job.finished = True


def _unique(job: _Job) -> tuple[NewPage, ...]:
    pages: dict[str, NewPage] = {}
    for outcome in job.outcomes:
        for page in outcome.pages:
            pages.setdefault(page.page.id, page)
    return tuple(pages.values())
