package cid

import "testing"

func Test_characters_by_their_CIDs(t *testing.T) {
	for _, c := range []struct {
		collection string
		cid        uint32
		want       string
	}{
		{"Japan1", 34, "A"},
		{"Japan1", 327, "｡"},
		{"Japan1", 843, "あ"},
		{"Japan1", 1125, "亜"},
		{"Japan1", 7633, "啞"},
		{"Japan1", 7887, "、"}, // the form for vertical writing
		{"Japan1", 13706, "𠮷"},
		{"Japan1", 23057, "龣"},
		{"Japan1", 0, ""},
		{"Japan1", 1 << 31, ""},
		{"GB1", 34, "A"},
		{"CNS1", 34, "A"},
		{"Korea1", 34, "A"},
		{"Identity", 34, ""},
	} {
		if got := Text(c.collection, c.cid); got != c.want {
			t.Errorf("%s %d is %q, not %q", c.collection, c.cid, got, c.want)
		}
	}
}

func Test_predefined_maps(t *testing.T) {
	for _, c := range []struct {
		name     string
		code     uint32
		want     uint32
		vertical bool
		use      string
	}{
		{"90ms-RKSJ-H", 0x82A0, 843, false, ""},
		{"90ms-RKSJ-H", 'A', 264, false, ""},
		{"90ms-RKSJ-V", 0x8141, 7887, true, "90ms-RKSJ-H"},
		{"H", 0x3021, 1125, false, ""},
		{"EUC-H", 0xB0A1, 1125, false, ""},
		{"UniJIS-UTF16-H", 0x4E9C, 1125, false, ""},
		{"UniJIS-UTF16-H", 0xD842DFB7, 13706, false, ""},
		{"UniJIS-UCS2-H", 0x3042, 843, false, ""},
		{"83pv-RKSJ-H", 0x889F, 1125, false, ""},
	} {
		m := Lookup(c.name)
		if m == nil {
			t.Fatalf("no %s", c.name)
		}
		got := uint32(0)
		for _, r := range m.Ranges {
			if c.code >= r.Lo && c.code <= r.Hi {
				got = r.CID + c.code - r.Lo
			}
		}
		if got != c.want || m.Vertical != c.vertical || m.Use != c.use {
			t.Errorf("%s maps %X to %d (vertical %v, extends %q)", c.name, c.code, got, m.Vertical, m.Use)
		}
	}
	if Lookup("no-such-map") != nil {
		t.Error("a map that does not exist")
	}
}
