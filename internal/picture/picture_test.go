package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

const secret = "山田太郎 090-0000-0000"

// drawn is a picture whose left half is dark and whose right half is light.
func drawn() *image.Paletted {
	m := image.NewPaletted(image.Rect(0, 0, 40, 20), color.Palette{color.Gray{0x20}, color.Gray{0xE0}})
	for y := range 20 {
		for x := range 20 {
			m.SetColorIndex(x+20, y, 1)
		}
	}
	return m
}

// encoded returns the picture in every kind that is cut.
func encoded(t testing.TB) map[Kind][]byte {
	all := map[Kind][]byte{}
	for kind, enc := range map[Kind]func(*bytes.Buffer) error{
		JPEG: func(b *bytes.Buffer) error { return jpeg.Encode(b, drawn(), nil) },
		PNG:  func(b *bytes.Buffer) error { return png.Encode(b, drawn()) },
		GIF:  func(b *bytes.Buffer) error { return gif.Encode(b, drawn(), nil) },
		BMP:  func(b *bytes.Buffer) error { return bmp.Encode(b, drawn()) },
		TIFF: func(b *bytes.Buffer) error { return tiff.Encode(b, drawn(), nil) },
	} {
		var b bytes.Buffer
		if err := enc(&b); err != nil {
			t.Fatal(err)
		}
		all[kind] = b.Bytes()
	}
	return all
}

func decodeAny(t *testing.T, data []byte) image.Image {
	t.Helper()
	dec := decoders[Sniff(data)]
	r := bytes.NewReader(data)
	if dec == nil {
		m, err := gif.Decode(r)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	m, err := dec(r)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func segmentOf(m byte, body string) []byte { return segment(m, []byte(body)) }

// tiffTags is a TIFF structure of one directory with an artist, a place and the way up.
func tiffTags(order binary.ByteOrder, mark string) []byte {
	b := []byte(mark + "\x00\x00\x00\x00\x00\x00")
	order.PutUint16(b[2:], 42)
	order.PutUint32(b[4:], 8)
	add16 := func(v int) { b = append(b, 0, 0); order.PutUint16(b[len(b)-2:], uint16(v)) }
	add32 := func(v int) { b = append(b, 0, 0, 0, 0); order.PutUint32(b[len(b)-4:], uint32(v)) }
	text := secret + "\x00"
	add16(3)
	add16(tagOrientation)
	add16(3)
	add32(1)
	add16(6)
	add16(0)
	add16(tagArtist)
	add16(2)
	add32(len(text))
	add32(50)
	add16(tagGPS)
	add16(4)
	add32(1)
	add32(50 + len(text))
	add32(0)
	b = append(b, text...)
	add16(0)
	add32(0)
	return b
}

func Test_strip_takes_what_is_not_shown(t *testing.T) {
	plain := encoded(t)
	insert := func(b []byte, at int, more ...[]byte) []byte {
		return slices.Concat(b[:at], slices.Concat(more...), b[at:])
	}
	jpg, pic, anim := plain[JPEG], plain[PNG], plain[GIF]
	behindHead := len(pngSignature) + 25
	for name, x := range map[string]struct {
		data  []byte
		grave bool
	}{
		"jpeg exif":      {insert(jpg, 2, segmentOf(0xE1, "Exif\x00\x00"+string(tiffTags(binary.LittleEndian, "II")))), true},
		"jpeg xmp":       {insert(jpg, 2, segmentOf(0xE1, `http://ns.adobe.com/xap/1.0/`+"\x00"+`<x><dc:creator>`+secret+`</dc:creator></x>`)), true},
		"jpeg comment":   {insert(jpg, 2, segmentOf(0xFE, secret)), false},
		"jpeg photoshop": {insert(jpg, 2, segmentOf(0xED, "Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x30"+secret)), true},
		"jpeg behind":    {append(bytes.Clone(jpg), secret...), true},
		"png text":       {insert(pic, behindHead, pngChunk("tEXt", []byte("Author\x00"+secret))), false},
		"png itxt":       {insert(pic, behindHead, pngChunk("iTXt", []byte("Comment\x00\x00\x00ja\x00\x00"+secret))), false},
		"png exif":       {insert(pic, behindHead, pngChunk("eXIf", tiffTags(binary.BigEndian, "MM"))), true},
		"png behind":     {append(bytes.Clone(pic), secret...), true},
		"gif comment":    {insert(anim, len(anim)-1, []byte{0x21, 0xFE, byte(len(secret))}, []byte(secret), []byte{0}), false},
		"gif behind":     {append(bytes.Clone(anim), secret...), true},
		"bmp behind":     {append(bytes.Clone(plain[BMP]), secret...), true},
		"svg":            {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><!--` + secret + `--><metadata>` + secret + `</metadata><rect/></svg>`), false},
	} {
		list, err := Extras(x.data)
		said := ""
		grave := false
		for _, e := range list {
			said += e.Text
			grave = grave || e.Grave
		}
		if err != nil || !strings.Contains(said, secret) || grave != x.grave {
			t.Errorf("%s: said %q, grave %v, %v", name, said, grave, err)
		}
		out, changed, err := Strip(x.data)
		if err != nil || !changed || bytes.Contains(out, []byte(secret)) {
			t.Errorf("%s: still there, %v", name, err)
		}
		if again, changed, err := Strip(out); err != nil || changed || !bytes.Equal(again, out) {
			t.Errorf("%s: not steady, %v", name, err)
		}
		if p := plain[Sniff(x.data)]; p != nil && name != "jpeg exif" && name != "png exif" && !bytes.Equal(out, p) {
			t.Errorf("%s: the picture itself has changed", name)
		}
	}
}

// Test_the_way_up_and_the_profile_stay holds that a picture looks the same.
func Test_the_way_up_and_the_profile_stay(t *testing.T) {
	profile := "ICC_PROFILE\x00\x01\x01profile"
	jpg := encoded(t)[JPEG]
	data := slices.Concat(jpg[:2], segmentOf(0xE2, profile), segmentOf(0xE1, "Exif\x00\x00"+string(tiffTags(binary.LittleEndian, "II"))), jpg[2:])
	out, _, err := Strip(data)
	if err != nil || !bytes.Contains(out, []byte(profile)) || !bytes.Contains(out, upright(6)) {
		t.Errorf("profile or orientation lost, %v", err)
	}
	if !bytes.Equal(decodeAny(t, out).(*image.YCbCr).Y, decodeAny(t, data).(*image.YCbCr).Y) {
		t.Error("the pixels differ")
	}
}

func Test_tiff_is_blanked_in_place(t *testing.T) {
	for _, x := range [...]struct {
		order binary.ByteOrder
		mark  string
	}{{binary.LittleEndian, "II"}, {binary.BigEndian, "MM"}} {
		data := tiffTags(x.order, x.mark)
		out, changed, err := Strip(data)
		if err != nil || !changed || len(out) != len(data) || bytes.Contains(out, []byte("090")) {
			t.Fatal(changed, err)
		}
		if got := readTags(out); got.orientation != 6 || got.text() != "" || got.grave {
			t.Errorf("%+v", got)
		}
	}
}

func Test_cut_keeps_what_is_shown(t *testing.T) {
	crop := Crop{Left: 0.5, Top: 0.1, Right: 0.01, Bottom: -0.2}
	for kind, data := range encoded(t) {
		w, h, err := Size(data)
		if err != nil || w != 40 || h != 20 {
			t.Fatal(kind, w, h, err)
		}
		box, ok := crop.Box(w, h)
		if !ok || box != image.Rect(20, 2, 40, 20) {
			t.Fatal(kind, box)
		}
		out, err := Cut(data, box)
		if err != nil || Sniff(out) != kind {
			t.Fatal(kind, err)
		}
		m := decodeAny(t, out)
		if m.Bounds().Dx() != 20 || m.Bounds().Dy() != 18 {
			t.Error(kind, m.Bounds())
		}
		for _, at := range [...]image.Point{{0, 0}, {19, 17}} {
			if g := color.GrayModel.Convert(m.At(at.X, at.Y)).(color.Gray); g.Y < 0xD0 {
				t.Errorf("%s: %v at %v", kind, g, at)
			}
		}
		if rest, again := crop.Within(box, w, h).Box(20, 18); again {
			t.Errorf("%s: cut again to %v", kind, rest)
		}
	}
}

func Test_boxes_that_make_no_sense(t *testing.T) {
	for _, c := range [...]Crop{{}, {Left: 0.6, Right: 0.6}, {Left: 1}, {Left: 0.0001}, {Top: -1, Left: -2}} {
		if box, ok := c.Box(100, 100); ok {
			t.Errorf("%v: %v", c, box)
		}
	}
}

// emfOf draws texts: each on a line of its own, but single characters side by side.
func emfOf(texts ...string) []byte {
	le := binary.LittleEndian
	head := make([]byte, 88)
	le.PutUint32(head, emrHeader)
	le.PutUint32(head[4:], 88)
	copy(head[40:], " EMF")
	x, y := 0, 0
	for _, text := range texts {
		units := utf16.Encode([]rune(text))
		if x += 10; len(units) > 1 {
			x, y = 0, y+20
		}
		rec := make([]byte, 76+6*len(units)+2*(len(units)%2))
		for at, v := range map[int]int{0: emrExtTextOutW, 4: len(rec), 36: x, 40: y, 44: len(units), 48: 76, 72: len(rec) - 4*len(units)} {
			le.PutUint32(rec[at:], uint32(v))
		}
		for i, u := range units {
			le.PutUint16(rec[76+2*i:], u)
			le.PutUint32(rec[len(rec)-4*len(units)+4*i:], 10)
		}
		head = append(head, rec...)
	}
	return append(head, 14, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 20, 0, 0, 0)
}

func Test_lines_of_a_metafile(t *testing.T) {
	data := emfOf("氏名：山田", "太", "郎", "電話")
	lines, err := Lines(data)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lines {
		got = append(got, l.Text)
	}
	if want := []string{"氏名：山田", "太郎", "電話"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	out, changed, err := Relabel(data, func(s string) string { return strings.ReplaceAll(s, "山田", "●●●") })
	if err != nil || !changed || len(out) != len(data) {
		t.Fatal(changed, err)
	}
	if lines, _ = Lines(out); lines[0].Text != "氏名：●●" || lines[1].Text != "太郎" {
		t.Errorf("got %q", lines[0].Text)
	}
}

func Test_a_line_in_the_code_page(t *testing.T) {
	text := []byte("\x8eR\x93c\x91\xbe\x98Y 090") // 山田太郎 in CP932
	rec := binary.LittleEndian.AppendUint32(nil, uint32((6+2+len(text)+4)/2))
	rec = append(rec, 0x21, 0x05, byte(len(text)), 0)
	rec = append(append(rec, text...), 0, 0, 0, 0)
	data := append([]byte("\x01\x00\x09\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"), rec...)
	data = append(data, 3, 0, 0, 0, 0, 0)
	lines, err := Lines(data)
	if err != nil || len(lines) != 1 || lines[0].Text != "山田太郎 090" {
		t.Fatal(lines, err)
	}
	out, _, _ := Relabel(data, func(s string) string { return strings.Replace(s, "山田太郎", "●●●", 1) })
	if lines, _ = Lines(out); lines[0].Text != "●●●● 090" {
		t.Errorf("got %q", lines[0].Text)
	}
	if extras, err := Extras(append(data, secret...)); err != nil || len(extras) != 1 || !strings.Contains(extras[0].Text, secret) {
		t.Error(extras, err)
	}
}

func FuzzPicture(f *testing.F) {
	for _, data := range encoded(f) {
		f.Add(data)
	}
	f.Add(emfOf("氏名", "電話"))
	f.Add(tiffTags(binary.BigEndian, "MM"))
	f.Add([]byte(`<svg><metadata>x</metadata></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if out, _, err := Strip(data); err == nil {
			if again, changed, err := Strip(out); err == nil && changed && len(again) > len(out) {
				t.Error("stripping adds")
			}
		}
		if lines, err := Lines(data); err == nil && len(lines) > 0 {
			if out, _, _ := Relabel(data, func(string) string { return "" }); Sniff(data) != SVG && len(out) != len(data) {
				t.Error("a record has another length")
			}
		}
		if w, h, err := Size(data); err == nil && w*h < 1<<16 {
			if box, ok := (Crop{Left: 0.5}).Box(w, h); ok {
				_, _ = Cut(data, box)
			}
		}
	})
}

// Test_jpeg_2000 strips the notes of a file: a comment in the codestream, an XML box, bytes behind the end; and leaves the rest.
func Test_jpeg_2000(t *testing.T) {
	box := func(kind, body string) string {
		return string(binary.BigEndian.AppendUint32(nil, uint32(len(body)+8))) + kind + body
	}
	siz := "\xff\x51\x00\x04\x00\x00"
	comment := "\xff\x64\x00\x0a\x00\x01told!!"
	tile := "\xff\x90\x00\x0a\x00\x00\x00\x00\x00\x10\x00\x01\xff\x93\xAA\xBB"
	stream := func(note string) string { return "\xff\x4f" + siz + note + tile + "\xff\xd9" }
	head := box("jP  ", "\r\n\x87\n") + box("ftyp", "jp2 \x00\x00\x00\x00jp2 ")
	empty := "\xff\x64\x00\x0a\x00\x01\x00\x00\x00\x00\x00\x00"
	clean := head + box("jp2c", stream(empty))
	tests := []struct{ name, have, want string }{
		{"file", head + box("xml ", "<who>told</who>") + box("jp2c", stream(comment)) + "told behind", clean},
		{"behind the codestream", head + box("jp2c", stream(empty)+"told"), head + box("jp2c", stream(empty)+"\x00\x00\x00\x00")},
		{"bare", stream(comment) + "told behind", stream(empty)},
		{"clean", clean, clean},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _, err := Strip([]byte(tt.have))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
