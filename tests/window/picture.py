"""Takes one picture of the window. Usage, through `tests/window/run`: picture.py PNG [FILE [ROW …]]

The file is opened from a copy of its folder, so that nothing can touch the original.
"""

import os
import shutil
import sys
from pathlib import Path

from window import Program, press, still_screenshot, wait_until, xdotool


def main():
    target = Path(sys.argv[1])
    arguments = []
    if len(sys.argv) > 2:
        original = Path(sys.argv[2]).resolve()
        folder = Path(os.environ["HOME"]) / original.parent.name
        shutil.copytree(original.parent, folder)
        arguments = [folder / original.name]

    screen = tuple(map(int, xdotool("getdisplaygeometry").split()))
    with Program(*arguments) as program:
        fills = (0, 0, *screen)
        wait_until(lambda: program.geometry == fills, f"the window to fill {fills}")
        program.find("frame")
        # Rows of the outline to press first, by the beginning of their names; only those in view are there.
        for row in sys.argv[3:]:
            program.find("entry", "Filter the outline").retype(row)
            program.find("list item", f"{row}…").click()
            program.find("entry", "Filter the outline").retype("")
            # The caret of a field blinks, and the screen would never stand still.
            press("Escape")
        # The pointer would otherwise stand in the middle and could show a tooltip.
        xdotool("mousemove", *screen)
        still_screenshot(target)
    print(target)


if __name__ == "__main__":
    main()
