package samples

import "fmt"

// pdfWitnessPlaces are texts of which geometry alone can't tell that they are hidden: their pixels do.
func pdfWitnessPlaces() []pdfPlace {
	return []pdfPlace{{
		id: "pdf/witness-disagrees", words: Words{"描いてみると見えない文字", "text that does not show when the page is drawn"},
		dirty:  plants{"dirty.pdf": underLightening, "dirty-on-picture.pdf": whiteOnPicture, "dirty-translucent.pdf": underTranslucent, "dirty-mask.pdf": underMask},
		quiet:  traps{"quiet.pdf": onPicture, "quiet-marker.pdf": marker},
		change: reviewed,
	}}
}

// underLightening is a grey box that makes black text below it as light as the box is.
func underLightening(d *pdfDesk) []string {
	d.l.states += "/G1 << /Type /ExtGState /BM /Lighten >> "
	d.l.text(60, 500, 10.5, black, d.told())
	d.l.draw("q /G1 gs")
	d.l.cover(60, 500, 10.5, "0.4 0.4 0.4", d.told())
	d.l.draw("Q")
	return d.both()
}

// whiteOnPicture is white text where the picture below it is white.
func whiteOnPicture(d *pdfDesk) []string {
	paper := d.l.object(d.d.picture(64, 16, func(x, _ int) [3]byte {
		if x < 4 {
			return [3]byte{30, 60, 120}
		}
		return [3]byte{255, 255, 255}
	}))
	d.l.draw("q 480 0 0 40 40 486 cm /%s Do Q", paper)
	d.l.text(80, 500, 10.5, white, d.told())
	return d.both()
}

// underTranslucent is many layers of something translucent, which together let nothing through.
func underTranslucent(d *pdfDesk) []string {
	d.l.states += "/G1 << /Type /ExtGState /ca 0.7 >> "
	d.l.text(60, 500, 10.5, black, d.told())
	d.l.draw("q /G1 gs")
	for range 5 {
		d.l.cover(60, 500, 10.5, navy, d.told())
	}
	d.l.draw("Q")
	return d.both()
}

// underMask is text in a group that a soft mask lets nothing through of. Browsers draw such groups twice.
func underMask(d *pdfDesk) []string {
	g := d.d.stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >>", "0 g 0 0 595 842 re f")
	d.l.states += fmt.Sprintf("/M << /SMask << /S /Luminosity /G %d 0 R >> >> ", g)
	group := d.d.stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> "+fontOnly(), d.said(60, 500, black))
	name := d.l.object(group)
	d.l.draw("q /M gs /%s Do /%s Do Q", name, name)
	return d.both()
}

// onPicture is text that can be read: white and black on a picture with dark and light parts.
func onPicture(d *pdfDesk) {
	photo := d.l.object(d.d.picture(64, 16, func(x, y int) [3]byte {
		if x < 32 {
			return [3]byte{byte(20 + 2*y), 40, byte(60 + x)}
		}
		return [3]byte{230, byte(255 - 2*y), 240}
	}))
	d.l.draw("q 480 0 0 40 40 486 cm /%s Do Q", photo)
	d.l.text(60, 500, 10.5, white, "写真の上の白い文字")
	d.l.text(320, 500, 10.5, black, "写真の上の黒い文字")
}
