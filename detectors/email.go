package detectors

import "strings"

// emailDetector finds mail addresses (RFC 5321, with the consecutive dots that Japanese mobile carriers once gave out, and the
// full-width ＠). Addresses of an office (info@, soumu@) stay below Likely; examples are left alone.
func emailDetector() *Detector {
	return &Detector{
		ID: "email", JA: "メールアドレス", EN: "mail address", Step: 2, Person: true,
		Heads: strings.Fields("メールアドレス メール eメール eメールアドレス email e-mail mail mailaddress emailaddress 電子メール 電子メールアドレス メアド mアドレス pcメール 携帯メール 連絡先メールアドレス"),
		Valid: func(cell string) bool {
			at := strings.IndexAny(cell, "@＠")
			if at <= 0 || len(cell) > 120 || strings.ContainsAny(strings.TrimSpace(cell), " 　、") {
				return false
			}
			return strings.ContainsAny(cell[at:], ".．")
		},
		scan: scanEmail, headless: 60, on: onAt, short: shortEmail, shortBecause: "mail address",
		Hits: []Example{
			{Text: "hanako.mori@mail.example"},
			{Text: "連絡は k_sato..1985@docomo.example まで"},
			{Text: "ｔａｒｏ＠ｍａｉｌ．ｅｘａｍｐｌｅ"},
			{Text: "Mori Hanako <hanako@host.example>, Sato <s@host.example>", Labels: []string{"To"}},
		},
		Misses: []Example{
			{Text: "info@city.example.lg.jp"},
			{Text: "＠ホーム"},
			{Text: "user@example.com"},
			{Text: "メールアドレス"},
			{Text: "1個@100円"},
			{Text: "h***@mail.example"},
			{Text: "CPS-requests@authority.example"},
		},
	}
}

// Local parts that belong to an office, not a person, and those of examples.
var (
	officeLocals  = listOf("info contact office soumu somu kikaku koho kouhou zaisei jinji kenko fukushi kyoiku support sales mail admin webmaster postmaster noreply no-reply reply help desk inquiry toiawase jimu jimukyoku center koukoku zeimu shimin kodomo gakkou hoiku recruit press pr privacy security abuse hostmaster news magazine request requests inquiries legal license licensing")
	exampleLocals = listOf("example sample test user username xxx xxxx xxxxx yourname your name foo bar abc aaa dummy hoge mail address someone")
)

func scanEmail(t *textState, k *Detector) {
	for _, at := range t.ats {
		start, end := t.mailbox(at)
		if start == at || end == at {
			continue
		}
		e := t.evidence(k, start)
		sure := e.judge(Likely, false)
		format := "mail address"
		if !e.column {
			local := strings.ToLower(t.s[start:at])
			switch {
			case exampleLocals.has(local), t.example(start):
				continue
			case officeLocal(local), !e.any() && t.office(start):
				sure, format = Shape, "mail address of an office"
			}
		}
		t.found(k.ID, start, end, sure, t.reason(&e, format))
	}
}

// mailbox returns the bounds of the address around the @ at i; start or end is i when there is none.
func (t *textState) mailbox(i int) (start, end int) {
	s := t.s
	start = i
	for start > 0 && i-start < 64 && atom(s[start-1]) {
		start--
	}
	for start < i && (s[start] == '.' || s[start] == '-' || s[start] == '\'') {
		start++
	}
	if start > 0 && s[start-1] == '*' { // masked
		return i, i
	}
	end = i + 1
	dot := 0
	for end < len(s) && end-i < 255 && (asciiClasses[s[end]] == asciiWord || asciiClasses[s[end]] == asciiDigit || s[end] == '-' || s[end] == '.') {
		if s[end] == '.' {
			dot = end
		}
		end++
	}
	for end > i+1 && (s[end-1] == '.' || s[end-1] == '-') {
		end--
	}
	if dot >= end-1 {
		dot = strings.LastIndexByte(s[:end], '.')
	}
	if dot <= i+1 || end-dot < 3 || asciiClasses[s[end-1]] != asciiWord || s[i+1] == '.' {
		return i, i
	}
	return start, end
}

// atom reports whether c can stand in a local part.
func atom(c byte) bool {
	return asciiClasses[c] == asciiWord || asciiClasses[c] == asciiDigit || strings.IndexByte(".!#$%&+-/=?^_`{|}~", c) >= 0 && c != '/' && c != '=' && c != '|'
}

// officeLocal reports whether a local part is that of an office: one of the list, perhaps with a number or a second part.
func officeLocal(local string) bool {
	local = strings.TrimRight(local, "0123456789")
	if first, second, ok := strings.Cut(local, "-"); ok && (officeLocals.has(first) || second == "request" || second == "requests") {
		return true
	}
	return officeLocals.has(local)
}

func isOne(s string, list []string) bool {
	for _, w := range list {
		if s == w {
			return true
		}
	}
	return false
}
