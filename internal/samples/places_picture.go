package samples

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
)

// picturePlaces are things that stand in pictures.
func picturePlaces() []place {
	return []place{
		{
			id: "ooxml/image-metadata", words: Words{"写真の中の撮影者・場所・コメント", "who took a photo, where, and a remark"},
			dirty: func(d *desk) []string {
				d.s.image(photo(d.told(), d.people[1].Solid(), 3), ".jpeg", "", "")
				return append(d.both(), d.people[1].Solid())
			},
			more: map[string]plant{
				"dirty-behind.xlsx": func(d *desk) []string { // behind the end of the picture, and in its notes
					d.s.picture(append(pngText(2, d.people[1].Solid()+" "+d.people[1].Mobile), d.told()...))
					return append(d.both(), d.people[1].Solid(), d.people[1].Mobile)
				},
				"dirty-svg.xlsx": func(d *desk) []string {
					d.svgPair(`<!-- ` + d.told() + ` --><metadata><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">` + d.people[1].Solid() + `</dc:creator></metadata>`)
					return append(d.both(), d.people[1].Solid())
				},
			},
			quiet: func(d *desk) { // the profile and the way up say how it looks
				d.s.image(photo("", "", 6), ".jpeg", "", "")
			},
			change: func(c *Case) { c.Verdict = "ng|review" },
		},
		{
			id: "ooxml/cropped-image", words: Words{"トリミングで切り取ったはずの部分", "what was cropped off a picture"},
			dirty: func(d *desk) []string { // the lower half is not shown
				d.s.image(secretBelow(d.both()...), ".png", "", `<a:srcRect b="50000"/>`)
				return d.both()
			},
			more: map[string]plant{
				"dirty-effect.xlsx": func(d *desk) []string { // the original behind a picture with an effect
					const ext = `<a:extLst><a:ext uri="{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}"><a14:imgProps xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><a14:imgLayer r:embed="rId2"><a14:imgEffect><a14:saturation sat="0"/></a14:imgEffect></a14:imgLayer></a14:imgProps></a:ext></a:extLst>`
					d.s.image(png(4), ".png", ext, "")
					layer := d.b.add("xl/media/hdphoto1.wdp", imageTypes[".wdp"], "II\xbc\x01"+d.told())
					d.b.find("xl/drawings/drawing1.xml").link("http://schemas.microsoft.com/office/2007/relationships/hdphoto", relative("xl/drawings", layer.name), "")
					return d.both()
				},
			},
			quiet: func(d *desk) { // less than a pixel, and a margin
				d.s.image(png(5), ".png", "", `<a:srcRect l="900" t="-10000"/>`)
			},
			change: func(c *Case) { c.Verdict, c.Exit = "review", nil },
		},
		{
			id: "ooxml/metafile-text", words: Words{"図（EMF）の中の文字", "text inside a drawn picture"},
			dirty: func(d *desk) []string { // a text in one record, another one in a record for each character
				d.s.image(emf(append([]string{"利用者 " + d.told()}, singles(d.people[1].Solid()+" "+d.people[1].Mobile)...)...), ".emf", "", "")
				return d.both()
			},
			quiet:  func(d *desk) { d.s.image(emf("施設", "開館時間", "9時から21時"), ".emf", "", "") },
			change: func(c *Case) { c.Clean.Kept = append(c.Clean.Kept, "利用者") },
		},
	}
}

// secretBelow is a picture whose lower half is made of the bytes of texts, each in a row of pixels.
func secretBelow(texts ...string) []byte {
	return pngPixels(func(x, y int) byte {
		if i := y - side/2; i >= 0 && i < len(texts) && x < len(texts[i]) {
			return texts[i][x]
		}
		return 0xE8
	})
}

// photo is a JPEG file with the notes of a camera: a remark, who took it, where; and a comment. Without any of these it says how it
// is turned, and nothing else.
func photo(remark, artist string, seed int) []byte {
	m := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			m.SetGray(x, y, color.Gray{Y: byte(0xE8 - 16*(y/4^seed%8))})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err) // a buffer does not fail
	}
	app := func(m byte, body string) []byte {
		return append(binary.BigEndian.AppendUint16([]byte{0xFF, m}, uint16(len(body)+2)), body...)
	}
	head := app(0xE2, "ICC_PROFILE\x00\x01\x01"+string(make([]byte, 64)))
	if remark == "" {
		head = append(head, app(0xE1, "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00")...)
	} else {
		head = append(head, app(0xE1, "Exif\x00\x00"+exif(artist))...)
		head = append(head, app(0xFE, string(cp932(remark)))...)
	}
	return slices.Concat(b.Bytes()[:2], head, b.Bytes()[2:])
}

// exif names an artist, and has a directory of where the picture was taken.
func exif(artist string) string {
	text := artist + "\x00"
	head := le([]byte("II*\x00"), uint32(8), uint16(2))
	head = append(head, le(uint16(315), uint16(2), uint32(len(text)), uint32(38))...)
	head = append(head, le(uint16(34853), uint16(4), uint32(1), uint32(38+len(text)))...)
	head = append(append(head, 0, 0, 0, 0), text...)
	return string(append(head, le(uint16(1), uint16(1), uint16(2), uint32(2), []byte("N\x00\x00\x00"), uint32(0))...))
}

// svgPair puts an SVG picture on the notice, with the picture of dots that stands for it.
func (d *desk) svgPair(inner string) {
	const ext = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId2"/></a:ext></a:extLst>`
	d.s.image(png(4), ".png", ext, "")
	svg := d.b.add("xl/media/image2.svg", imageTypes[".svg"], `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">`+inner+`<rect width="32" height="8" fill="#606060"/></svg>`)
	d.b.find("xl/drawings/drawing1.xml").relate("image", svg.name)
}

// singles are the characters of a text, a string each.
func singles(text string) []string {
	var list []string
	for _, r := range text {
		list = append(list, string(r))
	}
	return list
}

// emf is a metafile that draws texts: each on a line of its own, but single characters side by side.
func emf(texts ...string) []byte {
	var body []byte
	x, y := 0, 0
	for _, t := range texts {
		units := utf16le(t)
		n := len(units) / 2
		if x += 10; n > 1 {
			x, y = 0, y+20
		}
		for len(units)%4 != 0 {
			units = append(units, 0)
		}
		rec := le(uint32(84), uint32(76+len(units)+4*n), [16]byte{}, uint32(1), float32(1), float32(1), int32(x), int32(y), uint32(n), uint32(76), uint32(0), [16]byte{}, uint32(76+len(units)))
		rec = append(rec, units...)
		for range n {
			rec = append(rec, le(uint32(10))...)
		}
		body = append(body, rec...)
	}
	end := le(uint32(14), uint32(20), uint32(0), uint32(16), uint32(20))
	head := le(uint32(1), uint32(88), [4]int32{0, 0, 200, 100}, [4]int32{0, 0, 5000, 2500}, uint32(0x464D4520), uint32(0x10000), uint32(88+len(body)+len(end)), uint32(len(texts)+2), uint16(1), uint16(0), uint32(0), uint32(0), uint32(0), [2]uint32{1920, 1080}, [2]uint32{508, 286})
	return slices.Concat(head, body, end)
}
