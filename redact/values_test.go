package redact

import (
	"strings"
	"testing"
)

func TestValues(t *testing.T) {
	var v values
	v.add("name", "山川　花子")
	v.add("name", "田中") // too short to tell anybody apart
	v.add("phone", "090-1234-5678")
	v.add("my-number", "123456789018")
	v.add("address", "横浜市西区") // no number of a house
	v.add("email", "hanako@nagi-mail.example")
	for text, want := range map[string]string{
		"担当：山川　花子（確認）":                         "担当：*（確認）",
		"山川花子と山川 花子":                           "*と*",
		"田中さん、横浜市西区役所":                         "田中さん、横浜市西区役所",
		"電話 090-1234-5678。":                    "電話 *。",
		"09012345678":                          "*",
		"090-1234-56789":                       "090-1234-56789",
		"No.1234567890189":                     "No.1234567890189",
		"mailto:hanako@nagi-mail.example?cc=x": "mailto:*?cc=x",
		"xhanako@nagi-mail.example":            "xhanako@nagi-mail.example",
		"山川":                                   "山川",
		"&L090-1234-5678":                      "&L*", // the code of a page header
	} {
		out, at := "", 0
		for _, s := range v.find(nil, text, func(string) bool { return false }) {
			out, at = out+text[at:s.start]+"*", s.end
		}
		if out += text[at:]; out != want {
			t.Errorf("%s: %s, want %s", text, out, want)
		}
	}
	if got := v.find(nil, "山川　花子", func(s string) bool { return strings.HasPrefix(s, "山川") }); len(got) > 0 {
		t.Error("what is spared was found")
	}
}
