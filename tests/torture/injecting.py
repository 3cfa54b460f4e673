"""System calls that fail, in the kernel's own words: strace has one call of a program that edits and saves fail, of
every kind that saving and the journal make, with every error, at the first, the second … place. "Saved" is never
said falsely, the file is wholly old or wholly new, the program goes on, and what it did can be recovered unless it
said that it cannot be kept.

Usage: injecting.py MOST [ERROR …]         at most so many places of each call
"""

import subprocess
import tempfile
import time
from pathlib import Path

from harness import Editor, Skip, Violation, check, needs, number_in, recovered, run_part, write_case

# All that a thread of the program asks of files while it edits and saves. "saved" is told with write, too, and the
# program tells it once more when that fails.
CALLS = ["write", "fsync", "renameat2", "rename", "openat", "linkat,link", "unlink,unlinkat", "fchmod,chmod,fchmodat",
         "fchown,chown,fchownat", "statx,fstat,newfstatat", "read", "mkdir,mkdirat", "readlink,readlinkat", "flock",
         "getdents64", "listxattr,flistxattr,llistxattr", "getxattr,fgetxattr,lgetxattr", "ftruncate"]
ERRORS = ["EIO", "ENOSPC", "EACCES", "EROFS"]
EDITS = 3


class Tracer:
    """A tracer that makes calls of a program fail as long as the `with`: in each thread the one at a place, counted
    from 1."""

    def __init__(self, pid, calls, error, place, log):
        self.pid, self.log = pid, log
        filters = ["-e", f"trace={calls}", "-e", f"inject={calls}:error={error}:when={place}"]
        self.process = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", str(log), *filters, "-p", str(self.pid)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )

    def __enter__(self):
        end = time.monotonic() + 10
        while not self._is_attached():
            if self.process.poll() is not None or time.monotonic() > end:
                self.__exit__()
                raise Skip("have strace attach to a program that runs")
            time.sleep(0.005)
        return self

    def _is_attached(self):
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return all("TracerPid:\t0" not in (task / "status").read_text() for task in tasks)

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)

    def failed(self):
        """How many calls were made to fail."""
        return self.log.read_text(errors="replace").count("(INJECTED)")


def panics(complaints):
    """Where a thread has panicked. The library that watches folders does where it cannot wake its own thread through
    an eventfd, which no kernel refuses; only its hints are lost by that."""
    return [line for line in complaints.splitlines() if "panicked at" in line and "/notify-" not in line]


def with_failing(calls, error, place):
    """One program, whose calls fail at one place; returns how many did, and how many of its saves were refused."""
    with tempfile.TemporaryDirectory(prefix="casefile-torture-") as folder:
        case, state, log = Path(folder) / "case" / "a.case.json", Path(folder) / "state", Path(folder) / "log"
        write_case(case, length=5_000)
        with Editor(case, state, "--on-lines") as editor:
            editor.go_on()
            check(editor.wait_for("done 1"), f"it ended at once: {editor.complaints()}")
            check(editor.last("saved") == 1, f"the first edit was not saved: {editor.said()}")
            with Tracer(editor.process.pid, calls, error, place, log) as tracer:
                for number in range(2, 2 + EDITS):
                    edit(editor, case, number)
                code = editor.end()
            check(code == 0, f"it ended with {code}: {editor.complaints()}")
            check(not panics(editor.complaints()), editor.complaints())
            told = [line for _, line in editor.lines]
        there = number_in(case.read_text())
        check(there >= editor.last("saved"), f"the file has edit {there}; it said {told}")
        if there < 1 + EDITS and not any("not kept safe" in words for words in editor.said()):
            back = recovered(state)
            check(back and back["summary"] == f"edit {1 + EDITS}", f"edit {1 + EDITS} is lost in silence; it said {told}")
        refused = sum(line.startswith("unsaved") for line in told)
        return tracer.failed(), refused


def edit(editor, case, number):
    """One more edit; what is said of it must be true at that moment."""
    editor.go_on()
    check(editor.wait_for(f"done {number}"), f"it ended: {editor.complaints()}")
    saved, there = editor.last("saved"), number_in(case.read_text())
    check(saved <= there <= number, f"the file has edit {there}; {saved} was said to be saved")
    if saved < number:
        check(editor.said(), f"edit {number} was not saved, and nothing is said")


def injecting(most, *errors):
    needs("strace")
    injected = refused = runs = 0
    for calls in CALLS:
        for error in errors or ERRORS:
            for place in range(1, most + 1):
                try:
                    failed, not_saved = with_failing(calls, error, place)
                except Violation as violation:
                    raise Violation(f"{calls} {place} with {error}: {violation}") from None
                if not failed:
                    break
                injected, refused, runs = injected + failed, refused + not_saved, runs + 1
    check(refused, "no call that failed kept a save from being carried out: this shows nothing")
    return f"{runs} of {runs} programs, {injected} calls failed; {refused} saves were refused, none falsely told"


if __name__ == "__main__":
    run_part("injecting", injecting)
