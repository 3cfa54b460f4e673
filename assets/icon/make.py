#!/usr/bin/env python3
"""Draws the PNG icons in this folder from the SVG files beside them.

Needs `cairosvg` from PyPI and the cairo library it loads.
"""

from pathlib import Path

import cairosvg

HERE = Path(__file__).resolve().parent
SIZES = {
    "casefile": (16, 32, 48, 64, 128, 256, 512),
    "casefile-document": (16, 32, 48, 64, 128, 256),
}

for name, sizes in SIZES.items():
    for size in sizes:
        cairosvg.svg2png(
            url=str(HERE / f"{name}.svg"),
            write_to=str(HERE / f"{name}-{size}.png"),
            output_width=size,
            output_height=size,
        )
