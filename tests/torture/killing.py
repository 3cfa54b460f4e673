"""SIGKILL while somebody types without a pause, in the real window: what comes back is what was typed, from its
beginning on, and lacks nothing that is older than a second.

To be run by `tests/window/run`, which provides the display and the buses. Usage: killing.py COUNT [MOST_SECONDS]
"""

import ctypes
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "window"))

from window import Program, press, xdotool  # noqa: E402 (the path comes first)

from harness import KEPT_WITHIN, Skip, Violation, check, recovered, run_part  # noqa: E402

LETTER_SECONDS = 0.04
# Where the program was ready to go on and had to wait for a processor so long, of so long before the kill, the machine
# gives nobody the time they need: such a kill counts for nothing, whatever came of it, and another one is made.
TOO_LONG, LATELY = 0.3, 1.5
MOST_TRIES = 4


class Keyboard:
    """Keys pressed through the XTEST extension, each known to have reached the display when `type` returns; a
    process for every key would not be."""

    def __init__(self):
        self.x, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.display = self.x.XOpenDisplay(None)
        assert self.display, "the display cannot be opened"

    def type(self, letter):
        """Presses the key of a letter that needs no Shift, whose key symbol is its number in ASCII."""
        key = self.x.XKeysymToKeycode(self.display, ord(letter))
        for is_pressed in (1, 0):
            self.test.XTestFakeKeyEvent(self.display, key, is_pressed, 0)
        self.x.XSync(self.display, 0)


def letters():
    """Words without an end, every one another."""
    number = 0
    while True:
        number += 1
        yield from f"word{number} "


def one_kill(keyboard, chance, most_seconds):
    """Kills once; returns how old the oldest letter is that is lost, in seconds, and how many were typed; None where the
    machine was too busy for that to say anything."""
    with tempfile.TemporaryDirectory(prefix="casefile-torture-") as folder:
        case, state = Path(folder) / "a.case.json", Path(folder) / "state"
        case.write_text('{"casefile": "case", "version": 1, "id": "k7ce6pbv", "status": "open"}\n')
        before = case.read_bytes()
        with Program(case, environment={"XDG_STATE_HOME": str(state)}) as program:
            xdotool("windowactivate", "--sync", program.window)
            program.find("toggle button", "Parties, …")
            press("ctrl+i")
            field = program.find("entry", "Title")
            field.focus()
            typed, waits, end = [], [], time.monotonic() + chance.uniform(0.5, most_seconds)
            for letter in letters():
                if time.monotonic() > end:
                    break
                keyboard.type(letter)
                typed.append((time.monotonic(), letter))
                waits.append((time.monotonic(), waited(program.process)))
                time.sleep(LETTER_SECONDS)
            killed, last = time.monotonic(), waited(program.process)
            program.process.kill()
            code = program.wait_for_end()
            check(code == -signal.SIGKILL, f"the program ended with {code} before it was killed")
        check(case.read_bytes() == before, "the file is other than before")
        found = recovered(state)
        title = found.get("title", "") if found else ""
    words = "".join(letter for _, letter in typed)
    # A space at the end is no part of a title.
    check(words.startswith(title), f"{title!r} came back, {words!r} was typed")
    kept = len(title) + (words[len(title):len(title) + 1] == " ")
    age = killed - typed[kept][0] if kept < len(typed) else 0
    if is_too_busy(waits, killed, last):
        return None
    check(age <= KEPT_WITHIN, f"the last {len(typed) - kept} of {len(typed)} letters are lost, the first {age:.2f} s old")
    return age, len(typed)


def waited(process):
    """How long the program's window thread has been ready to run without being let, in seconds."""
    return int(Path(f"/proc/{process.pid}/task/{process.pid}/schedstat").read_text().split()[1]) / 1e9


def is_too_busy(waits, killed, last):
    """Whether the thread waited too long of late; `waits` has how long it had at which moments, `last` at the end."""
    lately = next((wait for at, wait in waits if at > killed - LATELY), last)
    return last - lately > TOO_LONG


def killing(count, most_seconds=10):
    seed = random.randrange(1 << 32)
    chance, keyboard = random.Random(seed), Keyboard()
    oldest, typed, made, busy = 0, 0, 0, 0
    while made < count:
        try:
            came_of_it = one_kill(keyboard, chance, most_seconds)
        except Violation as violation:
            raise Violation(f"kill {made + 1} of {count}, seed {seed}: {violation}") from None
        if came_of_it is None:
            busy += 1
            if busy > MOST_TRIES * count:
                raise Skip(f"give the program the time it needs: it was too busy {busy} times")
            continue
        age, letters_typed = came_of_it
        made, oldest, typed = made + 1, max(oldest, age), typed + letters_typed
        print(f"kill {made}: {letters_typed} letters, {age:.2f} s lost, {busy} too busy", file=sys.stderr, flush=True)
    return (
        f"{made} of {count} recovered, {typed} letters typed, the oldest that was lost {oldest:.2f} s old; {busy} more "
        "kills were not counted, since the machine was too busy"
    )


if __name__ == "__main__":
    run_part("killing", killing)
