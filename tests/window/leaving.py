"""The steps that leave the program with unsaved work, and those that open files by dialog."""

import json
import subprocess
import time
from contextlib import contextmanager

from gi.repository import Gio, GLib

import files
from editing import focused, press_until_focused, wait_for_text
from window import NotSeen, Program, press, wait_until, write, xdotool

ANSWERS = ["Save", "Close without saving", "Cancel"]
NEW_TITLE = "JEDI, retold"
PORTAL = "org.freedesktop.portal.Desktop"


def retitle(program):
    """Changes the title of the case, by keyboard, and leaves the change unsaved."""
    press("ctrl+i")
    field = program.find("entry", "Title")
    field.focus()
    press("ctrl+a")
    write(NEW_TITLE)
    wait_for_text(program, "entry", "Title", NEW_TITLE)


def ask_to_quit(program):
    """Presses Ctrl+Q and waits for the question, with its answers in their order."""
    press("ctrl+q")
    dialog = program.find("dialog", "Unsaved changes")
    program.find("push button", ANSWERS[-1])
    offered = [node.name for _, node in dialog.walk() if node.role == "push button"]
    assert offered == ANSWERS, f"the answers are {offered}"
    wait_until(lambda: focused(program).matches("push button", "Save"), "the focus on Save")
    return dialog


def cancel_keeps_the_window(trip):
    """Unsaved work: Ctrl+Q asks, and Cancel and Esc both go back to the work."""
    program = trip.open(files.copy_of_sample("second case"))
    retitle(program)
    dialog = ask_to_quit(program)
    asked = [node.name for _, node in dialog.walk() if node.role == "label"]
    press_until_focused(program, "Tab", "push button", "Cancel", 2)
    press("Return")
    program.gone("dialog")
    ask_to_quit(program)
    press("Escape")
    program.gone("dialog")
    wait_for_text(program, "entry", "Title", NEW_TITLE)
    assert program.process.poll() is None, "the program has ended"
    assert trip.changed_files() == [], f"changed: {trip.changed_files()}"
    return f"“{' '.join(asked)}” {', '.join(ANSWERS)}; the window stays, “{program.title}”"


def close_without_saving_writes_nothing(trip):
    """Close without saving ends the program and leaves every file as it was."""
    program = trip.program
    ask_to_quit(program)
    press_until_focused(program, "Tab", "push button", "Close without saving", 1)
    press("Return")
    code = program.wait_for_end()
    assert code == 0, f"the program ended with {code}"
    assert trip.changed_files() == [], f"changed: {trip.changed_files()}"
    return f"ended with {code}; {len(trip.before)} files as they were"


def save_on_the_way_out(trip):
    """Save writes the one change and nothing else, and then ends the program."""
    program = trip.open(trip.case)
    retitle(program)
    ask_to_quit(program)
    press("Return")
    code = program.wait_for_end()
    assert code == 0, f"the program ended with {code}"
    assert trip.changed_files() == ["jedi.case.json"], f"changed: {trip.changed_files()}"
    before, after = trip.before["jedi.case.json"].decode(), files.read(trip.case)
    old, new = json.dumps(json.loads(before)["title"]), json.dumps(NEW_TITLE)
    wanted = before.replace(f'"title": {old}', f'"title": {new}', 1)
    assert after == wanted, files.difference(wanted, after)
    return f"ended with {code}; one line of the case is other than before"


@contextmanager
def no_portal():
    """Holds the name of the desktop's dialog service, and answers every call with an error, as a
    desktop without one does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(method, *arguments):
        types = "(su)" if len(arguments) == 2 else "(s)"
        address = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        answer = bus.call_sync(
            *address, method, GLib.Variant(types, arguments), None, Gio.DBusCallFlags.NONE, 5000
        )
        return answer.unpack()[0]

    do_not_queue, is_owner = 4, 1
    got = call("RequestName", PORTAL, do_not_queue)
    assert got == is_owner, f"the name {PORTAL} is held by somebody else"
    try:
        yield
    finally:
        call("ReleaseName", PORTAL)


def path_box_without_a_portal(trip):
    """Where the desktop has no file dialog, Ctrl+O asks for the path in the window."""
    case = files.copy_of_sample("third case")
    trip.stop()
    trip.case, trip.program = case, Program()
    program = trip.program
    program.find("push button", "Open the sample case")
    with no_portal():
        press("ctrl+o")
        program.find("dialog", "Open a file")
    field = program.find("entry", "Path")
    wait_until(lambda: field.has_state("focused"), "the focus in the path")
    write(str(case))
    press("Return")
    program.gone("dialog")
    program.find("toggle button", "Articles, 10, expanded")
    return f"dialog “Open a file”; the path opened “{program.title}”"


def windows_named(title):
    """The X11 windows in view whose title is this one."""
    try:
        return xdotool("search", "--onlyvisible", "--name", f"^{title}$").split()
    except subprocess.CalledProcessError:  # xdotool ends with 1 where there is none
        return []


def active_window_name():
    """The title of the window that has the keyboard, or None."""
    try:
        return xdotool("getactivewindow", "getwindowname")
    except subprocess.CalledProcessError:
        return None


def type_path_in_dialog(path):
    """Types a path into the file dialog of the desktop and presses Enter, until the dialog closes;
    returns how often that took. GTK loses what is typed while it still brings up its field, and
    ignores Enter while it looks at the folder that was typed: a person tries again, too."""
    for attempt in range(1, 6):
        press("ctrl+l")
        time.sleep(0.5)
        press("ctrl+a")
        write(str(path))
        for _ in range(2):
            press("Return")
            try:
                wait_until(lambda: not windows_named("Open"), "the file dialog to close", 2)
                return attempt
            except NotSeen:
                continue
    raise NotSeen(f"the file dialog to close; {path} was typed {attempt} times")


def file_dialog_of_the_desktop(trip):
    """With a portal, Ctrl+O shows the desktop's own dialog, and a path typed there is opened."""
    program = trip.program
    article = article_elsewhere("harbour.article.json", "Harbour wall to be raised")
    press("ctrl+o")
    wait_until(lambda: windows_named("Open"), "the file dialog of the desktop")
    wait_until(lambda: active_window_name() == "Open", "the file dialog to have the keyboard")
    attempts = type_path_in_dialog(article)
    program.find("list item", "Harbour wall to be raised, 2 Mar 2021")
    return f"the dialog opened {article.name} at attempt {attempts}"


def article_elsewhere(name, title):
    """Writes an article that belongs to no case into the home folder and returns its path."""
    path = files.home_folder(name)
    # No two names begin with the same letter, so that the ids are as different.
    article = {
        "casefile": "article", "version": 1, "id": name[0] * 8, "title": title,
        "published": "2021-03-02", "text": "The harbour wall will be raised by two metres.",
    }
    path.write_text(json.dumps(article, indent=2) + "\n")
    return path


STEPS = [
    cancel_keeps_the_window,
    close_without_saving_writes_nothing,
    save_on_the_way_out,
    path_box_without_a_portal,
    file_dialog_of_the_desktop,
]
