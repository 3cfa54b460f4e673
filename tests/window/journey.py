"""A walk through the program in a real window. Each step says what it saw, and the first one
that sees something else ends the walk.

Run it with `tests/window/run`.
"""

import sys
import time
import traceback

from window import ARTIFACTS, Program, screenshot


def window_appears(program):
    """The window opens under the program's name and tells assistive programs what is in it."""
    title = program.title
    assert "Casefile" in title, f"the title is “{title}”"
    frame = program.find("frame")
    inside = sum(1 for _ in frame.walk()) - 1
    assert inside > 0, "the window is empty to assistive programs"
    return f"window “{title}”, {program.geometry[2:]} pixels, {inside} nodes inside"


STEPS = [window_appears]


def walk(program):
    """Goes through the steps and returns how many passed and the name of the one that failed."""
    for passed, step in enumerate(STEPS):
        name = step.__name__.replace("_", " ")
        start = time.monotonic()
        try:
            seen = step(program)
        except Exception:
            traceback.print_exc()
            print(f"FAILED  {name}; the screen is in {screenshot(ARTIFACTS / 'failure.png')}")
            return passed, name
        print(f"ok  {name} ({time.monotonic() - start:.1f} s): {seen}", flush=True)
    return len(STEPS), None


def main():
    with Program() as program:
        passed, failed = walk(program)
    print(f"{passed} passed, {1 if failed else 0} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
