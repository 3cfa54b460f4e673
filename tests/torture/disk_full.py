"""A full disk (a small tmpfs): a save that has no room says so, leaves the file as it was and nothing beside it, and
what was done can be recovered; where the folder of journals is full, the file is saved all the same and nothing is
lost. Usage: disk_full.py COUNT
"""

import random
import tempfile
import time
from pathlib import Path

from harness import Editor, Mounted, Violation, check, contents_below, left_beside, needs_root, number_in, recovered
from harness import run_part, write_case

PAGE = 4096
SIZES = [64 << 10, 256 << 10, 1 << 20]


def fill(folder, left):
    """Fills a file system but for so many pages."""
    filler = folder / "filler"
    with open(filler, "wb", buffering=0) as out:
        try:
            while True:
                out.write(bytes(PAGE))
        except OSError:
            pass
        out.truncate(max(0, out.tell() // PAGE - left) * PAGE)
    return filler


def edit_and_save(editor, number):
    """Has one edit made; returns whether it is said to be saved."""
    editor.go_on()
    check(editor.wait_for(f"done {number}"), f"it ended: {editor.complaints()}")
    return number in [told for _, told in editor.told("saved")]


def without_room(home, chance, small, state, case_length, left):
    """One edit is saved, then the disk of `small` fills up, and a second one is saved. Returns what came of it."""
    case = home / "a.case.json"
    write_case(case, length=case_length)
    with Editor(case, state, "--on-lines") as editor:
        check(editor.wait_for("ready"), f"it ended at once: {editor.complaints()}")
        check(edit_and_save(editor, 1), f"the first edit was not saved: {editor.said()}")
        before = case.read_bytes()
        filler = fill(small, left)
        is_saved = edit_and_save(editor, 2)
        after = case.read_bytes()
        check(number_in(after.decode()) == (2 if is_saved else 1), "the file is not the one that was told of")
        if is_saved:
            check(before in contents_below(home, state), f"the version before is nowhere; it said {editor.said()}")
            return "saved"
        check(any("could not be saved" in words and str(case) in words for words in editor.said()), f"it said {editor.said()}")
        check(after == before, "the file is not as it was")
        check(left_beside(case) == [], f"left beside the file: {left_beside(case)}")
        if chance.random() < 0.5:
            filler.unlink()
            check(edit_and_save(editor, 3), f"with room again it said {editor.said()}")
            check(number_in(case.read_text()) == 3, "the file is not the one that was told of")
            return "refused, then saved with room again"
        time.sleep(1.0)
        editor.kill()
    is_told = any("kept safe" in words or "journal" in words for words in editor.said())
    filler.unlink()
    back = recovered(state)
    check((back and back["summary"] == "edit 2") or (is_told and small in state.parents), "the second edit is lost in silence")
    return "refused, then recovered" if back else "refused, and said that nothing could be kept"


def once(chance, where):
    size = chance.choice(SIZES)
    # Where everything lies on the one disk, the case is there three times while it is saved.
    case_length = chance.choice([2_000, size // 16, size // 8 if where == "both" else size // 3])
    left = chance.choice([0, 0, 1, 2, case_length // PAGE, case_length // PAGE + 1, case_length // PAGE + 2])
    with Mounted("tmpfs", "tmpfs", f"size={size}") as disk, tempfile.TemporaryDirectory(prefix="casefile-torture-") as other:
        other = Path(other)
        home, state = {
            "document": (disk.folder / "case", other / "state"),
            "state": (other / "case", disk.folder / "state"),
            "both": (disk.folder / "case", disk.folder / "state"),
        }[where]
        try:
            return without_room(home, chance, disk.folder, state, case_length, left)
        except Violation as violation:
            words = f"{where} on a disk of {size >> 10} kB, {left} pages free, a case of {case_length} bytes"
            raise Violation(f"{words}: {violation}") from None


def disk_full(count):
    needs_root("mount a tmpfs")
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    ends = {}
    for number in range(count):
        where = ["document", "state", "both"][number % 3]
        try:
            end = once(chance, where)
        except Violation as violation:
            raise Violation(f"round {number + 1} of {count}, seed {seed}: {violation}") from None
        ends[(where, end)] = ends.get((where, end), 0) + 1
    told = "; ".join(f"{where} full, {end}: {times}" for (where, end), times in sorted(ends.items()))
    return f"{count} of {count}; {told}"


if __name__ == "__main__":
    run_part("disk_full", disk_full)
