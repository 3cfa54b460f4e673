#!/usr/bin/env python3
"""Makes the font files in this folder, and src/ui/icons.rs, from npm packages.

Usage: make.py FOLDER

FOLDER holds the unpacked packages `inter-ui`, `source-serif` and
`lucide-static` under those names (`npm pack NAME`, then `tar xzf`). Needs
`fonttools` and `brotli` from PyPI. Why each face is treated as it is stands in
README.md beside this file.
"""

import json
import shutil
import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ICONS_RS = HERE.parent.parent / "src" / "ui" / "icons.rs"

# First and last scalar value of each range kept in the interface face.
RANGES = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x024F),  # Latin Extended-A and -B
    (0x02B0, 0x02FF),  # modifier letters, used in transliterated names
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # punctuation, spaces and invisible marks
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x218F),  # letter-like symbols and fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x23FF),  # key caps
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2713, 0x2718),  # check marks and crosses
]

# `calt` is left out on purpose: in Inter it draws "->" as an arrow, and evidence
# must show what was written.
LAYOUT = ["ccmp", "kern", "locl", "mark", "mkmk"]

# What the program writes itself: a missing one would show as an empty box.
NEEDED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789éñü€£₹–—“”‘’…•·→×≤≥"
NEEDED_IN_INTERFACE = NEEDED + "↳←↑↓●○□"

ICONS = """
    arrow-left arrow-right arrow-up-down banknote book-open building-2 calendar
    calendar-clock check chevron-down chevron-left chevron-right chevron-up
    circle circle-alert circle-check circle-dot clipboard-paste copy
    corner-down-right ellipsis external-link eye eye-off file-plus
    file-question-mark file-text files folder-open gavel git-branch highlighter
    history info keyboard landmark link list-filter lock monitor moon newspaper
    panel-bottom panel-left panel-right pencil plus quote redo-2 save scale
    search settings split sun text-cursor trash-2 triangle-alert type undo-2
    unlink user users x zoom-in zoom-out
""".split()

# Lucide draws in a square standing on the baseline. Lowered by this share of
# the em, the middle of an icon meets the middle of Inter's capitals.
ICON_DROP = 0.136


def subset(source, target, code_points, layout):
    """Writes to `target` the glyphs of `source` that `code_points` need."""
    options = Options()
    options.layout_features = layout
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["DSIG"]
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    font.save(target)


def lower(path, share):
    """Moves every glyph of a font down by `share` of the em, and its line with it."""
    font = TTFont(path, recalcTimestamp=False)
    em = font["head"].unitsPerEm
    drop = round(em * share)
    glyphs = font.getGlyphSet()
    drawn = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, 0, -drop)))
        drawn[name] = pen.glyph()
    for name, glyph in drawn.items():
        font["glyf"][name] = glyph
    lines, os2 = font["hhea"], font["OS/2"]
    lines.ascent, lines.descent, lines.lineGap = em - drop, -drop, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = em - drop, -drop, 0
    os2.usWinAscent, os2.usWinDescent = em - drop, drop
    font.save(path)


def check(path, needed):
    """Stops with the characters that the font at `path` lacks, if any."""
    font = TTFont(path)
    missing = [c for c in needed if ord(c) not in font.getBestCmap()]
    if missing or "glyf" not in font:
        sys.exit(f"{path.name}: lacks {missing or 'TrueType outlines'}")
    print(f"{path.name}: {path.stat().st_size:,} bytes, {len(font.getBestCmap())} characters")


def write_constants(points):
    """Writes one Rust constant for each icon, in the order of their names."""
    lines = [
        "//! The icons of the program, as characters of the icon font in `assets/fonts/lucide.ttf`.",
        "//!",
        "//! Written by `assets/fonts/make.py`: change the list there and run it again.",
        "",
    ]
    for name in sorted(ICONS, key=lambda icon: icon.replace("-", "_")):
        constant = name.upper().replace("-", "_")
        lines.append(f"/// Lucide's `{name}`.")
        lines.append(f"pub const {constant}: char = '\\u{{{points[name]:x}}}';")
    ICONS_RS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    packages = Path(sys.argv[1])
    wanted = [c for first, last in RANGES for c in range(first, last + 1)]
    for weight in ("Regular", "SemiBold"):
        target = HERE / f"Inter-{weight}.ttf"
        subset(packages / "inter-ui" / "web" / f"Inter-{weight}.woff2", target, wanted, LAYOUT)
        check(target, NEEDED_IN_INTERFACE)

    for weight in ("Regular", "Semibold"):
        target = HERE / f"SourceSerif4-{weight}.ttf"
        shutil.copyfile(packages / "source-serif" / "TTF" / target.name, target)
        check(target, NEEDED)

    lucide = packages / "lucide-static" / "font"
    points = json.loads((lucide / "codepoints.json").read_text(encoding="utf-8"))
    target = HERE / "lucide.ttf"
    subset(lucide / "lucide.ttf", target, [points[name] for name in ICONS], [])
    lower(target, ICON_DROP)
    check(target, [chr(points[name]) for name in ICONS])
    write_constants(points)


if __name__ == "__main__":
    main()
