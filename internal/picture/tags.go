package picture

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// Tags of TIFF and Exif that matter here (TIFF 6.0; JEITA CP-3451, 4.6).
const (
	tagDescription = 270
	tagOrientation = 274
	tagSoftware    = 305
	tagArtist      = 315
	tagXMP         = 700
	tagIPTC        = 33723
	tagPhotoshop   = 34377
	tagExif        = 34665
	tagGPS         = 34853
	tagThumbnail   = 513
	tagMakerNote   = 37500
	tagUserComment = 37510
	tagInterop     = 40965
)

// Bounds for directories that lead to directories.
const (
	maxDirs = 64
	maxTags = 1000
)

// tags is what directories of tags say.
type tags struct {
	b           []byte
	order       binary.ByteOrder
	lines       []string
	grave       bool
	orientation int
	seen        map[int]bool
	thumbnail   bool
}

// An entry is a tag in a directory. Data is its value, in the entry itself or elsewhere.
type entry struct {
	tag, kind, count int
	from, to         int // of the value; equal if it lies outside of the bytes
	inside           bool
}

var sizes = [...]int{1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}

// readTags reads the directories of a TIFF structure. What is damaged says nothing.
func readTags(b []byte) *tags {
	t := &tags{b: b, seen: map[int]bool{}}
	if len(b) < 8 {
		return t
	}
	switch string(b[:2]) {
	case "II":
		t.order = binary.LittleEndian
	case "MM":
		t.order = binary.BigEndian
	default:
		return t
	}
	first := true
	for at := int(t.order.Uint32(b[4:])); at != 0; {
		list, next := t.dir(at)
		if list == nil {
			break
		}
		for _, e := range list {
			if !first && e.tag == tagThumbnail {
				t.thumbnail, t.grave = true, true
			}
			t.entry(e)
		}
		at, first = next, false
	}
	return t
}

// dir reads one directory; nil if there is none there, or it was read before.
func (t *tags) dir(at int) (list []entry, next int) {
	if at < 8 || at+2 > len(t.b) || t.seen[at] || len(t.seen) >= maxDirs {
		return nil, 0
	}
	t.seen[at] = true
	n := int(t.order.Uint16(t.b[at:]))
	if n > maxTags || at+2+12*n > len(t.b) {
		return nil, 0
	}
	list = make([]entry, 0, n)
	for i := range n {
		list = append(list, t.read(at+2+12*i))
	}
	if end := at + 2 + 12*n; end+4 <= len(t.b) {
		next = int(t.order.Uint32(t.b[end:]))
	}
	return list, next
}

func (t *tags) read(at int) entry {
	e := entry{tag: int(t.order.Uint16(t.b[at:])), kind: int(t.order.Uint16(t.b[at+2:])), count: int(t.order.Uint32(t.b[at+4:]))}
	if e.kind >= len(sizes) || e.count > len(t.b) {
		return e
	}
	size := sizes[e.kind] * e.count
	if size <= 4 {
		e.from, e.to, e.inside = at+8, at+8+size, true
		return e
	}
	if from := int(t.order.Uint32(t.b[at+8:])); from+size <= len(t.b) {
		e.from, e.to = from, from+size
	}
	return e
}

func (t *tags) value(e entry) []byte { return t.b[e.from:e.to] }

// number returns the first number of an entry.
func (t *tags) number(e entry) int {
	switch v := t.value(e); {
	case len(v) >= 4 && e.kind != 3:
		return int(t.order.Uint32(v))
	case len(v) >= 2:
		return int(t.order.Uint16(v))
	}
	return 0
}

// entry notes what a tag says.
func (t *tags) entry(e entry) {
	v := t.value(e)
	switch e.tag {
	case tagOrientation:
		t.orientation = t.number(e)
	case tagGPS:
		t.grave = true
		t.sub(e)
	case tagExif, tagInterop:
		t.sub(e)
	case tagArtist, tagIPTC, 42032, 42033, 40093: // owner, serial number, XPAuthor
		t.grave = t.grave || len(strings.Trim(string(v), "\x00 ")) > 0
		t.say(e, v)
	case tagXMP:
		text, grave := packet(v)
		t.lines, t.grave = append(t.lines, text), t.grave || grave
	case tagUserComment:
		if len(v) > 8 {
			t.say(e, v[8:])
		}
	case tagMakerNote, tagPhotoshop:
		t.lines = append(t.lines, said(v))
	default:
		if e.kind == 2 || e.tag >= 40091 && e.tag <= 40095 {
			t.say(e, v)
		}
	}
}

// sub reads the directory that an entry leads to.
func (t *tags) sub(e entry) {
	list, _ := t.dir(t.number(e))
	for _, e := range list {
		t.entry(e)
	}
}

// say notes a text. Those of Windows (XPTitle and its like) are UTF-16.
func (t *tags) say(e entry, v []byte) {
	text := ""
	if e.tag >= 40091 && e.tag <= 40095 {
		units := make([]uint16, len(v)/2)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(v[2*i:])
		}
		text = strings.TrimRight(string(utf16.Decode(units)), "\x00")
	} else {
		text = decode(v)
	}
	if text = strings.TrimSpace(text); text != "" {
		t.lines = append(t.lines, text)
	}
}

func (t *tags) text() string { return strings.Join(t.lines, "\n") }

// upright returns the least Exif data that says how a picture is turned; nil if it need not be.
func upright(orientation int) []byte {
	if orientation < 2 || orientation > 8 {
		return nil
	}
	return []byte{'M', 'M', 0, '*', 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(orientation), 0, 0, 0, 0, 0, 0}
}
