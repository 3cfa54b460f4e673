"""No file dialog can freeze or end the program: whatever becomes of the bus, of the desktop's
dialog service or of the dialog, the window goes on, offers a path to type instead, and can be left.

A part of the journey; by itself, `tests/window/run tests/window/dialogs.py [ROUNDS]`.
"""

import os
import signal
import sys
import tempfile
import time
from pathlib import Path

import bus as buses
import files
from bus import BACKEND, PORTAL, Bus, FakePortal, Switch, below, gone
from leaving import active_window_name, type_path_in_dialog, windows_named
from window import NotSeen, Program, press, wait_until, write, xdotool

# How soon the window must offer a way on when the dialog has failed: what the program waits for an
# answer, how often it asks, and some time for a busy machine.
SOON = 9
STRIP = ("push button", "Type a path instead")


class Room:
    """A window with an empty desk whose file dialogs come from whichever bus the test chooses, and
    from a `zenity` of the test's own, if any."""

    def __init__(self, *arguments, environment=None, has_window=True):
        """Starts the program; `has_window` says whether it is on this display."""
        self.switch = Switch()
        self.tools = tempfile.TemporaryDirectory()
        environment = {
            **(environment or {}),
            "DBUS_SESSION_BUS_ADDRESS": self.switch.address,
            "PATH": f"{self.tools.name}:{os.environ['PATH']}",
        }
        self.program = Program(*arguments, environment=environment)
        if arguments:
            self.program.find("toggle button", "Articles, …")
        else:
            self.program.find("push button", "Open the sample case")
        self.window = self.program.window if has_window else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.stop()

    def on(self, bus):
        """Takes the dialogs from this bus from now on."""
        self.switch.to(bus.path)
        return bus

    def without_bus(self):
        self.switch.to("/nonexistent/bus")

    def zenity(self, script):
        """Puts a shell script in the place of `zenity`, or takes it away."""
        path = Path(self.tools.name) / "zenity"
        path.unlink(missing_ok=True)
        if script:
            path.write_text(f"#!/bin/sh\n{script}\n")
            path.chmod(0o755)

    def ask(self, keys="ctrl+o"):
        """Gives the window the keyboard and presses the keys that ask for a file."""
        xdotool("windowactivate", "--sync", self.window)
        press(keys)

    def open_dialog(self, keys="ctrl+o", title="Open"):
        """Asks for a file and waits for the dialog of the desktop."""
        self.ask(keys)
        wait_until(lambda: windows_named(title), f"the file dialog “{title}”", 25)
        wait_until(lambda: active_window_name() == title, "the file dialog to have the keyboard")

    def dialogs(self):
        """The processes that the window has started."""
        return below(self.program.process.pid)

    def path_box(self, title="Open a file", seconds=SOON):
        """Waits for the path box, leaves it again, and returns how long it took to come."""
        start = time.monotonic()
        self.program.find("dialog", title, seconds)
        seconds = time.monotonic() - start
        # A dialog that hangs may still be there, and have the keyboard.
        xdotool("windowactivate", "--sync", self.window)
        field = self.program.find("entry", "Path")
        wait_until(lambda: field.has_state("focused"), "the focus in the path")
        self.nothing_left()
        press("Escape")
        self.program.gone("dialog", title)
        return seconds

    def nothing_left(self):
        """No process is left of a dialog, nor a strip about it."""
        wait_until(lambda: not self.dialogs(), "the dialog's process to end", 3)
        self.program.gone(*STRIP, 3)

    def nothing_asked(self):
        """The dialog is over, and the window asks for nothing."""
        self.nothing_left()
        time.sleep(0.3)
        assert not self.program.find_all("dialog"), "the window asks for a path"

    def take_the_strip(self):
        """Takes the way round the dialog that the window offers; nothing is left of what it ran."""
        strip = self.program.find(*STRIP)
        running = self.dialogs()
        strip.activate()
        taken = self.path_box()
        for pid in running:
            gone(pid, "what the dialog ran", 3)
        return taken


def no_bus(room):
    room.without_bus()
    room.ask()
    return room.path_box()


def no_portal(room):
    with room.on(Bus(is_bare=True)):
        room.ask()
        return room.path_box()


def no_portal_slow_zenity_failing(room):
    """What fails late is no person who cancels."""
    room.zenity("sleep 0.6; exit 127")
    with room.on(Bus(is_bare=True)):
        room.ask()
        return room.path_box()


def zenity_chooses(room):
    article = files.home_folder("chosen with zenity.txt")
    article.write_text("The harbour wall will be raised.\n")
    room.zenity(f'echo "{article}"')
    room.without_bus()
    room.ask()
    room.program.find("dialog", "New article")
    press("Escape")
    room.program.gone("dialog")
    room.nothing_left()


def zenity_cancels(room):
    room.zenity("exit 1")
    room.without_bus()
    room.ask()
    time.sleep(0.5)
    room.nothing_asked()


def zenity_hangs(room):
    """What zenity started goes too."""
    room.zenity("sleep 1000 & sleep 1000")
    room.without_bus()
    room.ask()
    room.program.find(*STRIP)
    assert len(room.dialogs()) >= 3, f"only {room.dialogs()}"
    return room.take_the_strip()


def bus_stopped_before(room):
    with room.on(Bus()) as bus:
        bus.signal(signal.SIGSTOP)
        room.ask()
        return room.path_box()


def bus_stopped_while_open(room):
    with room.on(Bus()) as bus:
        room.open_dialog()
        bus.signal(signal.SIGSTOP)
        return room.path_box()


def bus_killed_while_open(room):
    with room.on(Bus()) as bus:
        room.open_dialog()
        bus.signal(signal.SIGKILL)
        return room.path_box()


def portal_stopped_before(room):
    with room.on(Bus()) as bus:
        bus.signal(signal.SIGSTOP, PORTAL)
        room.ask()
        return room.path_box()


def portal_stopped_while_open(room):
    with room.on(Bus()) as bus:
        room.open_dialog()
        bus.signal(signal.SIGSTOP, PORTAL)
        return room.path_box()


def portal_killed_while_open(room):
    with room.on(Bus()) as bus:
        room.open_dialog()
        bus.signal(signal.SIGKILL, PORTAL)
        return room.path_box()


def portal_replaced_while_open(room):
    """The dialog of the portal that went can answer no more; the next is asked the next time."""
    with room.on(Bus()) as bus:
        room.open_dialog()
        old = bus.pid_of(PORTAL)
        os.kill(old, signal.SIGTERM)
        gone(old, "the portal")
        # The bus may still believe in the one that went.
        wait_until(lambda: bus.pid_of(PORTAL) != old, "another portal")
        taken = room.path_box()
        room.open_dialog()
        press("Escape")
        room.nothing_asked()
        return taken


def backend_killed_while_open(room):
    with room.on(Bus()) as bus:
        room.open_dialog()
        bus.signal(signal.SIGKILL, BACKEND)
        return room.path_box()


def backend_stopped_before(room):
    """Nobody says that no dialog will come; the window offers a way on all the same."""
    with room.on(Bus()) as bus:
        bus.signal(signal.SIGSTOP, BACKEND)
        room.ask()
        return room.take_the_strip()


def portal_that_never_ends(room):
    with room.on(Bus(is_bare=True)) as bus, FakePortal(bus, buses.never_ends):
        room.ask()
        return room.take_the_strip()


def portal_that_never_replies(room):
    with room.on(Bus(is_bare=True)) as bus, FakePortal(bus, buses.never_replies):
        room.ask()
        room.program.find(*STRIP)
        return room.path_box()


def portal_that_refuses(room):
    with room.on(Bus(is_bare=True)) as bus, FakePortal(bus, buses.refuses) as portal:
        room.ask()
        taken = room.path_box()
        assert portal.asked == 1, f"asked {portal.asked} times"
        return taken


def portal_that_cannot_show(room):
    """Ended neither by a choice nor by Cancel, where there is nobody to show a dialog."""
    with room.on(Bus(is_bare=True)) as bus, FakePortal(bus, buses.ends(2)):
        room.ask()
        return room.path_box()


def portal_that_cancels_at_once(room):
    """A person who is that fast is believed."""
    with room.on(Bus(is_bare=True)) as bus, FakePortal(bus, buses.ends(1)) as portal:
        room.ask()
        wait_until(lambda: portal.asked, "the portal to be asked")
        room.nothing_asked()


def odd_names_are_chosen(room):
    article = files.home_folder("50 % ü“\n.txt")
    article.write_text("The harbour wall will be raised.\n")
    with room.on(Bus(is_bare=True)) as bus, FakePortal(bus, buses.ends(0, article.as_uri())):
        room.ask()
        room.program.find("dialog", "New article")
        press("Escape")
        room.program.gone("dialog")
        room.nothing_left()


def cancel(room):
    with room.on(Bus()):
        room.open_dialog()
        press("Escape")
        room.nothing_asked()


def closed_by_its_frame(room):
    """Closing the dialog's window is no failure."""
    with room.on(Bus()):
        room.open_dialog()
        press("alt+F4")
        wait_until(lambda: not windows_named("Open"), "the file dialog to close")
        room.nothing_asked()


def choose(room):
    article = files.home_folder("chosen.txt")
    article.write_text("The harbour wall will be raised.\n")
    with room.on(Bus()):
        room.open_dialog()
        type_path_in_dialog(article)
        room.program.find("dialog", "New article")
        press("Escape")
        room.program.gone("dialog")
        room.nothing_left()


def asked_again(room):
    """Asking again while the dialog is open gives the keyboard the way round it, and Enter takes it."""
    with room.on(Bus()):
        room.open_dialog()
        room.ask()
        button = room.program.find(*STRIP)
        wait_until(lambda: button.has_state("focused"), "the focus on the way round")
        press("Return")
        taken = room.path_box()
        wait_until(lambda: not windows_named("Open"), "the file dialog to close")
        return taken


def closed_from_the_window(room):
    with room.on(Bus()):
        room.open_dialog()
        room.program.find("push button", "Close the file dialog").activate()
        wait_until(lambda: not windows_named("Open"), "the file dialog to close")
        room.nothing_asked()


STAYING = [
    no_bus,
    no_portal,
    no_portal_slow_zenity_failing,
    zenity_chooses,
    zenity_cancels,
    zenity_hangs,
    bus_stopped_before,
    bus_stopped_while_open,
    bus_killed_while_open,
    portal_stopped_before,
    portal_stopped_while_open,
    portal_killed_while_open,
    portal_replaced_while_open,
    backend_killed_while_open,
    backend_stopped_before,
    portal_that_never_ends,
    portal_that_never_replies,
    portal_that_refuses,
    portal_that_cannot_show,
    portal_that_cancels_at_once,
    odd_names_are_chosen,
    cancel,
    closed_by_its_frame,
    choose,
    asked_again,
    closed_from_the_window,
]


def in_one_window(rounds):
    """Every failure, in a window that survives them all; returns how often each passed and the
    longest that a person had to wait for the path box, with its name."""
    longest = (0, "none")
    with Room() as room:
        pid = room.program.process.pid
        for number in range(rounds):
            for scenario in STAYING:
                try:
                    taken = scenario(room) or 0
                except Exception as failed:
                    raise NotSeen(f"{scenario.__name__}, round {number + 1}: {failed}") from failed
                longest = max(longest, (taken, scenario.__name__))
                room.zenity(None)
        assert room.program.process.poll() is None, "the window has ended"
        assert room.dialogs() == [], f"left behind: {room.dialogs()}"
    return len(STAYING) * rounds, longest, pid


def end_of(room, number=None, seconds=3):
    """Ends the window, by Ctrl+Q or by a signal; returns its status. Nothing of it is left."""
    children = room.dialogs()
    assert children, "no dialog is open"
    if number is None:
        room.ask("ctrl+q")
    else:
        room.program.process.send_signal(number)
    code = room.program.wait_for_end(seconds)
    for child in children:
        gone(child, "the dialog's process", seconds)
    return code


def quit_while_open(stopped=None):
    """Ctrl+Q ends the program while its dialog is open, also where that hangs."""
    with Bus() as bus, Room() as room:
        room.on(bus)
        room.open_dialog()
        if stopped:
            bus.signal(signal.SIGSTOP, stopped)
        code = end_of(room)
        assert code == 0, f"ended with {code}"
        if not stopped:
            wait_until(lambda: not windows_named("Open"), "the file dialog to close")


def quit_with_zenity():
    with Room() as room:
        room.without_bus()
        room.zenity("sleep 1000 & sleep 1000")
        room.ask()
        room.program.find(*STRIP)
        assert end_of(room) == 0


def killed_while_open():
    """The window is killed: its dialog goes with it."""
    with Bus() as bus, Room() as room:
        room.on(bus)
        room.open_dialog()
        code = end_of(room, signal.SIGKILL)
        assert code == -signal.SIGKILL, f"ended with {code}"
        wait_until(lambda: not windows_named("Open"), "the file dialog to close")


def killed_with_zenity():
    with Room() as room:
        room.without_bus()
        room.zenity("sleep 1000 & sleep 1000")
        room.ask()
        room.program.find(*STRIP)
        assert end_of(room, signal.SIGKILL) == -signal.SIGKILL


def dialog_stopped():
    """Even a dialog's process that is stopped is in nobody's way, and ends with the window."""
    with Bus() as bus, Room() as room:
        room.on(bus)
        room.open_dialog()
        [child] = room.dialogs()
        os.kill(child, signal.SIGSTOP)
        room.take_the_strip()
        room.open_dialog()
        [child] = room.dialogs()
        os.kill(child, signal.SIGSTOP)
        assert end_of(room) == 0


def bus_dies_under_the_window():
    """The window's own bus dies, with a dialog open: the path box still opens a case. Nothing can be
    read from outside then, so this looks at the title."""
    case = files.copy_of_sample(f"case {time.monotonic_ns()}")
    # No other service may come up on that bus: it would take the accessibility of the whole display.
    with Bus(is_bare=True) as bus, FakePortal(bus, buses.never_ends) as portal:
        with Program(environment={"DBUS_SESSION_BUS_ADDRESS": bus.address}) as program:
            xdotool("windowactivate", "--sync", program.window)
            wait_until(lambda: press("ctrl+o") or portal.asked, "the portal to be asked")
            bus.signal(signal.SIGKILL)
            wait_until(lambda: not below(program.process.pid), "the dialog's process to end", SOON)
            time.sleep(0.5)
            write(str(case))
            press("Return")
            wait_until(lambda: "jedi.case.json" in program.title, "the case in the title")
            press("ctrl+q")
            assert program.wait_for_end() == 0


def another_question(room_case):
    """Asking for something else takes the dialog's place; the window can still be left, and asks about
    what is unsaved."""
    with Bus() as bus, Room(room_case) as room:
        room.on(bus)
        room.open_dialog()
        room.open_dialog("ctrl+shift+s", "Save the case as")
        wait_until(lambda: not windows_named("Open"), "the first dialog to close")
        assert len(room.dialogs()) == 1, f"running: {room.dialogs()}"
        room.ask("ctrl+n")
        room.program.find("entry", "Title")
        room.ask("ctrl+q")
        assert room.program.wait_for_end() == 0


def leaving(rounds):
    """Ends of the window while a dialog is open; returns how many."""
    case = files.copy_of_sample(f"case {time.monotonic_ns()}")
    ends = [
        quit_while_open,
        lambda: quit_while_open(PORTAL),
        lambda: quit_while_open(BACKEND),
        quit_with_zenity,
        killed_while_open,
        killed_with_zenity,
        dialog_stopped,
        bus_dies_under_the_window,
        lambda: another_question(case),
    ]
    for _ in range(rounds):
        for end in ends:
            end()
    return len(ends) * rounds


def dialogs(rounds=1):
    """The whole matrix, as often as wanted; returns the lines to print."""
    count, (seconds, name), pid = in_one_window(rounds)
    left = leaving(rounds)
    return [
        f"{count} of {count} dialogs that failed, hung, were cancelled or answered, in one window "
        f"(process {pid}); the path box came after {seconds:.1f} s at most ({name})",
        f"{left} of {left} ends with a dialog open, nothing left behind",
    ]


def file_dialogs_cannot_hang_the_window(trip):
    """Once through the matrix, as a step of the journey."""
    trip.stop()
    return "; ".join(dialogs())


STEPS = [file_dialogs_cannot_hang_the_window]


if __name__ == "__main__":
    for line in dialogs(int(sys.argv[1]) if sys.argv[1:] else 1):
        print(line, flush=True)
