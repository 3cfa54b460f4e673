"""Takes one picture of the window. Usage, through `tests/window/run`: picture.py PNG [FILE]

The file is opened from a copy of its folder, so that nothing can touch the original.
"""

import os
import shutil
import sys
from pathlib import Path

from window import Program, still_screenshot, wait_until, xdotool


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
        # The pointer would otherwise stand in the middle and could show a tooltip.
        xdotool("mousemove", *screen)
        still_screenshot(target)
    print(target)


if __name__ == "__main__":
    main()
