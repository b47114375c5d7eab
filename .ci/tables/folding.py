#!/usr/bin/env python3
"""Prints Sources/PubQLText/FoldingTable.swift.

  python3 .ci/tables/folding.py > Sources/PubQLText/FoldingTable.swift

What a scalar folds to: compatibility decomposition, without the combining marks of
Latin, Greek and Cyrillic, case-folded in full, with the hand-made table below; Hangul
syllables and voiced kana stay composed. Applied until nothing changes.
"""
import datetime
import unicodedata

STRIPPED = [(0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)]

# Letters that Unicode does not decompose.
LETTERS = {
    "łƚɫⱡ": "l", "đðɖɗƌ": "d", "øɵɔ": "o", "æ": "ae", "œ": "oe", "ıɨ": "i", "þ": "th",
    "ħɦ": "h", "ŧƭʈⱦ": "t", "ŋ": "ng", "ĸ": "k", "ƙⱪ": "k", "ƒ": "f", "ƀɓ": "b", "ƈȼ": "c",
    "ɛɇ": "e", "ǥɠ": "g", "ȷɉ": "j", "ɲƞ": "n", "ƥᵽ": "p", "ɍɽ": "r", "ȿ": "s",
    "ʉ": "u", "ʋ": "v", "ⱳ": "w", "ƴɏ": "y", "ƶȥⱬ": "z", "ⱥ": "a",
}
APOSTROPHES = "‘’‚‛′‵‹›´ʹʻʼʽʾʿˈˊ＇"
QUOTES = "“”„‟″‶«»〝〞〟ʺ＂"
DASHES = "‐‑‒–—―−˗֊﹘﹣－"
REMOVED = [
    0xAD, 0x61C, 0x180E, 0xFEFF, (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
    (0x180B, 0x180D), (0xFE00, 0xFE0F), (0xE0001, 0xE0001), (0xE0020, 0xE007F), (0xE0100, 0xE01EF),
]
# Compatibility jamo would fall into conjoining ones and stick together: kept as they are.
KEPT = [(0x3131, 0x318E), (0xAC00, 0xD7A3)]
HALFWIDTH_JAMO = (0xFFA0, 0xFFDC)


def within(code, ranges):
    return any(r[0] <= code <= r[1] if isinstance(r, tuple) else r == code for r in ranges)


BY_HAND = {}
for letters, to in LETTERS.items():
    for letter in letters:
        BY_HAND[ord(letter)] = to
for c in APOSTROPHES:
    BY_HAND[ord(c)] = "'"
for c in QUOTES:
    BY_HAND[ord(c)] = '"'
for c in DASHES:
    BY_HAND[ord(c)] = "-"
BY_HAND[0x2026] = "..."
BY_HAND[0x2044] = "/"
for code in range(0x110000):
    if unicodedata.category(chr(code)) in ("Zs", "Zl", "Zp"):
        BY_HAND[code] = " "


def once(code):
    if within(code, REMOVED):
        return ""
    if code in BY_HAND:
        return BY_HAND[code]
    if within(code, KEPT):
        return chr(code)
    if HALFWIDTH_JAMO[0] <= code <= HALFWIDTH_JAMO[1]:
        shape = unicodedata.decomposition(chr(code)).split()
        return chr(int(shape[1], 16)) if shape else chr(code)
    out = "".join(
        c for c in unicodedata.normalize("NFKD", chr(code)) if not within(ord(c), STRIPPED))
    return out.casefold()


def composed(text):
    """Joins conjoining jamo and voiced kana, as Folding.swift does."""
    out = ""
    for c in text:
        if out and (0x1161 <= ord(c) <= 0x1175 or 0x11A8 <= ord(c) <= 0x11C2 or ord(c) in (0x3099, 0x309A)):
            joined = unicodedata.normalize("NFC", out[-1] + c)
            if len(joined) == 1:
                out = out[:-1] + joined
                continue
        out += c
    return out


def fold(code):
    text = chr(code)
    while True:
        new = composed("".join(once(ord(c)) for c in text))
        if new == text:
            return text
        text = new


def main():
    table = {}
    for code in range(0x110000):
        if 0xD800 <= code <= 0xDFFF:
            continue
        to = fold(code)
        if to != chr(code):
            table[code] = [ord(c) for c in to]
    records = []
    codes = sorted(table)
    i = 0
    while i < len(codes):
        # A run with one distance, or one that is removed, takes one record.
        code = codes[i]
        to = table[code]
        kind = None if len(to) > 1 else ("-" if not to else to[0] - code)
        j = i
        while kind is not None and j + 1 < len(codes) and codes[j + 1] == codes[j] + 1:
            following = table[codes[j + 1]]
            other = "?" if len(following) > 1 else ("-" if not following else following[0] - codes[j + 1])
            if other != kind:
                break
            j += 1
        if j - i >= 2:
            what = "-" if kind == "-" else "%X" % to[0]
            records.append("%X:%d=%s" % (code, j - i + 1, what))
            i = j + 1
            continue
        items = []
        start = code
        while i < len(codes) and codes[i] == start + len(items) and len(items) < 12:
            a = table[codes[i]]
            items.append("+".join("%X" % c for c in a) if a else "-")
            i += 1
        records.append("%X=%s" % (start, ",".join(items)))
    print("// Made by .ci/tables/folding.py on %s. Do not edit." % datetime.date.today())
    print("// Source: Unicode Character Database %s, through Python's unicodedata." % unicodedata.unidata_version)
    print("""
extension FoldingTable {
  /// What scalars fold to, where that is not themselves.
  ///
  /// Shape: records of hexadecimal scalars between blanks. `A=B,C+D,-` maps A to B, A + 1 to
  /// C and D, A + 2 to nothing; `A:n=B` maps n scalars from A to as many from B.
  static let source: StaticString = \"\"\"""")
    line = "   "
    for record in records:
        if len(line) + 1 + len(record) > 98:
            print(line + " \\")
            line = "   "
        line += " " + record
    print(line)
    print('    """')
    print("}")


main()
