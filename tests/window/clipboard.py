"""The clipboard of the desktop, held by another program as it is when a person copies from a
browser. Run as a program it holds the text it is given and answers until it is ended.
"""

import ctypes
import subprocess
import sys
from contextlib import contextmanager


@contextmanager
def clipboard_with(text):
    """Puts `text` into the clipboard for the length of a `with` statement."""
    # The interpreter by its full path: GTK and the bindings belong to the system's Python.
    holder = subprocess.Popen(
        [sys.executable, __file__, text], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )
    try:
        if holder.stdout.readline() != b"held\n":
            raise AssertionError("no program could be made to hold the clipboard")
        yield
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()


def hold(text):
    """Owns the X11 selection CLIPBOARD through GTK, and never returns."""
    gdk, gtk = ctypes.CDLL("libgdk-3.so.0"), ctypes.CDLL("libgtk-3.so.0")
    gdk.gdk_atom_intern.restype = ctypes.c_void_p
    gtk.gtk_clipboard_get.restype = ctypes.c_void_p
    gtk.gtk_clipboard_get.argtypes = [ctypes.c_void_p]
    gtk.gtk_clipboard_set_text.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]

    gtk.gtk_init(None, None)
    clipboard = gtk.gtk_clipboard_get(gdk.gdk_atom_intern(b"CLIPBOARD", 0))
    gtk.gtk_clipboard_set_text(clipboard, text.encode(), -1)
    # The X server has been told once the display is flushed.
    gdk.gdk_display_get_default.restype = ctypes.c_void_p
    gdk.gdk_display_sync.argtypes = [ctypes.c_void_p]
    gdk.gdk_display_sync(gdk.gdk_display_get_default())
    print("held", flush=True)
    gtk.gtk_main()


if __name__ == "__main__":
    hold(sys.argv[1])
