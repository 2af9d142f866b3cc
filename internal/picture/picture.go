// Package picture reads pictures for what they hold beside what they show, and takes it out: notes of cameras and programs, bytes
// behind the end, parts that a frame cuts off, and the text that metafiles draw.
//
// Nothing is decoded that need not be. Stripping works on the bytes of the file: what is shown stays bit by bit. Only cropping
// decodes and encodes again.
package picture

import (
	"bytes"
	"errors"
)

// ErrBroken says that the bytes are not what their signature says.
var ErrBroken = errors.New("picture: malformed")

// ErrKind says that a kind of picture can't be handled so.
var ErrKind = errors.New("picture: unsupported kind")

// ErrPixels says that a picture has more pixels than MaxPixels.
var ErrPixels = errors.New("picture: too many pixels")

// MaxPixels is the largest picture that is decoded.
const MaxPixels = 100_000_000

// A Kind is a format of pictures.
type Kind string

// The kinds that are told apart. None is anything else.
const (
	None Kind = ""
	JPEG Kind = "jpeg"
	PNG  Kind = "png"
	GIF  Kind = "gif"
	BMP  Kind = "bmp"
	TIFF Kind = "tiff"
	JP2  Kind = "jp2"
	WebP Kind = "webp"
	EMF  Kind = "emf"
	WMF  Kind = "wmf"
	SVG  Kind = "svg"
	Gzip Kind = "gzip" // of a metafile: .emz, .wmz
)

// Sniff tells the kind by the first bytes; 64 are enough for all but SVG, which may begin with a comment.
func Sniff(b []byte) Kind {
	has := func(at int, sig string) bool { return len(b) >= at+len(sig) && string(b[at:at+len(sig)]) == sig }
	switch {
	case has(0, "\xff\xd8\xff"):
		return JPEG
	case has(0, pngSignature):
		return PNG
	case has(0, "GIF87a"), has(0, "GIF89a"):
		return GIF
	case has(0, "II*\x00"), has(0, "MM\x00*"):
		return TIFF
	case has(0, jp2Signature), has(0, j2kSignature):
		return JP2
	case has(0, "RIFF") && has(8, "WEBP"):
		return WebP
	case has(0, "\x01\x00\x00\x00") && has(40, " EMF"):
		return EMF
	case has(0, "\xd7\xcd\xc6\x9a"), has(0, "\x01\x00\x09\x00\x00\x03"), has(0, "\x01\x00\x09\x00\x00\x01"):
		return WMF
	case has(0, "BM") && len(b) >= 26:
		return BMP
	case has(0, "\x1f\x8b"):
		return Gzip
	case bytes.Contains(b[:min(len(b), 1024)], []byte("<svg")):
		return SVG
	}
	return None
}
