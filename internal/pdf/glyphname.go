package pdf

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// glyphText returns the Unicode text that a glyph's name stands for, or "". Names of accented letters are taken apart, so that no
// list of them is needed: "Aacute" is A and an acute accent.
func glyphText(name string) string {
	base, _, _ := strings.Cut(name, ".")
	if base == "" {
		return ""
	}
	var out strings.Builder
	for part := range strings.SplitSeq(base, "_") {
		s := onePart(part)
		if s == "" {
			return ""
		}
		out.WriteString(s)
	}
	return out.String()
}

func onePart(name string) string {
	if len(name) == 1 {
		return name
	}
	if r, ok := glyphNames[name]; ok {
		return string(r)
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		return hexRunes(hex)
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if n, err := strconv.ParseUint(hex, 16, 32); err == nil && n <= 0x10FFFF {
			return string(rune(n))
		}
	}
	for accent, mark := range accents {
		if letter, ok := strings.CutSuffix(name, accent); ok && letter != "" {
			if r := glyphLetter(letter); r != 0 {
				return norm.NFC.String(string(r) + string(mark))
			}
		}
	}
	return string0(glyphLetter(name))
}

func string0(r rune) string {
	if r == 0 {
		return ""
	}
	return string(r)
}

// glyphLetter returns the letter of a name without an accent.
func glyphLetter(name string) rune {
	if len(name) == 1 {
		return rune(name[0])
	}
	if r, ok := greek[strings.ToLower(name)]; ok {
		if name[0] >= 'A' && name[0] <= 'Z' {
			return r - 0x20
		}
		return r
	}
	return 0
}

func hexRunes(hex string) string {
	var u []byte
	for ; len(hex) >= 4; hex = hex[4:] {
		n, err := strconv.ParseUint(hex[:4], 16, 16)
		if err != nil {
			return ""
		}
		u = append(u, byte(n>>8), byte(n))
	}
	return utf16Text(u, 1, 0)
}

var accents = map[string]rune{
	"acute": 0x301, "grave": 0x300, "circumflex": 0x302, "dieresis": 0x308, "tilde": 0x303, "ring": 0x30A, "caron": 0x30C,
	"cedilla": 0x327, "commaaccent": 0x327, "ogonek": 0x328, "breve": 0x306, "macron": 0x304, "dotaccent": 0x307,
	"hungarumlaut": 0x30B, "tonos": 0x301,
}

var greek = map[string]rune{
	"alpha": 'α', "beta": 'β', "gamma": 'γ', "delta": 'δ', "epsilon": 'ε', "zeta": 'ζ', "eta": 'η', "theta": 'θ', "iota": 'ι',
	"kappa": 'κ', "lambda": 'λ', "mu": 'μ', "nu": 'ν', "xi": 'ξ', "omicron": 'ο', "pi": 'π', "rho": 'ρ', "sigma": 'σ', "tau": 'τ',
	"upsilon": 'υ', "phi": 'φ', "chi": 'χ', "psi": 'ψ', "omega": 'ω',
}

// glyphNames are the names that say neither a letter nor a code.
var glyphNames = map[string]rune{
	"space": ' ', "nbspace": ' ', "nonbreakingspace": ' ', "exclam": '!', "quotedbl": '"', "numbersign": '#', "dollar": '$',
	"percent": '%', "ampersand": '&', "quotesingle": '\'', "parenleft": '(', "parenright": ')', "asterisk": '*', "plus": '+',
	"comma": ',', "hyphen": '-', "sfthyphen": '-', "softhyphen": '-', "period": '.', "slash": '/', "zero": '0', "one": '1', "two": '2',
	"three": '3', "four": '4', "five": '5', "six": '6', "seven": '7', "eight": '8', "nine": '9', "colon": ':', "semicolon": ';',
	"less": '<', "equal": '=', "greater": '>', "question": '?', "at": '@', "bracketleft": '[', "backslash": '\\',
	"bracketright": ']', "asciicircum": '^', "underscore": '_', "grave": '`', "quoteleft": '‘', "quoteright": '’',
	"braceleft": '{', "bar": '|', "braceright": '}', "asciitilde": '~', "exclamdown": '¡', "cent": '¢', "sterling": '£',
	"fraction": '⁄', "yen": '¥', "florin": 'ƒ', "section": '§', "currency": '¤', "quotedblleft": '“', "guillemotleft": '«',
	"guilsinglleft": '‹', "guilsinglright": '›', "fi": 'ﬁ', "fl": 'ﬂ', "ff": 'ﬀ', "ffi": 'ﬃ', "ffl": 'ﬄ', "endash": '–',
	"dagger": '†', "daggerdbl": '‡', "periodcentered": '·', "middot": '·', "paragraph": '¶', "bullet": '•',
	"quotesinglbase": '‚', "quotedblbase": '„', "quotedblright": '”', "guillemotright": '»', "ellipsis": '…',
	"perthousand": '‰', "questiondown": '¿', "acute": '´', "circumflex": 'ˆ', "tilde": '˜', "macron": '¯', "breve": '˘',
	"dotaccent": '˙', "dieresis": '¨', "ring": '˚', "cedilla": '¸', "hungarumlaut": '˝', "ogonek": '˛', "caron": 'ˇ',
	"emdash": '—', "AE": 'Æ', "ordfeminine": 'ª', "Lslash": 'Ł', "Oslash": 'Ø', "OE": 'Œ', "ordmasculine": 'º', "ae": 'æ',
	"dotlessi": 'ı', "dotlessj": 'ȷ', "lslash": 'ł', "oslash": 'ø', "oe": 'œ', "germandbls": 'ß', "copyright": '©',
	"registered": '®', "trademark": '™', "logicalnot": '¬', "degree": '°', "plusminus": '±', "onesuperior": '¹',
	"twosuperior": '²', "threesuperior": '³', "mu": 'µ', "onequarter": '¼', "onehalf": '½', "threequarters": '¾',
	"multiply": '×', "divide": '÷', "Eth": 'Ð', "eth": 'ð', "Thorn": 'Þ', "thorn": 'þ', "brokenbar": '¦', "Euro": '€',
	"minus": '−', "Dcroat": 'Đ', "dcroat": 'đ', "summation": '∑', "product": '∏', "radical": '√', "infinity": '∞',
	"integral": '∫', "approxequal": '≈', "notequal": '≠', "lessequal": '≤', "greaterequal": '≥', "partialdiff": '∂',
	"lozenge": '◊', "arrowleft": '←', "arrowup": '↑', "arrowright": '→', "arrowdown": '↓', "circle": '○', "triangle": '△',
	"square": '□', "H18533": '●', "H22073": '□', "filledbox": '■', "sigma1": 'ς', "nbsp": ' ', "checkmark": '✓',
}

// standardNames returns StandardEncoding (Annex D.2).
func standardNames() (names [256]string) {
	for i := ' '; i <= '~'; i++ {
		names[i] = string(i)
	}
	names['\''], names['`'] = "’", "‘"
	for at, chars := range map[int]string{
		0xA1: "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ", 0xB1: "–†‡·", 0xB6: "¶•‚„”»…‰", 0xBF: "¿", 0xC1: "`´ˆ˜¯˘˙¨", 0xCA: "˚¸", 0xCD: "˝˛ˇ—",
		0xE1: "Æ", 0xE3: "ª", 0xE8: "ŁØŒº", 0xF1: "æ", 0xF5: "ı", 0xF8: "łøœß",
	} {
		for _, r := range chars {
			names[at] = string(r)
			at++
		}
	}
	return names
}

// symbolNames returns what of the Symbol encoding (Annex D.5) is writing: Greek letters, digits, punctuation.
func symbolNames() (names [256]string) {
	names = standardNames()
	for at, chars := range map[int]string{'A': "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 'a': "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"} {
		for _, r := range chars {
			names[at] = string(r)
			at++
		}
	}
	for i := 127; i < 256; i++ {
		names[i] = ""
	}
	return names
}
