#!/usr/bin/env python3
"""Prints Sources/PubQLText/CategoryTable.swift.

  python3 .ci/tables/categories.py > Sources/PubQLText/CategoryTable.swift

The general category of every scalar as runs: two letters and a hexadecimal length.
"""
import datetime
import unicodedata

runs = []
for code in range(0x110000):
    category = unicodedata.category(chr(code))
    if runs and runs[-1][0] == category:
        runs[-1][1] += 1
    else:
        runs.append([category, 1])

print("// Made by .ci/tables/categories.py on %s. Do not edit." % datetime.date.today())
print("// Source: Unicode Character Database %s, through Python's unicodedata." % unicodedata.unidata_version)
print("""
extension CategoryTable {
  /// The general categories from U+0000 on.
  ///
  /// Shape: runs between blanks, each a category and how many scalars have it, hexadecimal.
  static let source: StaticString = \"\"\"""")
line = "   "
for category, count in runs:
    record = "%s%X" % (category, count)
    if len(line) + 1 + len(record) > 98:
        print(line + " \\")
        line = "   "
    line += " " + record
print(line)
print('    """')
print("}")
