"""A walk through the program in a real window, by keyboard and through the accessibility tree.
Each step says what it saw, and the first one that sees something else ends the walk.

Run it with `tests/window/run`.
"""

import faulthandler
import sys
import time
import traceback

import annotating
import desktop
import dialogs
import editing
import importing
import leaving
import signals
from window import ARTIFACTS, screenshot

STEPS = [
    *annotating.STEPS,
    *importing.STEPS,
    *editing.STEPS,
    *leaving.STEPS,
    *dialogs.STEPS,
    *signals.STEPS,
    *desktop.STEPS,
]

LONGEST_SECONDS = 480


def walk(trip):
    """Goes through the steps and returns how many passed and the name of the one that failed."""
    for passed, step in enumerate(STEPS):
        name = step.__name__.replace("_", " ")
        start = time.monotonic()
        try:
            seen = step(trip)
        except Exception:
            traceback.print_exc()
            print(f"FAILED  {name}; the screen is in {screenshot(ARTIFACTS / 'failure.png')}")
            return passed, name
        print(f"ok  {name} ({time.monotonic() - start:.1f} s): {seen}", flush=True)
    return len(STEPS), None


def main():
    # Whatever waits for good ends here, and says where it waited.
    faulthandler.dump_traceback_later(LONGEST_SECONDS, exit=True)
    trip = editing.Trip()
    try:
        passed, failed = walk(trip)
    finally:
        trip.stop()
    print(f"{passed} passed, {1 if failed else 0} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
