package picture

import "bytes"

// tiffKept are the tags that a decoder needs to show a picture (TIFF 6.0, and those of its supplements).
var tiffKept = map[int]bool{
	254: true, 255: true, 256: true, 257: true, 258: true, 259: true, 262: true, 263: true, 264: true, 265: true, 266: true, 273: true, 274: true,
	277: true, 278: true, 279: true, 280: true, 281: true, 282: true, 283: true, 284: true, 286: true, 287: true, 288: true, 289: true, 290: true,
	291: true, 292: true, 293: true, 296: true, 297: true, 301: true, 317: true, 318: true, 319: true, 320: true, 321: true, 322: true, 323: true,
	324: true, 325: true, 326: true, 327: true, 328: true, 332: true, 334: true, 336: true, 338: true, 339: true, 340: true, 341: true, 342: true,
	347: true, 512: true, 513: true, 514: true, 515: true, 517: true, 518: true, 519: true, 520: true, 521: true, 529: true, 530: true, 531: true,
	532: true, 34675: true, // the last is the colour profile
}

// tiffExtras blanks what the directories say beside the pictures: the values are overwritten, and the directories close up. Nothing
// moves, so that no offset has to be changed.
func tiffExtras(data []byte) ([]Extra, error) {
	t := readTags(data)
	if t.order == nil {
		return nil, ErrBroken
	}
	walk := &tags{b: data, order: t.order, seen: map[int]bool{}}
	var list []Extra
	for at := int(t.order.Uint32(data[4:])); at != 0; {
		dir, next := walk.dir(at)
		if dir == nil {
			break
		}
		list = append(list, walk.close(at, dir)...)
		at = next
	}
	if len(list) > 0 {
		list[0].Text, list[0].Grave = t.text(), t.grave
	}
	return list, nil
}

// close returns what is written over a directory and over the values of what goes from it.
func (t *tags) close(at int, dir []entry) []Extra {
	var list []Extra
	keep := make([]byte, 2, 2+12*len(dir))
	n := 0
	for i, e := range dir {
		if from := at + 2 + 12*i; tiffKept[e.tag] {
			keep = append(keep, t.b[from:from+12]...)
			n++
			continue
		}
		if !e.inside && e.to > e.from {
			list = append(list, blank(e.from, e.to))
		}
		if e.tag == tagExif || e.tag == tagGPS || e.tag == tagInterop {
			list = append(list, t.blankDir(t.number(e))...)
		}
	}
	if n == len(dir) {
		return nil
	}
	t.order.PutUint16(keep, uint16(n))
	end := at + 2 + 12*len(dir)
	keep = append(keep, t.b[end:min(end+4, len(t.b))]...)
	size := min(end+4, len(t.b)) - at
	keep = append(keep, make([]byte, size-len(keep))...)
	return append([]Extra{{Kind: "tags", From: at, To: at + size, With: keep}}, list...)
}

// blankDir blanks a directory that nothing leads to any more, with its values.
func (t *tags) blankDir(at int) []Extra {
	dir, _ := t.dir(at)
	if dir == nil {
		return nil
	}
	list := []Extra{blank(at, min(at+2+12*len(dir)+4, len(t.b)))}
	for _, e := range dir {
		if !e.inside && e.to > e.from {
			list = append(list, blank(e.from, e.to))
		}
		if e.tag == tagInterop {
			list = append(list, t.blankDir(t.number(e))...)
		}
	}
	return list
}

func blank(from, to int) Extra {
	return Extra{Kind: "tags", From: from, To: to, With: bytes.Repeat([]byte{0}, to-from)}
}
