"""Drives the program as a person does: finds what is on the screen through the accessibility
tree (AT-SPI), presses keys and the mouse through xdotool, and takes pictures of the screen.

To be run by `tests/window/run`, which provides the display and the buses.
"""

import ctypes
import itertools
import os
import signal
import subprocess
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 (the version comes first)

ARTIFACTS = Path(os.environ["CASEFILE_ARTIFACTS"])
POLL_SECONDS = 0.05
WAIT_SECONDS = 15.0

# The call answers at once or the program hangs; both limits are in milliseconds.
Atspi.set_timeout(5_000, 10_000)


class NotSeen(AssertionError):
    """What the journey waited for did not come."""


def wait_until(condition, what, seconds=WAIT_SECONDS):
    """Returns the first true answer of `condition`, or raises NotSeen naming `what`."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotSeen(f"waited {seconds:g} s for {what}")
        time.sleep(POLL_SECONDS)


def xdotool(*arguments):
    """Runs xdotool and returns what it printed."""
    command = ["xdotool", *map(str, arguments)]
    # Typing a text takes its time; what is not done after this long waits for something for good.
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    return done.stdout.strip()


def press(*keys):
    """Presses keys one after the other, each written as xdotool writes it: "ctrl+k", "F8"."""
    xdotool("key", "--clearmodifiers", "--delay", 30, *keys)


def write(text):
    """Types `text` on the keyboard, into whatever has the focus."""
    for plain, characters in itertools.groupby(text, str.isascii):
        # For a character that is on no key xdotool changes the keyboard's map for a moment,
        # and toolkits lose such a key unless they are given time.
        xdotool(
            "type", "--clearmodifiers", "--delay", 15 if plain else 200, "--", "".join(characters)
        )


def click_at(x, y, button=1, times=1):
    """Clicks at a point of the screen."""
    xdotool(
        "mousemove", "--sync", int(x), int(y), "click", "--repeat", times, "--delay", 60, button
    )


def drag(start, end):
    """Presses the mouse at one point of the screen, moves to another and lets go."""
    (x0, y0), (x1, y1) = start, end
    xdotool("mousemove", "--sync", int(x0), int(y0), "mousedown", 1)
    # A few stops on the way, since a single jump is no drag to every program.
    for stop in range(1, 6):
        xdotool("mousemove", int(x0 + (x1 - x0) * stop / 5), int(y0 + (y1 - y0) * stop / 5))
        time.sleep(0.03)
    xdotool("mouseup", 1)


def screenshot(path):
    """Writes a picture of the whole screen to `path`, whose ending names the format."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["import", "-window", "root", str(path)], check=True)
    return path


def still_screenshot(path, seconds=WAIT_SECONDS):
    """Takes the picture once something is painted and has not changed for half a second."""
    last, since = None, time.monotonic()

    def still():
        nonlocal last, since
        command = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        now = subprocess.run(command, check=True, capture_output=True).stdout
        if now != last:
            last, since = now, time.monotonic()
        painted = now.count(now[:3]) * 3 < len(now)
        return painted and time.monotonic() - since > 0.5

    wait_until(still, "the screen to stand still", seconds)
    return screenshot(path)


class Node:
    """One thing in the accessibility tree."""

    def __init__(self, accessible):
        self._accessible = accessible

    def _offers(self, interface):
        return interface in self._accessible.get_interfaces()

    @property
    def role(self):
        """The role as AT-SPI names it: "push button", "entry", "label" …"""
        return self._accessible.get_role_name()

    @property
    def name(self):
        """The accessible name, as a screen reader would say it."""
        return self._accessible.get_name() or ""

    @property
    def text(self):
        """The text inside, or None where there is none to be had."""
        if not self._offers("Text"):
            return None
        return Atspi.Text.get_text(self._accessible, 0, -1)

    @property
    def value(self):
        """The number a slider or a progress bar stands at, or None."""
        if not self._offers("Value"):
            return None
        return Atspi.Value.get_current_value(self._accessible)

    @property
    def extents(self):
        """Left, top, width and height on the screen, in pixels."""
        box = Atspi.Component.get_extents(self._accessible, Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    @property
    def centre(self):
        left, top, width, height = self.extents
        return left + width / 2, top + height / 2

    def children(self):
        """The nodes directly below; a child that vanished meanwhile is left out."""
        below = []
        try:
            for index in range(self._accessible.get_child_count()):
                child = self._accessible.get_child_at_index(index)
                if child is not None:
                    below.append(Node(child))
        except GLib.Error:
            pass
        return below

    def walk(self, depth=0):
        """Yields this node and all below it, each with its depth, in the order of the tree."""
        yield depth, self
        for child in self.children():
            yield from child.walk(depth + 1)

    def has_state(self, state):
        """Whether a state holds: "focused", "checked", "selected", "sensitive", "showing" …"""
        kind = getattr(Atspi.StateType, state.upper())
        return self._accessible.get_state_set().contains(kind)

    def matches(self, role, name):
        """Whether role and name are the ones asked for; None leaves one open. A name that
        ends in "…" stands for every name with that beginning."""
        try:
            if role is not None and self.role != role:
                return False
            if name is None:
                return True
            if name.endswith("…") and self.name.startswith(name[:-1]):
                return True
            return self.name == name
        except GLib.Error:
            return False

    def actions(self):
        """The names of the actions that assistive programs can ask for."""
        node = self._accessible
        count = Atspi.Action.get_n_actions(node) if self._offers("Action") else 0
        return [Atspi.Action.get_action_name(node, index) for index in range(count)]

    def activate(self):
        """Asks for the first action, as a screen reader does; raises NotSeen if there is none."""
        if not self.actions() or not Atspi.Action.do_action(self._accessible, 0):
            raise NotSeen(f"an action on {self}")

    def click(self, button=1, times=1):
        """Clicks in the middle with the mouse."""
        click_at(*self.centre, button=button, times=times)

    def focus(self):
        """Moves the keyboard's focus here and waits until it is."""
        Atspi.Component.grab_focus(self._accessible)
        wait_until(lambda: self.has_state("focused"), f"the focus on {self}")

    def set_text(self, text):
        """Puts `text` in place of what a field holds, as an assistive program does."""
        if not Atspi.EditableText.set_text_contents(self._accessible, text):
            raise NotSeen(f"{self} to take a text")

    def retype(self, text):
        """Puts `text` in place of what a field holds, with mouse and keyboard."""
        self.click()
        wait_until(lambda: self.has_state("focused"), f"the focus on {self}")
        press("ctrl+a")
        write(text) if text else press("Delete")

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Adopted:
    """A process that another program started and left to this one, as `subprocess` shows those
    it started itself."""

    def __init__(self, pid):
        self.pid = pid
        self.returncode = None

    def poll(self):
        if self.returncode is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, seconds):
        end = time.monotonic() + seconds
        while self.poll() is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired(f"process {self.pid}", seconds)
            time.sleep(POLL_SECONDS)
        return self.returncode

    def terminate(self):
        os.kill(self.pid, signal.SIGTERM)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)


def adopt_orphans():
    """Makes this process the parent of what its children start and leave behind, so that it can
    wait for the end of a program that a desktop launcher started."""
    PR_SET_CHILD_SUBREAPER = 36
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


class Program:
    """The running program. Use it in a `with` statement, which ends it in any case."""

    def __init__(self, *arguments, process=None, environment=None):
        """Starts the program, with these variables besides those of this process; `process` is one
        that runs already."""
        self.log = ARTIFACTS / "program.log"
        # Work that one test leaves is asked about at the next start, and would stand in front of everything there.
        state = Path(os.environ["HOME"]) / f"state {time.monotonic_ns()}"
        self.environment = {**os.environ, "XDG_STATE_HOME": str(state), **(environment or {})}
        ARTIFACTS.mkdir(parents=True, exist_ok=True)
        self.process = process or self._start(arguments)
        self._application = None
        self._window = None

    def _start(self, arguments):
        with open(self.log, "ab") as log:
            command = [os.environ["CASEFILE_BINARY"], *map(str, arguments)]
            streams = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
            return subprocess.Popen(command, env=self.environment, **streams)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self, seconds=5):
        """Ends the program as the end of a login session does, or by force if it stays."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(seconds)

    def wait_for_end(self, seconds=WAIT_SECONDS):
        """Waits until the program has ended by itself and returns its exit code."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise NotSeen(f"waited {seconds:g} s for the program to end") from None

    def _check_alive(self):
        code = self.process.poll()
        if code is not None:
            tail = self.log.read_text(errors="replace").splitlines()[-20:]
            raise NotSeen("\n".join([f"the program, which ended with {code}; it said:", *tail]))

    def _look_for_application(self):
        self._check_alive()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            try:
                if application and application.get_process_id() == self.process.pid:
                    # Without this, names and children seen once are remembered for good.
                    application.set_cache_mask(Atspi.Cache.NONE)
                    return Node(application)
            except GLib.Error:
                continue
        return None

    @property
    def tree(self):
        """The root of the program's accessibility tree; waits for it at first."""
        if self._application is None:
            what = "the program in the accessibility tree"
            self._application = wait_until(self._look_for_application, what)
        return self._application

    def _look_for_window(self):
        self._check_alive()
        try:
            found = xdotool("search", "--onlyvisible", "--pid", self.process.pid)
        except subprocess.CalledProcessError:
            return None
        return found.splitlines()[-1] if found else None

    @property
    def window(self):
        """The number by which the X server knows the window; waits for it at first."""
        if self._window is None:
            self._window = wait_until(self._look_for_window, "the program's window")
        return self._window

    @property
    def title(self):
        """The title of the window."""
        return xdotool("getwindowname", self.window)

    @property
    def geometry(self):
        """Left, top, width and height of the window on the screen, in pixels."""
        lines = xdotool("getwindowgeometry", "--shell", self.window).splitlines()
        values = dict(line.split("=", 1) for line in lines)
        return tuple(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))

    def find_all(self, role=None, name=None):
        """All nodes of that role and name, in the order of the tree, without waiting."""
        self._check_alive()
        return [node for _, node in self.tree.walk() if node.matches(role, name)]

    def find(self, role=None, name=None, seconds=WAIT_SECONDS):
        """The first node of that role and name; waits for it, and shows the tree if none comes."""
        what = f"{role or 'anything'} named “{name}”" if name is not None else f"a {role}"
        try:
            return wait_until(lambda: self.find_all(role, name), what, seconds)[0]
        except NotSeen as missing:
            if self.process.poll() is not None:
                raise
            raise NotSeen(f"{missing}; there was\n{self.dump()}") from None

    def gone(self, role=None, name=None, seconds=WAIT_SECONDS):
        """Waits until no node has that role and name."""
        wait_until(lambda: not self.find_all(role, name), f"no more {role} “{name}”", seconds)

    def dump(self):
        """The whole tree as text, a node a line."""
        lines = []
        for depth, node in self.tree.walk():
            try:
                text = node.text
                shown = f" = {text!r}" if text and text != node.name else ""
                states = [s for s in ("focused", "checked", "selected") if node.has_state(s)]
                lines.append("  " * depth + str(node) + shown + "".join(f" [{s}]" for s in states))
            except GLib.Error:
                lines.append("  " * depth + "(gone)")
        return "\n".join(lines)
