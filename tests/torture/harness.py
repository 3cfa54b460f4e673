"""What the parts of the torture have in common: the programs they torment, places to do it in that are
always cleaned up, and how a part says what came of it.

A part is a script. It ends with 0 and a line "ok NAME: N of M …", with 1 and a line "FAILED NAME: …", or
with 77 and a line "skipped NAME: this machine cannot …", never with 0 for not having run.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
# What mounts and makes file systems lies where only root looks.
SEARCHED = os.environ["PATH"] + ":/usr/sbin:/sbin"
SKIPPED = 77
WAIT_SECONDS = 30
# How long after a key its letter may be lost at most.
KEPT_WITHIN = 1.0


class Skip(Exception):
    """The machine cannot run this part; says what it cannot do."""


class Violation(AssertionError):
    """A promise was broken."""


def check(holds, words):
    """Raises a Violation with these words unless it holds."""
    if not holds:
        raise Violation(words)


def program():
    """The program without its window."""
    return os.environ.get("CASEFILE_BINARY") or str(TARGET / "release" / "casefile")


def scripted_edits():
    """The example that edits and saves by itself."""
    return os.environ.get("CASEFILE_SCRIPTED_EDITS") or str(TARGET / "debug" / "examples" / "scripted_edits")


def needs(*tools):
    """Skips the part where one of these programs is not installed."""
    for tool in tools:
        if shutil.which(tool, path=SEARCHED) is None:
            raise Skip(f"find {tool}")


def needs_root(why):
    if os.geteuid() != 0:
        raise Skip(f"{why}: that takes root, or sudo without a password")


def run_part(name, part):
    """Runs a part with the numbers and words of the command line, says what came of it and ends."""
    # So that what a part has mounted or started is taken down when it takes too long.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    arguments = [int(word) if word.isdigit() else word for word in sys.argv[1:]]
    start = time.monotonic()
    try:
        words = part(*arguments)
    except Skip as why:
        print(f"skipped {name}: this machine cannot {why}", flush=True)
        sys.exit(SKIPPED)
    except Exception as failure:
        traceback.print_exc()
        print(f"FAILED {name}: {failure}", flush=True)
        sys.exit(1)
    print(f"ok {name}: {words} ({time.monotonic() - start:.0f} s)", flush=True)


def sbin(command):
    """Runs a command of those."""
    environment = {**os.environ, "PATH": SEARCHED}
    return subprocess.run([str(word) for word in command], env=environment, capture_output=True, text=True)


class Mounted:
    """A file system that is there as long as the `with`."""

    def __init__(self, kind, what, options=""):
        """`what` is a file that holds the file system, or nothing for one in memory."""
        self.folder = Path(tempfile.mkdtemp(prefix="casefile-torture-"))
        self.command = ["mount", "-t", kind, "-o", options or "defaults", what, self.folder]

    def __enter__(self):
        self.mount()
        return self

    def __exit__(self, *_):
        if os.path.ismount(self.folder):
            self.unmount()
        self.folder.rmdir()

    def mount(self):
        done = sbin(self.command)
        if done.returncode != 0:
            self.folder.rmdir()
            raise Skip(f"mount a file system: {done.stderr.strip()}")

    def unmount(self):
        end = time.monotonic() + WAIT_SECONDS
        while sbin(["umount", self.folder]).returncode != 0:
            if time.monotonic() > end:
                sbin(["umount", "-l", self.folder])
                raise Violation(f"{self.folder} is still in use")
            time.sleep(0.05)


def write_case(path, number=0, length=0):
    """Writes a case whose summary is that of an edit, and that is about so many bytes long."""
    case = {"casefile": "case", "version": 1, "id": "k7ce6pbv", "summary": f"edit {number}", "status": "open"}
    case["x-ballast"] = "0123456789abcdef" * (length // 16)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(case, indent=2) + "\n")


def number_in(text):
    """The number of the edit that a case holds; a Violation where the case is not whole."""
    try:
        case = json.loads(text)
    except ValueError as error:
        raise Violation(f"the file is torn: {error}; it begins with {text[:80]!r}") from None
    ballast = case["x-ballast"]
    check(ballast == "0123456789abcdef" * (len(ballast) // 16), "the file holds something that nobody wrote")
    return int(case["summary"].removeprefix("edit "))


def left_beside(path):
    """What a save has left beside a file."""
    return [other.name for other in path.parent.iterdir() if other.name.startswith(".casefile-")]


def contents_below(*folders):
    """What the files below some folders hold, compressed or as they are. A file that goes meanwhile is left out."""
    found = set()
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        try:
            held = path.read_bytes()
            found.add(zlib.decompress(held) if path.suffix == ".z" else held)
        except (OSError, zlib.error):
            continue
    return found


def recoverable(state):
    """What `casefile recover` lists for the state below a folder, which stands for XDG_STATE_HOME."""
    environment = {**os.environ, "XDG_STATE_HOME": str(state)}
    done = subprocess.run([program(), "recover"], env=environment, capture_output=True, text=True, timeout=60)
    check(done.returncode == 0, f"casefile recover ended with {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def recovered(state):
    """The case that can be recovered, or None where nothing can."""
    found = recoverable(state)
    if not found:
        return None
    check(len(found) == 1, f"{len(found)} cases can be recovered instead of one")
    with tempfile.TemporaryDirectory(prefix="casefile-torture-") as folder:
        out = Path(folder) / "out.case.json"
        command = [program(), "recover", found[0]["journal"], "--to", str(out)]
        environment = {**os.environ, "XDG_STATE_HOME": str(state)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        check(done.returncode == 0, f"casefile recover --to ended with {done.returncode}: {done.stderr}")
        check(not done.stderr, f"casefile recover --to said: {done.stderr}")
        return json.loads(out.read_text())


class Editor:
    """The example at work, and what it has said so far, with the moment at which each line came."""

    def __init__(self, case, state, *options, before=()):
        """`before` is what comes before the example's own command, as that of a tracer does."""
        self.errors = tempfile.TemporaryFile()
        command = [*before, scripted_edits(), case, "--state", Path(state) / "casefile", *options]
        self.process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self.errors, start_new_session=True,
        )
        self.lines = []
        self.is_over = False
        self.news = threading.Condition()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def _read(self):
        for line in self.process.stdout:
            with self.news:
                self.lines.append((time.monotonic(), line.decode().rstrip("\n")))
                self.news.notify_all()
        with self.news:
            self.is_over = True
            self.news.notify_all()

    def go_on(self):
        """Has it make one more edit, where it was started with --on-lines."""
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def wait_for(self, *words, after=0, seconds=WAIT_SECONDS):
        """The first line from number `after` on that is one of the words, or begins with one; None where the program
        ends before it says so."""

        def found():
            return next((line for _, line in self.lines[after:] if line in words or line.split()[0] in words), None)

        with self.news:
            came = self.news.wait_for(lambda: found() or self.is_over, seconds)
            check(came, f"waited {seconds} s for {words}; there was {[line for _, line in self.lines[-3:]]}")
            return found()

    def told(self, word, before=None):
        """The numbers that were told with a word, each with its moment; only those before a moment if one is given."""
        with self.news:
            lines = list(self.lines)
        split = [(at, line.split()) for at, line in lines if before is None or at <= before]
        return [(at, int(line[1])) for at, line in split if line[0] == word]

    def last(self, word, before=None):
        """The last number that was told with a word; 0 where none was."""
        return max((number for _, number in self.told(word, before)), default=0)

    def said(self):
        """The messages to the person."""
        with self.news:
            return [line.removeprefix("said ") for _, line in self.lines if line.startswith("said ")]

    def complaints(self):
        """What came on its error output."""
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def end(self, seconds=WAIT_SECONDS):
        """Waits for its own end, and returns its status."""
        self.process.stdin.close()
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Violation(f"the program still runs after {seconds} s") from None
        self.reader.join(seconds)
        return code

    def kill(self):
        """Kills it, with a tracer if there is one, and waits until nothing is left of it."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait(WAIT_SECONDS)
        self.reader.join(WAIT_SECONDS)
