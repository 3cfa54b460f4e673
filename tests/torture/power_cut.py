"""The power is cut while a case is edited and saved: the file is wholly old or wholly new, new where the program
had said "saved", and what was done more than a second before the cut is there.

The file systems lie in files (loop devices). The cut is FS_IOC_SHUTDOWN without a flush of the log: what was not
synced is gone, as `xfs_io -x -c shutdown` does it. A medium that loses what it has confirmed is not shown by that.

At the end the same with a fault that is put in on purpose: a program whose syncs do nothing must fail.

Usage: power_cut.py ext4|xfs COUNT
"""

import fcntl
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from harness import KEPT_WITHIN, Editor, Mounted, Skip, Violation, check, needs, needs_root, number_in, recovered
from harness import run_part, sbin, write_case

# XFS_IOC_GOINGDOWN and FS_IOC_SHUTDOWN are the same number; the argument says that the log is not flushed.
SHUTDOWN, WITHOUT_FLUSH = 0x8004587D, 2
MEGABYTES = {"ext4": 64, "xfs": 320}
WITHOUT_SYNC = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync",
                "-e", "inject=fsync,fdatasync:retval=0"]
MOST_SEEDED = 20


class Disk(Mounted):
    """A disk whose power can be cut."""

    def __init__(self, kind):
        # In memory where that can be: how long the machine's own disk takes is no matter of the program.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.image = tempfile.NamedTemporaryFile(prefix="casefile-torture-", suffix=f".{kind}", dir=memory)
        self.image.truncate(MEGABYTES[kind] << 20)
        made = sbin([f"mkfs.{kind}", "-q", *(["-F"] if kind == "ext4" else []), self.image.name])
        if made.returncode != 0:
            raise Skip(f"make a file system: {made.stderr.strip()}")
        super().__init__(kind, self.image.name, "loop")

    def __exit__(self, *rest):
        super().__exit__(*rest)
        self.image.close()

    def cut(self):
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", WITHOUT_FLUSH))
        finally:
            os.close(folder)

    def restart(self):
        self.unmount()
        self.mount()


def one_cut(disk, number, chance, before=()):
    """Cuts the power once; returns what was being done and how old the youngest thing was that is not there, in
    seconds."""
    folder = disk.folder / f"cut-{number}"
    case, state = folder / "a.case.json", folder / "state"
    write_case(case, length=chance.choice([0, 3_000, 100_000]))
    subprocess.run(["sync", "-f", folder], check=True)
    every, pause = chance.choice([1, 1, 2, 5, 0]), chance.choice([0, 5, 50])
    # A hundred steps a second are more than anybody makes; that the journal keeps up with thousands is not promised.
    pause = pause if every else max(pause, 10)
    with Editor(case, state, "--save-every", every, "--pause", pause, before=before) as editor:
        check(editor.wait_for("edited"), f"it ended at once: {editor.complaints()}")
        time.sleep(chance.uniform(0, 1.5 if every else 3))
        cut = time.monotonic()
        disk.cut()
        editor.kill()
    disk.restart()
    saved, edited = editor.last("saved", cut), editor.last("edited")
    there = number_in(case.read_text())
    check(saved <= there <= edited, f"the file has edit {there}; {saved} was said to be saved, {edited} was made")
    back = recovered(state)
    newest = max(there, int(back["summary"].removeprefix("edit ")) if back else 0)
    lost = [at for at, made in editor.told("edited", cut) if made > newest]
    age = cut - lost[0] if lost else 0
    check(age <= KEPT_WITHIN, f"edit {newest + 1} is lost, which was made {age:.2f} s before the cut")
    return ("saving" if every else "journal"), age


def first_caught(disk, chance):
    """The first cut that a program which never syncs does not survive, and what is said of it."""
    for number in range(MOST_SEEDED):
        try:
            one_cut(disk, f"seeded-{number}", chance, before=WITHOUT_SYNC)
        except Violation as violation:
            return number + 1, violation
    raise Violation(f"{MOST_SEEDED} cuts of a program that never syncs were all survived: this shows nothing")


def power_cut(kind, count):
    needs(f"mkfs.{kind}", "strace")
    needs_root(f"cut the power of {kind}")
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    oldest, done = 0, {"saving": 0, "journal": 0}
    with Disk(kind) as disk:
        for number in range(count):
            try:
                work, age = one_cut(disk, number, chance)
            except Violation as violation:
                raise Violation(f"cut {number + 1} of {count}, seed {seed}: {violation}") from None
            oldest = max(oldest, age)
            done[work] += 1
            sbin(["rm", "-rf", disk.folder / f"cut-{number}"])
        seeded, why = first_caught(disk, chance)
    return (
        f"{count} of {count} cuts ({done['saving']} while saving, {done['journal']} of the journal alone), at most "
        f"{oldest:.2f} s of work lost; a program that never syncs fails at cut {seeded}: {why}"
    )


if __name__ == "__main__":
    run_part(f"power_cut {sys.argv[1]}", power_cut)
