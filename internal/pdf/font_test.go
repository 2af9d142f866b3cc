package pdf

import "testing"

func Test_glyph_names(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "aacute": "á", "Ccedilla": "Ç", "germandbls": "ß", "uni5C71": "山", "uni5C717530": "山田", "u1F600": "😀", "f_i": "fi",
		"a.sc": "a", "Alpha": "Α", "omega": "ω", "one": "1", "quoteright": "’", "g23": "", "cid1234": "", ".notdef": "", "scedilla": "ş",
	} {
		if got := glyphText(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func Test_character_maps(t *testing.T) {
	m := readCMap([]byte(`/WMode 1 def 1 begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange
		2 beginbfchar <0001> <5C71> <0002> <D83DDE00> endbfchar
		2 beginbfrange <0010> <0012> <7530> <0020> <0021> [<0041> <00660069>] endbfrange
		1 begincidrange <8140> <8143> 633 endcidrange 1 begincidchar <20> 1 endcidchar`))
	for c, want := range map[uint32]string{1: "山", 2: "😀", 0x10: "田", 0x12: "甲", 0x20: "A", 0x21: "fi", 0x22: "", 3: ""} {
		if got, _ := m.text(c); got != want {
			t.Errorf("%X: %q, want %q", c, got, want)
		}
	}
	if cid, ok := m.cid(0x8142); !ok || cid != 635 {
		t.Error("CID", cid)
	}
	font := &cidFont{encoding: m}
	if font.length([]byte{0x81, 0x40}) != 2 || font.length([]byte{0x20, 0x20}) != 1 || !m.vertical {
		t.Error("code lengths")
	}
}

func Test_predefined_maps(t *testing.T) {
	for _, test := range []struct {
		name string
		raw  uint32
		n    int
		want string
		half bool
	}{
		{"90ms-RKSJ-H", 0x8E52, 2, "山", false},
		{"90ms-RKSJ-V", 0xB1, 1, "ｱ", true},
		{"90ms-RKSJ-H", 'A', 1, "A", true},
		{"EUC-H", 0xBBB3, 2, "山", false},
		{"H", 0x3B33, 2, "山", false},
		{"UniJIS-UCS2-H", 0x5C71, 2, "山", false},
		{"UniJIS-UTF16-H", 0xD842DFB7, 4, "𠮷", false},
		{"GBK-EUC-H", 0xC9BD, 2, "山", false},
		{"KSCms-UHC-H", 0xB0A1, 2, "가", false},
	} {
		c := charsetOf(test.name)
		if c == nil {
			t.Errorf("%s is not known", test.name)
			continue
		}
		if got, _, half := c.decode(test.raw, test.n); got != test.want || half != test.half {
			t.Errorf("%s %X: %q %v", test.name, test.raw, got, half)
		}
	}
	if charsetOf("Adobe-Japan1-2") != nil {
		t.Error("an unknown map is known")
	}
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"), uint32(65))
	f.Add([]byte("1 beginbfrange <0020> <0021> [<0041>] endbfrange 1 begincidrange <00> <FF> 1 endcidrange"), uint32(33))
	f.Fuzz(func(_ *testing.T, data []byte, code uint32) {
		m := readCMap(data)
		m.text(code)
		m.cid(code)
		(&cidFont{encoding: m}).length([]byte{byte(code >> 8), byte(code)})
	})
}

func FuzzTrueType(f *testing.F) {
	f.Add([]byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x40"))
	f.Fuzz(func(_ *testing.T, data []byte) { glyphRunes(data) })
}
