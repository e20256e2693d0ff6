package markup

import (
	"unicode"
	"unicode/utf8"
)

// A runeClass says what cleaning does with a character.
type runeClass uint8

const (
	fine       runeClass = iota
	control              // C0 and DEL: shown as pictures
	invalid              // C1, noncharacters, broken UTF-8: U+FFFD
	breaksLine           // NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR
	conceals             // hides or reorders text: taken out, and worth a word
	vanishes             // shows nothing, or nothing that is agreed on: taken out
	stacks               // combining marks: a few at a time
	selects              // variation selectors: one at a time
	joins                // ZERO WIDTH JOINER: between pictures only
)

// emojiStyle is VARIATION SELECTOR-16, which asks for a coloured picture.
const emojiStyle = 0xfe0f

// class sorts a character. Names follow the Unicode code charts.
func class(r rune) runeClass {
	switch {
	case r < 0x80:
		if r < ' ' && r != '\n' || r == 0x7f {
			return control
		}
		return fine
	case r < 0x300:
		return classLatin(r)
	case r >= 0x370 && r < 0x483: // Greek, Cyrillic
		return fine
	case r >= 0x3400 && r <= 0xd7a3: // CJK, Yi, Hangul and a few small scripts
		if r >= 0xa640 && r < 0xac00 && isMark(r) {
			return stacks
		}
		return fine
	case r >= 0x2000 && r < 0x2070:
		return classPunctuation(r)
	case r >= 0xe000 && r <= 0xffff:
		return classHigh(r)
	case r > 0xffff:
		return classAstral(r)
	}
	return classMiddle(r)
}

// classLatin sorts U+0080 to U+02FF.
func classLatin(r rune) runeClass {
	switch {
	case r == 0x85:
		return breaksLine
	case r < 0xa0:
		return invalid
	case r == 0xad: // SOFT HYPHEN
		return vanishes
	}
	return fine
}

// classMiddle sorts the scripts between Latin and CJK.
func classMiddle(r rune) runeClass {
	switch r {
	case 0x61c, // ARABIC LETTER MARK
		0x180e,                 // MONGOLIAN VOWEL SEPARATOR
		0x115f, 0x1160, 0x3164, // HANGUL FILLERs
		0x17b4, 0x17b5: // KHMER VOWEL INHERENT
		return conceals
	case 0x34f, // COMBINING GRAPHEME JOINER
		0x180b, 0x180c, 0x180d, 0x180f: // MONGOLIAN FREE VARIATION SELECTORs
		return vanishes
	}
	if isMark(r) {
		return stacks
	}
	return fine
}

// classPunctuation sorts U+2000 to U+206F, where most invisible ones live.
func classPunctuation(r rune) runeClass {
	switch {
	case r == 0x2028 || r == 0x2029:
		return breaksLine
	case r == 0x200d:
		return joins
	case r == 0x200c: // ZERO WIDTH NON-JOINER, which Persian writes everywhere
		return vanishes
	case r == 0x200b || r == 0x200e || r == 0x200f,
		r >= 0x202a && r <= 0x202e, // bidirectional embeddings, overrides
		r >= 0x2060:                // WORD JOINER, invisible operators, isolates
		return conceals
	}
	return fine
}

// classHigh sorts U+E000 to U+FFFF.
func classHigh(r rune) runeClass {
	switch {
	case r <= 0xf8ff: // private use
		return vanishes
	case r >= 0xfe00 && r <= emojiStyle:
		return selects
	case r == 0xfeff: // BYTE ORDER MARK
		return vanishes
	case r == 0xffa0, r >= 0xfff0 && r <= 0xfffb: // HANGUL FILLER, unassigned but invisible, interlinear
		return conceals
	case r >= 0xfffe || r >= 0xfdd0 && r <= 0xfdef:
		return invalid
	case isMark(r):
		return stacks
	}
	return fine
}

// classAstral sorts what lies above U+FFFF.
func classAstral(r rune) runeClass {
	switch {
	case r&0xfffe == 0xfffe || r > unicode.MaxRune:
		return invalid
	case r >= 0xe0000 && r <= 0xe0fff: // tags, more variation selectors
		return conceals
	case r >= 0xf0000, // private use
		r >= 0x13430 && r <= 0x1343f: // EGYPTIAN HIEROGLYPH joiners
		return vanishes
	case r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a: // format controls
		return conceals
	case isMark(r):
		return stacks
	}
	return fine
}

func isMark(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me) }

// pictorial says whether r can be part of a joined emoji.
func pictorial(r rune) bool {
	return r >= 0x1f000 && r <= 0x1faff || r >= 0x2190 && r <= 0x2bff && r != utf8.RuneError
}
