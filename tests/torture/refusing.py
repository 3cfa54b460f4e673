"""A save in the real window, whose calls strace has fail: the window says that nothing was saved and the file is as it
was; once the calls work again, so does Save.

To be run by `tests/window/run`. Usage: refusing.py COUNT
"""

import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "window"))

from window import Program, press, wait_until, write, xdotool  # noqa: E402 (the path comes first)

from harness import Violation, check, left_beside, needs, run_part, write_case  # noqa: E402
from injecting import Tracer  # noqa: E402

TITLE = "first words"
# Each keeps a file from being replaced when it fails.
WAYS = [(calls, error) for calls in ("fsync", "renameat2") for error in ("EIO", "ENOSPC")]


def title_in(case):
    return json.loads(case.read_bytes()).get("title")


def refused_once(calls, error):
    with tempfile.TemporaryDirectory(prefix="casefile-torture-") as folder:
        case, state = Path(folder) / "case" / "a.case.json", Path(folder) / "state"
        write_case(case, length=5_000)
        before = case.read_bytes()
        with Program(case, environment={"XDG_STATE_HOME": str(state)}) as program:
            xdotool("windowactivate", "--sync", program.window)
            program.find("toggle button", "Parties, …")
            press("ctrl+i")
            program.find("entry", "Title").focus()
            write(TITLE)
            # What was typed is in the journal by now, whose calls are not the ones that are to fail.
            time.sleep(1)
            with Tracer(program.process.pid, calls, error, "1+", Path(folder) / "log") as tracer:
                press("ctrl+s")
                program.find("dialog", "Not saved", 20)
                check(case.read_bytes() == before, "the file is other than before")
                check(program.title.startswith("•"), f"unsaved work does not show in “{program.title}”")
                check(not program.find_all("label", "Saved …"), "the window says that it is saved")
                failed = tracer.failed()
            check(failed, f"no call of {calls} failed")
            press("Escape")
            program.gone("dialog")
            check(left_beside(case) == [], f"left beside the file: {left_beside(case)}")
            press("ctrl+s")
            program.find("label", "Saved …")
            wait_until(lambda: not program.title.startswith("•"), "the title to lose its dot")
            check(title_in(case) == TITLE, f"the file has the title {title_in(case)!r}")
        return failed


def refusing(count):
    needs("strace")
    failed = 0
    for number in range(count):
        calls, error = WAYS[number % len(WAYS)]
        try:
            failed += refused_once(calls, error)
        except Violation as violation:
            raise Violation(f"{calls} with {error}: {violation}") from None
    return f"{count} of {count} saves in a window were refused as they should, then saved; {failed} calls failed"


if __name__ == "__main__":
    run_part("refusing", refusing)
