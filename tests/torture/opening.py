"""Opening a file touches nothing else: hostile files are opened, without a window and in one, under strace. Nothing
outside the file's folder, this user's own folders and those of the system is opened, nothing outside this user's own
is written or removed, no other program is started, and nobody is connected to but the display and the buses.

To be run by `tests/window/run`. Usage: opening.py COUNT [COUNT_IN_WINDOWS]
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "window"))

from window import Program, wait_until  # noqa: E402 (the path comes first)

from harness import Violation, check, needs, program, run_part  # noqa: E402

SYSTEM = ("/usr/", "/lib/", "/lib64/", "/etc/", "/proc/", "/sys/", "/dev/", "/bin/", "/run/", "/var/cache/fontconfig",
          "/var/lib/dbus/", "/root/.Xauthority", "/root/.XCompose")
# What a program that shows a window writes to outside of files.
DEVICES = ("/dev/", "/proc/self/", "/proc/thread-self/", "/memfd:")
CALLS = ("openat,open,creat,connect,sendto,bind,execve,execveat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,"
         "link,linkat,symlink,symlinkat,truncate,chmod,fchmodat,mknod,mknodat")
PATHS = re.compile(r'"((?:[^"\\]|\\.)*)"')
REALLY = re.compile(r" = \d+<(/.*)>$")
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
ELSEWHERE = "{}/elsewhere/secret.article.json"
NAMES = [
    "../elsewhere/secret.article.json", "articles/../../elsewhere/secret.article.json", "./../elsewhere/secret.article.json",
    "articles/../../../../../../../../../../etc/passwd", ELSEWHERE, "file://" + ELSEWHERE, "/etc/passwd", "//host/share/a.json",
    "\\\\host\\share\\a.json", "..\\elsewhere\\secret.article.json", "C:\\Windows\\win.ini", "http://127.0.0.1:9/a.json",
    "~/.bashrc", "$HOME/.bashrc", "$(touch pwned)", "`touch pwned`", "|touch pwned", "; touch pwned", "-rf", "", ".", "..",
    "a\x00b", "a\nb", "%2e%2e/elsewhere/secret.article.json", "articles//../..//elsewhere/secret.article.json", "/dev/tty",
    "/proc/self/mem", "/dev/zero", "x" * 5000, "linked/secret.article.json", "secret-link.article.json", "pipe.article.json",
]
WORDS = [
    "<script>fetch('http://127.0.0.1:9/')</script>", "<img src=\"http://127.0.0.1:9/a.png\">", "![a](http://127.0.0.1:9/a.png)",
    "=HYPERLINK(\"http://127.0.0.1:9\")", "\x1b]8;;http://127.0.0.1:9\x07a\x1b]8;;\x07", "file:///etc/passwd", "\u202egnp.exe",
]


def hostile_case(chance, folder):
    """The bytes of a case that asks for what it should not have."""
    articles = [
        {"id": f"aaaaaa{a}{b}", "title": chance.choice(WORDS), "file": chance.choice(NAMES).replace("{}", str(folder.parent))}
        for a, b in zip("abcdef", "234567")
    ]
    case = {"casefile": "case", "version": 1, "id": "k7ce6pbv", "title": chance.choice(WORDS), "articles": articles}
    case["quotes"] = [{"id": "bbbbbbbb", "file": chance.choice(NAMES).replace("{}", str(folder.parent)), "sha256": "0" * 64}]
    case["$schema"] = "http://127.0.0.1:9/schema.json"
    written = json.dumps(case).encode()
    return chance.choice([
        written, written, written, written[: chance.randrange(1, len(written))], b"[" * 100_000, b'{"casefile":"case","version":1' + b"9" * 9999 + b"}",
        b"\xff\xfe" + written, written.replace(b'"title"', b'"title":"a","title"'),
    ])


def hostile_article(chance):
    article = {"casefile": "article", "version": 1, "id": "cccccccc", "title": chance.choice(WORDS),
               "url": chance.choice(["http://127.0.0.1:9/", "file:///etc/passwd", "javascript:alert(1)", "smb://127.0.0.1/a"]),
               "text": "\n\n".join(WORDS), "origin": {"file": "/etc/passwd", "pointer": "/a"}}
    return json.dumps(article).encode()


def hostile(chance, around):
    """A hostile file in a folder of its own, with what it may try to reach around it."""
    folder = around / "folder"
    folder.mkdir()
    elsewhere = around / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.article.json").write_bytes(hostile_article(chance))
    os.mkfifo(folder / "pipe.article.json")
    if chance.random() < 0.2:
        path, held = folder / "a.article.json", hostile_article(chance)
    else:
        path, held = folder / "$(touch pwned) a.case.json", hostile_case(chance, folder)
    path.write_bytes(held)
    return path


def own_folders():
    """The folders of this user that a program may have things in, those of the run among them."""
    names = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"]
    return tuple(os.environ[name] + "/" for name in names if name in os.environ)


def is_below(path, folders):
    return any((path + "/").startswith(folder) for folder in folders)


def judge(log, opened, command):
    """Looks at every call; a Violation where one reaches further than it should."""
    calls, folder = log.read_text(errors="replace").splitlines(), opened.parent
    check(any(opened.name in line for line in calls), f"in {len(calls)} calls the file itself was not opened")
    for line in calls:
        call = line.split(maxsplit=1)[1]
        name = call.split("(")[0]
        paths = PATHS.findall(call.rpartition(" = ")[0] or call)
        if name == "connect" or name == "bind":
            check("AF_UNIX" in call or "AF_NETLINK" in call, f"it reaches for the network: {call}")
        elif name == "sendto":
            check("AF_INET" not in call, f"it reaches for the network: {call}")
        elif name in ("execve", "execveat"):
            check(paths[0] == command, f"it starts a program: {call}")
        elif call.startswith(("openat", "open", "creat")):
            judge_open(call, paths[0] if paths else "", folder)
        elif name != "+++" and not name.startswith(("---", "<...", "+++")):
            outside = [path for path in paths if path.startswith("/") and not is_below(path, own_folders())]
            check(not outside or " = -1 " in call, f"it changes what is not its own: {call}")
    return len(calls)


def judge_open(call, path, folder):
    # Where it really lies is told by what was opened, if anything was.
    really = REALLY.search(call)
    found = os.path.normpath(really[1] if really else folder / path)
    if WRITING.search(call):
        allowed = is_below(found, own_folders()) or found.startswith(DEVICES)
        check(allowed, f"it opens to write: {call}")
    else:
        known = is_below(found, (*own_folders(), *SYSTEM, str(folder) + "/", *libraries()))
        # On the way to its own folders, and to the root of the system's.
        known = known or any(own.startswith(found.rstrip("/") + "/") for own in own_folders()) or " = -1 ENOENT" in call
        check(known and (" = -1 " in call or not found.endswith("/secret.article.json")), f"it opens: {call}")


def libraries():
    return (os.path.dirname(program()) + "/", os.environ.get("HOME", "/nonexistent") + "/")


def without_window(path, log):
    command = ["strace", "-f", "-qq", "-y", "-s", "8192", "-o", str(log), "-e", f"trace={CALLS}", program(), "inspect", str(path)]
    done = subprocess.run(command, capture_output=True, timeout=60, cwd=path.parent)
    check(done.returncode in (0, 1, 2), f"inspect ended with {done.returncode}: {done.stderr[-300:]}")
    return judge(log, path, program())


def in_window(path, log):
    # With -D the tracer is no parent of the program, which is therefore known by its own number.
    command = ["strace", "-D", "-f", "-qq", "-y", "-s", "8192", "-o", str(log), "-e", f"trace={CALLS}", program(), str(path)]
    process = subprocess.Popen(
        command, cwd=path.parent, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with Program(process=process) as window:
        wait_until(lambda: window.find_all("frame"), "the window", 30)
        time.sleep(1.5)
        check(process.poll() is None, f"the program has ended with {process.poll()}")
    return judge(log, path, program())


def opening(count, in_windows=0):
    needs("strace")
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    calls = 0
    for number in range(count):
        with tempfile.TemporaryDirectory(prefix="casefile-torture-") as around:
            around = Path(around)
            path = hostile(chance, around)
            log = around / "log"
            before = files_below(around)
            try:
                calls += without_window(path, log)
                if number < in_windows:
                    calls += in_window(path, log)
            except Violation as violation:
                raise Violation(f"file {number + 1} of {count}, seed {seed}, {path.read_bytes()[:300]}: {violation}") from None
            log.unlink()
            check(files_below(around) == before, f"file {number + 1}, seed {seed}: the files around it are other than before")
    return f"{count} of {count} hostile files, {in_windows} of them in a window too; {calls} calls looked at"


def files_below(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    run_part("opening", opening)
