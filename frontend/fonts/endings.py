"""Writes a Vazirmatn whose words never end in a mark: endings.py FROM.woff2 TO.woff2.

WebKitGTK (2.50) takes the offset of the leftmost glyph of a run for where the run
begins. In Arabic script that glyph is the end of the word, and where it is a mark high
above an alef, as in «معمولاً» or «أولًا», the whole word stands a third of a line too
high. So each tanwin and shadda is followed by an empty glyph of no width, the one of the
zero-width non-joiner, after all ligatures are made. Nothing else changes.

Needs fontTools and brotli (Debian: python3-fonttools, python3-brotli).
"""

import sys

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

MARKS = (0x064B, 0x064C, 0x064D, 0x0651)
MARK_CLASS = 3  # of GDEF: ligatures and attachment look past it

font = TTFont(sys.argv[1])
letters = font.getBestCmap()
blank = letters[0x200C]
assert font["hmtx"][blank][0] == 0, "the non-joiner has a width"
font["GDEF"].table.GlyphClassDef.classDefs[blank] = MARK_CLASS

# A shadda and a vowel are one glyph; its name says both.
names = [letters[code] for code in MARKS]
names += [n for n in font.getGlyphOrder() if len(n) == 11 and n.startswith("uni06") and "0651" in n]

ending = otTables.MultipleSubst()
ending.mapping = {name: [name, blank] for name in names}
lookup = otTables.Lookup()
lookup.LookupType, lookup.LookupFlag = 2, 0
lookup.SubTable, lookup.SubTableCount = [ending], 1

table = font["GSUB"].table
table.LookupList.Lookup.append(lookup)
table.LookupList.LookupCount += 1
required = [r.Feature for r in table.FeatureList.FeatureRecord if r.FeatureTag == "rlig"]
assert required, "no required ligatures"
for feature in required:
    feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
    feature.LookupCount += 1
font.save(sys.argv[2])
