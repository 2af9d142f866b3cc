package charset

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

const (
	prose = "氏名,住所\r\n山田　太郎,東京都千代田区霞が関1-2-3\r\nすずき はなこ,大阪府堺市ノ町〒590\r\n"
	rolls = "番号,氏名\r\n1,山田太郎\r\n2,佐藤花子\r\n3,髙橋一郎\r\n"
	bank  = "ﾔﾏﾀﾞ ﾀﾛｳ,0001\r\nｻﾄｳ ﾊﾅｺ,0002\r\nﾀｶﾊｼ ｲﾁﾛｳ,0003\r\nｽｽﾞｷ ｼﾞﾛｳ,0004\r\n"
)

func in(e encoding.Encoding, s string) []byte {
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

func wide(order unicode.Endianness, bom unicode.BOMPolicy, s string) []byte {
	return in(unicode.UTF16(order, bom), s)
}

func Test_detect(t *testing.T) {
	tests := []struct {
		name string
		raw  []byte
		want Charset
		text string
	}{
		{"ascii", []byte("a,b\r\n"), Charset{ASCII, false}, "a,b\r\n"},
		{"empty", nil, Charset{ASCII, false}, ""},
		{"utf8", []byte(prose), Charset{UTF8, false}, prose},
		{"utf8 mark", []byte("\uFEFF" + prose), Charset{UTF8, true}, prose},
		{"mark only", []byte("\uFEFF"), Charset{UTF8, true}, ""},
		{"utf16le mark", wide(unicode.LittleEndian, unicode.UseBOM, prose+"😀"), Charset{UTF16LE, true}, prose + "😀"},
		{"utf16be mark", wide(unicode.BigEndian, unicode.UseBOM, prose), Charset{UTF16BE, true}, prose},
		{"utf16le", wide(unicode.LittleEndian, unicode.IgnoreBOM, prose), Charset{UTF16LE, false}, prose},
		{"utf16be", wide(unicode.BigEndian, unicode.IgnoreBOM, prose), Charset{UTF16BE, false}, prose},
		{"utf16le ascii", wide(unicode.LittleEndian, unicode.IgnoreBOM, "a,b\r\n"), Charset{UTF16LE, false}, "a,b\r\n"},
		{"cp932", in(japanese.ShiftJIS, prose), Charset{CP932, false}, prose},
		{"cp932 roll", in(japanese.ShiftJIS, rolls), Charset{CP932, false}, rolls},
		{"cp932 bank", in(japanese.ShiftJIS, bank), Charset{CP932, false}, bank},
		{"cp932 one name", in(japanese.ShiftJIS, "ﾔﾏﾀﾞ"), Charset{CP932, false}, "ﾔﾏﾀﾞ"},
		{"cp932 extensions", []byte("\x87\x40\x87\x8a\xed\x40\xfa\x58\xfb\xfc"), Charset{CP932, false}, "①㈱纊㈱髙"},
		{"cp932 user-defined", []byte("\x93\x63\xf0\x40\xf9\xfc"), Charset{CP932, false}, "田\uE000\uE757"},
		{"cp932 end mark", append(in(japanese.ShiftJIS, rolls), 0x1A), Charset{CP932, false}, rolls + "\x1A"},
		{"eucjp", in(japanese.EUCJP, prose), Charset{EUCJP, false}, prose},
		{"eucjp roll", in(japanese.EUCJP, strings.ReplaceAll(rolls, "髙", "高")), Charset{EUCJP, false}, strings.ReplaceAll(rolls, "髙", "高")},
		{"eucjp jis x 0212", []byte("\xb9\xe2\x8f\xb0\xa1\xa4\xce\x8e\xb1"), Charset{EUCJP, false}, "高丂のｱ"},
		{"iso2022jp", in(japanese.ISO2022JP, "氏名,住所\n山田,東京\n"), Charset{ISO2022JP, false}, "氏名,住所\n山田,東京\n"},
		{"iso2022jp kana", []byte("\x1b(I1\x1b(B,\x1b(J\\\x1b(B\n"), Charset{ISO2022JP, false}, "ｱ,¥\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Detect(bytes.NewReader(test.raw), int64(len(test.raw)))
			if err != nil || got != test.want {
				t.Fatalf("got %v %v, %v, want %v", got.Encoding, got.BOM, err, test.want)
			}
			for _, src := range []io.Reader{bytes.NewReader(test.raw), iotest.OneByteReader(bytes.NewReader(test.raw))} {
				text, err := io.ReadAll(got.NewReader(src))
				if err != nil || string(text) != test.text {
					t.Errorf("decoded %q, %v, want %q", text, err, test.text)
				}
			}
		})
	}
}

func Test_detect_refuses(t *testing.T) {
	tests := []struct {
		name string
		raw  string
		want error
	}{
		{"nul", "a\x00\x00\x00b", ErrBinary},
		{"two ways round", "a\x00\x00b", ErrAmbiguous},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ErrBinary},
		{"terminal colours", "\x1b[31mred\x1b[0m", ErrBinary},
		{"utf32", "\xff\xfe\x00\x00a\x00\x00\x00", ErrBinary},
		{"windows-1252", "caf\xe9\n", ErrUndecodable},
		{"cut cp932", "\x93\x63\x93", ErrUndecodable},
		{"cut utf8", "山田\xe5\xa4", ErrUndecodable},
		{"utf8 mark, then cp932", "\xef\xbb\xbf\x93\x63", ErrUndecodable},
		{"lone surrogate", "\xff\xfea\x00\x00\xd8b\x00", ErrUndecodable},
		{"line end in two-byte set", "\x1b$B;3\nED\x1b(B", ErrUndecodable},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Detect(strings.NewReader(test.raw), int64(len(test.raw)))
			if !errors.Is(err, test.want) {
				t.Errorf("got %v, %v, want %v", got.Encoding, err, test.want)
			}
		})
	}
}

func Test_sniff_takes_a_cut_character(t *testing.T) {
	raw := in(japanese.ShiftJIS, prose)
	for n := range raw {
		if _, err := Sniff(raw[:n], false); errors.Is(err, ErrBinary) || n > 8 && err != nil {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

// Every character that a decoder yields can be written back, and is then read as itself.
func Test_round_trip_of_every_character(t *testing.T) {
	for _, e := range []Encoding{CP932, EUCJP, ISO2022JP} {
		n := 0
		for i, c := range append(load().main[:], load().more[:]...) {
			if c == 0 || e == CP932 && i >= len(load().main) || e != CP932 && i >= userFirst && i < len(load().main) {
				continue
			}
			n++
			raw := e.Encode(string(rune(c)))
			back, err := io.ReadAll(Charset{Encoding: e}.NewReader(bytes.NewReader(raw)))
			if err != nil || string(back) != string(rune(c)) {
				t.Fatalf("%v: U+%04X became % x, %q, %v", e, c, raw, back, err)
			}
		}
		if n < 7000 {
			t.Errorf("%v: only %d characters", e, n)
		}
	}
	if got := CP932.Encode("∵㈱纊髙~①"); string(got) != "\x81\xe6\x87\x8a\xfa\x5c\xfb\xfc~\x87\x40" {
		t.Errorf("Windows writes other bytes than % x", got)
	}
}

func Test_encode_has_a_substitute(t *testing.T) {
	for e, want := range map[Encoding]string{ASCII: "a*", CP932: "a\x81\x9c", ISO2022JP: "a\x1b$B!|\x1b(B"} {
		if got := string(e.Encode("a●")); got != want {
			t.Errorf("%v: %q, want %q", e, got, want)
		}
	}
}

func Test_cursor(t *testing.T) {
	const text = "氏名,山田太郎,x\r\n"
	for _, c := range []Charset{{UTF8, true}, {UTF16LE, true}, {UTF16BE, false}, {CP932, false}, {EUCJP, false}, {ISO2022JP, false}} {
		raw := append(c.Mark(), c.Encoding.Encode(text)...)
		var out bytes.Buffer
		cur := c.NewCursor(iotest.HalfReader(bytes.NewReader(raw)), &out)
		at := int64(strings.Index(text, "山"))
		if err := errors.Join(cur.Copy(at), cur.Replace(at+12, "山●●a"), cur.Copy(at+13), cur.Replace(at+14, "●"), cur.Finish()); err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(c.NewReader(&out))
		if want := "氏名,山●●a,●\r\n"; err != nil || string(got) != want {
			t.Errorf("%v: %q, %v, want %q", c.Encoding, got, err, want)
		}
	}
}

// Bytes that are written in another way than the encoder would are kept.
func Test_cursor_keeps_bytes(t *testing.T) {
	raw := "\xed\x40,\x93\x63,\xfa\x54\x1b"[:8]
	var out bytes.Buffer
	cur := Charset{Encoding: CP932}.NewCursor(strings.NewReader(raw), &out)
	if err := errors.Join(cur.Copy(4), cur.Replace(7, "x"), cur.Finish()); err != nil {
		t.Fatal(err)
	}
	if want := "\xed\x40,x,\xfa\x54"; out.String() != want {
		t.Errorf("% x, want % x", out.String(), want)
	}
}

func FuzzDetect(f *testing.F) {
	for _, s := range [][]byte{
		[]byte(prose), in(japanese.ShiftJIS, prose), in(japanese.EUCJP, prose), in(japanese.ISO2022JP, "氏名,山田\n"),
		wide(unicode.LittleEndian, unicode.UseBOM, prose), []byte("caf\xe9"), []byte("\x00\x01"),
	} {
		f.Add(s, uint16(3), uint16(9))
	}
	f.Fuzz(func(t *testing.T, raw []byte, a, b uint16) {
		c, err := Detect(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			return
		}
		text, err := io.ReadAll(c.NewReader(iotest.HalfReader(bytes.NewReader(raw))))
		if err != nil || strings.ContainsRune(string(text), '\uFFFD') && !bytes.Contains(raw, []byte("\uFFFD")) && c.Encoding < UTF16LE {
			t.Fatalf("%v: %q, %v", c, text, err)
		}
		var out bytes.Buffer
		cur := c.NewCursor(bytes.NewReader(raw), &out)
		from, to := border(text, int(a)), border(text, int(b))
		if from > to {
			from, to = to, from
		}
		if err := errors.Join(cur.Copy(from), cur.Copy(to), cur.Finish()); err != nil || !bytes.Equal(out.Bytes(), raw) {
			t.Fatalf("%v: the copy differs: %v", c, err)
		}
		out.Reset()
		cur = c.NewCursor(bytes.NewReader(raw), &out)
		if err := errors.Join(cur.Copy(from), cur.Replace(to, "x●"), cur.Finish()); err != nil {
			t.Fatal(err)
		}
		mark := "x●"
		if c.Encoding == ASCII {
			mark = "x*"
		}
		want := string(text[:from]) + mark + string(text[to:])
		if got, err := io.ReadAll(c.NewReader(&out)); err != nil || string(got) != want {
			t.Fatalf("%v: %q, %v, want %q", c, got, err, want)
		}
	})
}

// border returns the start of a character in text, near i.
func border(text []byte, i int) int64 {
	i %= len(text) + 1
	for i < len(text) && text[i]&0xC0 == 0x80 {
		i++
	}
	return int64(i)
}
