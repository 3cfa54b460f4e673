"""The steps that set the program up on a desktop, start it from there, and take it away again."""

import os
import subprocess
from pathlib import Path

import files
from leaving import article_elsewhere
from window import ARTIFACTS, WAIT_SECONDS, Adopted, Program, adopt_orphans, press, wait_until

DATA = Path(os.environ["XDG_DATA_HOME"])
ENTRY = DATA / "applications" / "casefile.desktop"
INSTALLED = Path(os.environ["HOME"]) / ".local" / "bin" / "casefile"
CASE_TYPE = "application/vnd.casefile.case+json"
ARTICLE_TYPE = "application/vnd.casefile.article+json"


def output_of(*command):
    """Runs a command, which must end well and in time, and returns what it printed."""
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, timeout=WAIT_SECONDS
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, f"{command} ended with {done.returncode} and said: {said}"
    return done.stdout


def type_of(path):
    """The MIME type that the desktop tells by a file's name."""
    for line in output_of("gio", "info", "-a", "standard::content-type", path).splitlines():
        name, _, kind = line.strip().partition(": ")
        if name == "standard::content-type":
            return kind
    return None


def opener_of(kind):
    """The menu entry that files of a MIME type are opened with; None where there is none."""
    first = output_of("gio", "mime", kind).splitlines()[0]
    return first.rpartition(": ")[2] if first.endswith(".desktop") else None


def written_by(verb, flag):
    """Runs the program with a flag that names the files it wrote or removed."""
    lines = output_of(os.environ["CASEFILE_BINARY"], flag).splitlines()
    assert lines and all(line.startswith(f"{verb} ") for line in lines), lines
    return [Path(line.removeprefix(f"{verb} ")) for line in lines]


def install(trip):
    """--install puts program, menu entry, file types and icons where a desktop looks for them."""
    trip.stop()
    written = written_by("Wrote", "--install")
    missing = [str(path) for path in written if not path.is_file()]
    assert not missing, f"not there: {missing}"
    icons = DATA / "icons" / "hicolor"
    for path in [
        INSTALLED, ENTRY, DATA / "mime" / "packages" / "casefile.xml",
        icons / "scalable" / "apps" / "casefile.svg",
        icons / "48x48" / "mimetypes" / "casefile-document.png",
    ]:
        assert path in written, f"{path} is not among {written}"
    assert os.access(INSTALLED, os.X_OK), f"{INSTALLED} cannot be run"
    output_of("desktop-file-validate", ENTRY)
    home = os.environ["HOME"]
    return ", ".join(str(path).removeprefix(f"{home}/") for path in written)


def file_types(trip):
    """Cases and articles have types of their own, which this program opens; other JSON has not."""
    folder = files.home_folder("file types")
    folder.mkdir()
    seen = {}
    for name in ["two words.case.json", "one.article.json", "other.json"]:
        (folder / name).write_text("{}\n")
        seen[name] = type_of(folder / name)
    wanted = [CASE_TYPE, ARTICLE_TYPE, "application/json"]
    assert list(seen.values()) == wanted, f"the types are {seen}"
    for kind in (CASE_TYPE, ARTICLE_TYPE):
        assert opener_of(kind) == ENTRY.name, f"{kind} is opened with {opener_of(kind)}"
    assert opener_of("application/json") != ENTRY.name, "all JSON is opened with the program"
    return ", ".join(f"{name}: {kind}" for name, kind in seen.items())


def running():
    """The processes of the installed program."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if (folder / "exe").readlink() == INSTALLED:
                found.append(int(folder.name))
        except OSError:  # it has ended, or belongs to somebody else
            pass
    return found


def launch(path):
    """Opens a file as a file manager does on a double click."""
    # Not to a pipe: the program would hold it open, and reading it never end.
    with open(ARTIFACTS / "program.log", "ab") as log:
        subprocess.run(
            ["gio", "launch", str(ENTRY), str(path)],
            check=True, stdout=log, stderr=log, timeout=WAIT_SECONDS,
        )


def double_click_opens_a_case(trip):
    """A double click on a case starts the installed program with it."""
    adopt_orphans()
    case = files.copy_of_sample("case to be clicked")
    assert not running(), "the installed program runs already"
    launch(case)
    [pid] = wait_until(running, "the installed program to run")
    trip.case, trip.program = case, Program(process=Adopted(pid))
    program = trip.program
    program.find("toggle button", "Articles, 10, expanded")
    wanted = "JEDI cloud contract (sample) — jedi.case.json — Casefile"
    assert program.title == wanted, f"the title is “{program.title}”"
    return f"process {pid}, “{program.title}”"


def second_launch_joins_the_first(trip):
    """Files of later launches land in the first window, and those launches end at once."""
    program = trip.program
    first, second = (
        article_elsewhere(f"{name}.article.json", f"From the {name} launch") for name in ("second", "third")
    )
    launch(first)
    program.find("list item", "From the second launch, 2 Mar 2021")
    wait_until(lambda: running() == [program.process.pid], "the second launch to end")
    with Program(second) as other:
        code = other.wait_for_end()
    assert code == 0, f"the third launch ended with {code}"
    program.find("list item", "From the third launch, 2 Mar 2021")
    program.find("toggle button", "Articles, 12, expanded")
    assert running() == [program.process.pid], f"running: {running()}"
    press("ctrl+s")
    program.find("label", "Saved …")
    press("ctrl+q")
    code = program.wait_for_end()
    assert code == 0, f"the program ended with {code}"
    return f"{first.name} and {second.name} in one window, which ended with {code}"


def uninstall(trip):
    """--uninstall removes every file that --install wrote, and the types with them."""
    removed = written_by("Removed", "--uninstall")
    left = [str(path) for path in removed if path.exists()]
    assert not left, f"still there: {left}"
    named = [str(path) for path in (Path(os.environ["HOME"]) / ".local").rglob("*casefile*") if path.is_file()]
    assert not named, f"left behind: {named}"
    kind = type_of(files.home_folder("file types") / "two words.case.json")
    assert kind == "application/json", f"a case is still of type {kind}"
    assert opener_of(CASE_TYPE) is None, f"cases are still opened with {opener_of(CASE_TYPE)}"
    again = output_of(os.environ["CASEFILE_BINARY"], "--uninstall")
    assert again == "", f"a second time it removed {again}"
    return f"{len(removed)} files gone, cases are {kind} again"


STEPS = [
    install,
    file_types,
    double_click_opens_a_case,
    second_launch_joins_the_first,
    uninstall,
]
