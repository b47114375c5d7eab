#!/usr/bin/env python3
"""Prints Sources/PubQLText/WidthTable.swift.

  python3 .ci/tables/width.py > Sources/PubQLText/WidthTable.swift

Scalars that do not take one terminal cell: 2 for East Asian Wide and Fullwidth; 0 for what
combines (Mn, Me), for format characters but the soft hyphen, and for the vowels and finals
of conjoining Hangul.
"""
import datetime
import unicodedata


def width(code):
    c = chr(code)
    category = unicodedata.category(c)
    if category in ("Mn", "Me") or 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
        return 0
    if category == "Cf" and code != 0xAD:
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


runs = []
for code in range(0x110000):
    w = width(code)
    if runs and runs[-1][0] == w:
        runs[-1][1] += 1
    else:
        runs.append([w, 1])

print("// Made by .ci/tables/width.py on %s. Do not edit." % datetime.date.today())
print("// Source: Unicode Character Database %s (East_Asian_Width, General_Category), through" % unicodedata.unidata_version)
print("// Python's unicodedata.")
print("""
extension WidthTable {
  /// The terminal cells of scalars from U+0000 on.
  ///
  /// Shape: runs between blanks, each a width and how many scalars have it, hexadecimal:
  /// `1:AD` is 0xAD scalars of one cell.
  static let source: StaticString = \"\"\"""")
line = "   "
for w, count in runs:
    record = "%d:%X" % (w, count)
    if len(line) + 1 + len(record) > 98:
        print(line + " \\")
        line = "   "
    line += " " + record
print(line)
print('    """')
print("}")
