"""The end of the program by a signal or by the death of its display: in order, at once, with nothing
left behind and nothing to say but a sentence.

A part of the journey; by itself, `tests/window/run tests/window/signals.py [ROUNDS]`.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import files
from bus import below, gone
from dialogs import STRIP, Room
from leaving import retitle
from window import Program, wait_until, xdotool

ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]
SOON = 2.0


class Log:
    """What programs say from now on."""

    def __init__(self, program):
        self.path = program.log
        self.start = self.path.stat().st_size

    def lines(self):
        return self.path.read_bytes()[self.start:].decode(errors="replace").splitlines()


def end_by(program, *numbers):
    """Sends signals, one right after the other, and returns how long the program took to end: by one
    of them, without a word, and with everything that it had started."""
    log, children, start = Log(program), below(program.process.pid), time.monotonic()
    for number in numbers:
        program.process.send_signal(number)
    code = program.wait_for_end(SOON)
    taken = time.monotonic() - start
    assert -code in numbers, f"{numbers[0].name}: ended with {code}"
    assert log.lines() == [], f"{numbers[0].name}: it said {log.lines()}"
    for child in children:
        gone(child, "the dialog's process", SOON)
    return taken


def is_caught(program, number):
    """Whether a program does something about a signal before it ends by it."""
    status = Path(f"/proc/{program.process.pid}/status").read_text()
    [mask] = [line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:")]
    return int(mask, 16) >> (number - 1) & 1 == 1


def empty(number):
    with Room() as room:
        assert is_caught(room.program, number), f"{number.name} is left to the system"
        return end_by(room.program, number)


def with_something_typed(number):
    """In the middle of a word, which is in the field and nowhere else yet."""
    case = files.copy_of_sample(f"case {time.monotonic_ns()}")
    before = files.bytes_below(case.parent)
    # What can be recovered is asked about at the next start, which is another test's.
    state = files.home_folder(f"state {time.monotonic_ns()}")
    with Program(case, environment={"XDG_STATE_HOME": str(state)}) as program:
        program.find("toggle button", "Articles, …")
        retitle(program)
        taken = end_by(program, number)
    assert files.bytes_below(case.parent) == before, "a file is other than before"
    return taken


def with_a_dialog(number):
    with Room() as room:
        room.without_bus()
        room.zenity("sleep 1000 & sleep 1000")
        room.ask()
        room.program.find(*STRIP)
        assert len(room.dialogs()) >= 3, f"only {room.dialogs()}"
        return end_by(room.program, number)


def out_of_sight(number):
    """A window that is not shown has no frames of its own."""
    with Room() as room:
        xdotool("windowminimize", room.window)
        time.sleep(0.5)
        return end_by(room.program, number)


def with_another_right_after(number):
    """The end of a session may send one after the other."""
    with Room() as room:
        return end_by(room.program, number, signal.SIGHUP, signal.SIGTERM)


SIGNALLED = [empty, with_something_typed, with_a_dialog, out_of_sight, with_another_right_after]


def outlives_a_hang_up():
    """Started with nohup, the program stays when its terminal goes."""
    log = Program(process=subprocess.Popen(["true"])).log
    with open(log, "ab") as out:
        process = subprocess.Popen(
            ["nohup", os.environ["CASEFILE_BINARY"]], stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
    with Program(process=process) as program:
        program.find("push button", "Open the sample case")
        assert not is_caught(program, signal.SIGHUP), "SIGHUP is caught"
        program.process.send_signal(signal.SIGHUP)
        time.sleep(1)
        assert program.process.poll() is None, "the program has ended"
        end_by(program, signal.SIGTERM)


def start_display():
    """A display of its own; returns its process and its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        return server, f":{number.readline().strip()}"


def display_dies(number):
    """The display goes: the program ends with a failure and one sentence about it."""
    server, display = start_display()
    try:
        with Room(environment={"DISPLAY": display}, has_window=False) as room:
            room.without_bus()
            room.zenity("sleep 1000 & sleep 1000")
            room.program.find("push button", "Open files…").activate()
            children = wait_until(lambda: len(room.dialogs()) >= 3 and room.dialogs(), "the dialog")
            log, start = Log(room.program), time.monotonic()
            server.send_signal(number)
            code = room.program.wait_for_end(SOON)
            taken = time.monotonic() - start
            assert code == 1, f"ended with {code}"
            assert len(log.lines()) == 1 and display in log.lines()[0], f"it said {log.lines()}"
            for child in children:
                gone(child, "the dialog's process", SOON)
            return taken
    finally:
        server.kill()
        server.wait()


def signals(rounds=1):
    """Every end, as often as wanted; returns the lines to print."""
    times = {}
    for number in ENDING:
        # A program that is started where a signal is ignored goes on ignoring it.
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    for _ in range(rounds):
        for number in ENDING:
            for scenario in SIGNALLED:
                times.setdefault(number.name, []).append(scenario(number))
        outlives_a_hang_up()
        for number in (signal.SIGKILL, signal.SIGTERM):
            times.setdefault("display", []).append(display_dies(number))
    counts = ", ".join(f"{name} {len(taken)} of {len(taken)}" for name, taken in times.items())
    longest = max(max(taken) for taken in times.values())
    return [f"ended in order: {counts}; after {longest:.2f} s at most; SIGHUP under nohup {rounds} of {rounds} outlived"]


def signals_end_the_program_in_order(trip):
    """Once through all, as a step of the journey."""
    trip.stop()
    return "; ".join(signals())


STEPS = [signals_end_the_program_in_order]


if __name__ == "__main__":
    for line in signals(int(sys.argv[1]) if sys.argv[1:] else 1):
        print(line, flush=True)
