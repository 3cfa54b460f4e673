"""Session buses of their own, whose services can be stopped, killed and done without."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from gi.repository import Gio, GLib

from window import NotSeen, wait_until

PORTAL = "org.freedesktop.portal.Desktop"
BACKEND = "org.freedesktop.impl.portal.desktop.gtk"
BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")

# A bus on which nothing is started by itself.
BARE = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=/tmp</listen>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""


def parents():
    """The parent of every process that runs, by process; what has only to be waited for is left out."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it has ended meanwhile
            continue
        if state not in "ZX":
            found[int(stat.parent.name)] = int(parent)
    return found


def below(pid):
    """The processes that a process has started, and those that these have."""
    known = parents()
    found, ahead = [], [pid]
    while ahead:
        children = [child for child, parent in known.items() if parent == ahead[0]]
        found, ahead = found + children, ahead[1:] + children
    return found


class Bus:
    """A session bus with the services of this desktop, or with none. Use it in a `with`."""

    def __init__(self, is_bare=False):
        self.folder = tempfile.TemporaryDirectory()
        config = Path(self.folder.name) / "bus.conf"
        config.write_text(BARE)
        kind = f"--config-file={config}" if is_bare else "--session"
        self.process = subprocess.Popen(
            ["dbus-daemon", kind, "--nofork", "--print-address"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        self.address = self.process.stdout.readline().strip()
        self.path = self.address.removeprefix("unix:path=").partition(",")[0]
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        self.connection.set_exit_on_close(False)
        self.touched = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for pid in [self.process.pid, *self.touched]:
            if pid in parents():
                os.kill(pid, signal.SIGCONT)
        self.process.terminate()
        self.process.wait(10)
        # Services end with their bus, unless they are in the middle of something.
        for pid in self.touched:
            try:
                gone(pid, "a service", 3)
            except NotSeen:
                os.kill(pid, signal.SIGKILL)
        self.process.stdout.close()
        self.folder.cleanup()

    def call(self, method, *arguments):
        """Asks the bus itself, and returns the first thing that it answers."""
        types = "".join({str: "s", int: "u"}[type(argument)] for argument in arguments)
        body = GLib.Variant(f"({types})", arguments) if arguments else None
        flags = Gio.DBusCallFlags.NONE
        answer = self.connection.call_sync(*BUS, method, body, None, flags, 20_000)
        return answer.unpack()[0]

    def pid_of(self, name):
        """The process that holds a name, which is started for it if need be."""
        self.call("StartServiceByName", name, 0)
        return self.call("GetConnectionUnixProcessID", name)

    def signal(self, number, name=None):
        """Sends the bus itself a signal, or the holder of a name, which is started for it if need be."""
        if name is None:
            self.process.send_signal(number)
        else:
            pid = self.pid_of(name)
            self.touched.append(pid)
            os.kill(pid, number)


class FakePortal:
    """Stands in for the dialog service on a bus, and answers as `behave` says: a function that gets
    the call for a dialog and a function to end it with, given a number and the URIs chosen."""

    XML = """<node><interface name="org.freedesktop.portal.FileChooser">
      <method name="OpenFile">
        <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
        <arg type="o" direction="out"/>
      </method>
      <property name="version" type="u" access="read"/>
    </interface></node>"""

    def __init__(self, bus, behave):
        self.behave = behave
        self.asked = 0
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop(self.context)
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._serve, args=[bus], daemon=True)

    def __enter__(self):
        self.thread.start()
        assert self.ready.wait(10), "the stand-in for the portal did not start"
        return self

    def __exit__(self, *_):
        self.loop.quit()
        self.thread.join(10)
        if not self.connection.is_closed():
            self.connection.close_sync(None)

    def _serve(self, bus):
        self.context.push_thread_default()
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            bus.address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
        )
        self.connection.set_exit_on_close(False)
        interface = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
        path = "/org/freedesktop/portal/desktop"
        self.connection.register_object(path, interface, self._called, lambda *_: GLib.Variant("u", 4), None)
        name = GLib.Variant("(su)", (PORTAL, 4))
        self.connection.call_sync(*BUS, "RequestName", name, None, Gio.DBusCallFlags.NONE, 5000)
        self.ready.set()
        self.loop.run()

    def _called(self, _connection, sender, _path, _interface, _method, parameters, invocation):
        self.asked += 1
        token = parameters.unpack()[2]["handle_token"]
        caller = sender.lstrip(":").replace(".", "_")
        handle = f"/org/freedesktop/portal/desktop/request/{caller}/{token}"

        def respond(code, uris=()):
            results = {"uris": GLib.Variant("as", list(uris))} if uris else {}
            self.connection.emit_signal(
                sender, handle, "org.freedesktop.portal.Request", "Response",
                GLib.Variant("(ua{sv})", (code, results)),
            )

        self.behave(invocation, handle, respond)


def ends(code, *uris):
    """A stand-in that ends every dialog at once."""

    def behave(invocation, handle, respond):
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        respond(code, uris)

    return behave


def never_ends(invocation, handle, _respond):
    """A stand-in that takes a request and never answers it."""
    invocation.return_value(GLib.Variant("(o)", (handle,)))


def never_replies(_invocation, _handle, _respond):
    """A stand-in that does not even take a request."""


def refuses(invocation, _handle, _respond):
    """A stand-in that fails at every request."""
    invocation.return_dbus_error("org.freedesktop.DBus.Error.Failed", "no dialogs today")


class Switch:
    """A path that leads to one bus or another, or to none: what a program takes for its session bus
    each time it looks anew. It starts with that of this process."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "bus"
        self.own = os.environ["DBUS_SESSION_BUS_ADDRESS"].removeprefix("unix:path=").partition(",")[0]
        assert Path(self.own).exists(), f"the session bus is at {self.own}"
        self.to(self.own)

    @property
    def address(self):
        return f"unix:path={self.path}"

    def to(self, path):
        """Leads to a bus whose socket is at `path`."""
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(path)


def gone(pid, what, seconds=10):
    """Waits for the end of a process, which may be anybody's; returns how long that took."""
    start = time.monotonic()
    wait_until(lambda: pid not in parents(), f"{what} to end", seconds)
    return time.monotonic() - start
