"""Another program writes the file that is being saved: whatever it wrote is on disk at the end, as the file, as an
earlier version or beside the file; and it costs at most the one version of ours that it wrote over.

Usage: writers.py COUNT
"""

import json
import os
import random
import tempfile
import time
from pathlib import Path

from harness import Editor, Violation, check, contents_below, run_part, write_case

# One program, with one folder, goes through so many races.
BATCH = 25
LONGEST_GAP = 0.02


def truncate_and_write(path, theirs, chance):
    """As most programs save: the file is empty for a moment, then a part of it is there."""
    with open(path, "wb", buffering=0) as file:
        time.sleep(chance.uniform(0, LONGEST_GAP))
        file.write(theirs[: len(theirs) // 2])
        time.sleep(chance.uniform(0, LONGEST_GAP))
        file.write(theirs[len(theirs) // 2 :])


def write_over(path, theirs, chance):
    """In place, from the beginning on, cut off at the end."""
    with open(path, "r+b", buffering=0) as file:
        file.write(theirs[: len(theirs) // 2])
        time.sleep(chance.uniform(0, LONGEST_GAP))
        file.write(theirs[len(theirs) // 2 :])
        file.truncate(len(theirs))


def rename(path, theirs, chance):
    """As careful programs save."""
    new = path.with_name("theirs.new")
    new.write_bytes(theirs)
    time.sleep(chance.uniform(0, LONGEST_GAP))
    os.rename(new, path)


def remove_and_write(path, theirs, chance):
    """As clumsy programs save."""
    path.unlink(missing_ok=True)
    time.sleep(chance.uniform(0, LONGEST_GAP))
    path.write_bytes(theirs)


WAYS = [truncate_and_write, write_over, rename, remove_and_write]


def theirs_number(number, length):
    case = {"casefile": "case", "version": 1, "id": "k7ce6pbv", "summary": f"theirs {number}", "status": "open"}
    case["x-ballast"] = "0123456789abcdef" * (length // 16)
    return (json.dumps(case, indent=2) + "\n").encode()


def batch(first, count, chance):
    """So many races with one program; returns how many versions of ours were saved and how many of them are lost."""
    length, others = chance.choice([0, 20_000]), chance.choice(["mine", "theirs"])
    with tempfile.TemporaryDirectory(prefix="casefile-torture-") as folder:
        case, state = Path(folder) / "case" / "a.case.json", Path(folder) / "state"
        write_case(case, length=length)
        written, ways = {}, []
        with Editor(case, state, "--others", others, "--pause", chance.choice([0, 3]) + 1) as editor:
            check(editor.wait_for("saved"), f"it ended at once: {editor.complaints()}")
            for number in range(first, first + count):
                way = chance.choice(WAYS)
                ways.append(way)
                # Ours must be there to be raced against: a version of theirs that they write over is their own loss.
                seen = len(editor.lines)
                check(editor.wait_for("saved", after=seen), f"it ended: {editor.complaints()}")
                time.sleep(chance.uniform(0, 0.02))
                written[number] = (way.__name__, theirs_number(number, length))
                way(case, written[number][1], chance)
                seen = len(editor.lines)
                # The first that is told may have been under way before.
                for _ in range(2):
                    check(editor.wait_for("saved", after=seen), f"it ended: {editor.complaints()}")
                    seen = len(editor.lines)
            time.sleep(0.2)
            check(editor.process.poll() is None, f"it ended: {editor.complaints()}")
            editor.kill()
        kept = contents_below(case.parent, state)
        missing = [f"{number} ({way})" for number, (way, theirs) in written.items() if theirs not in kept]
        check(not missing, f"{others} was taken; nowhere on disk: what the other program wrote as {', '.join(missing)}")
        ours = {number for _, number in editor.told("saved")}
        there = {number_of_ours(held) for held in kept}
        lost = ours - there
        # Who removes a file and then writes another may meet a version of ours each time.
        most = count + sum(way is remove_and_write for way in ways)
        check(len(lost) <= most, f"{others} was taken; {len(lost)} versions of ours are lost to {count} writes: {lost}")
        check("panicked" not in editor.complaints(), editor.complaints())
        return len(ours), len(lost)


def number_of_ours(held):
    """The number of a version of ours; None for one of theirs, and for one that is torn. What it holds besides may be
    a mixture: theirs may have been taken while they were in the middle of writing it."""
    try:
        return int(json.loads(held)["summary"].removeprefix("edit "))
    except (ValueError, KeyError):
        return None


def writers(count):
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    ours = lost = 0
    for first in range(0, count, BATCH):
        try:
            saved, gone = batch(first, min(BATCH, count - first), chance)
        except Violation as violation:
            raise Violation(f"from race {first} of {count} on, seed {seed}: {violation}") from None
        ours, lost = ours + saved, lost + gone
    return f"{count} of {count} versions of another program are on disk, and {ours - lost} of {ours} of ours"


if __name__ == "__main__":
    run_part("writers", writers)
