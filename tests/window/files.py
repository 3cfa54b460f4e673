"""The files that the journey works on, and what became of them."""

import difflib
import json
import os
import shutil
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "jedi"

# What another program may have written: keys the format does not know, and values that do not
# survive being read as numbers and written again. Saving must keep every byte of it.
UNKNOWN_IN_CASE = '  "x-desk": {"budget":1.50,\t"big": 18446744073709551617, "caf\\u00e9": 1E2},\n'
UNKNOWN_IN_RECORD = '      "x-source-rank": [ 1.0,2 ],\n'


def home_folder(name):
    """A folder of this name, not there yet, in the home folder of this run."""
    return Path(os.environ["HOME"]) / name


def copy_of_sample(name):
    """Copies the sample into a new folder of that name, with unknown things in the case, and
    returns the path of the case."""
    folder = home_folder(name)
    shutil.copytree(SAMPLE, folder)
    case = folder / "jedi.case.json"
    text = read(case)
    for line, unknown in [
        ('  "status": "closed",\n', UNKNOWN_IN_CASE),
        ('      "label": "JEDI contract ceiling",\n', UNKNOWN_IN_RECORD),
    ]:
        assert text.count(line) == 1, f"the sample has {line!r} {text.count(line)} times"
        text = text.replace(line, line + unknown)
    case.write_bytes(text.encode())
    return case


def read(path):
    """The text of a file, every line end as it is."""
    return path.read_bytes().decode()


def bytes_below(folder):
    """Every file below a folder with its bytes, hidden ones too."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def added_lines(before, after):
    """The lines that `after` has more than `before`. Fails, showing the difference, unless every
    line of `before` is there still and in its order; a comma after it is all it may have gained.
    """
    old = before.splitlines(keepends=True)
    added, at, commas = [], 0, 0
    for line in after.splitlines(keepends=True):
        if at < len(old) and line == old[at]:
            at += 1
        elif at < len(old) and line == old[at].removesuffix("\n") + ",\n":
            at, commas = at + 1, commas + 1
        else:
            added.append(line)
    if at < len(old):
        raise AssertionError("more than additions:\n" + difference(before, after))
    return added, commas


def difference(before, after):
    """What differs, as diff -u shows it; long ones are cut."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), "before", "after", lineterm=""))
    return "\n".join(lines[:80] + (["…"] if len(lines) > 80 else []))


def new_records(before, after):
    """The records that each list of a case has more than before, by the list's key. Fails if
    anything else of the case differs: a record gone, altered or moved, or another value.
    """
    old, new = json.loads(before), json.loads(after)
    assert list(old) == list(new), f"the keys were {list(old)} and are {list(new)}"
    more = {}
    for key, value in old.items():
        if isinstance(value, list):
            count = len(value)
            assert new[key][:count] == value, f"records of “{key}” are not what they were"
            if new[key][count:]:
                more[key] = new[key][count:]
        else:
            assert new[key] == value, f"“{key}” was {value!r} and is {new[key]!r}"
    return more
