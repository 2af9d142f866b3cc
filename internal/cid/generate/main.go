// Command generate packs the character maps of Adobe's CMap resources, as the Debian package poppler-data installs them below
// usr/share/poppler/cMap, into the tables of package cid.
package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/sumikeshi/sumikeshi/internal/cid"
)

// left are maps of Adobe-Japan1 that no font uses as its encoding: the way back to a character set, and tables of single alphabets.
var left = regexp.MustCompile(`^Adobe-|-UCS2C?$|^UCS2-|UTF8|UTF32|^(Hankaku|Hiragana|Katakana|Roman|WP-Symbol)$`)

func main() {
	data := flag.String("data", "", "the folder cMap of poppler-data")
	out := flag.String("out", "tables.zip", "the file to write")
	flag.Parse()
	if err := generate(*data, *out); err != nil {
		log.Fatal(err)
	}
}

func generate(data, out string) error {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, c := range []string{"Japan1", "GB1", "CNS1", "Korea1"} {
		m, err := read(filepath.Join(data, "Adobe-"+c, "Adobe-"+c+"-UCS2"))
		if err != nil {
			return err
		}
		if err := add(z, "text/"+c, []byte(strings.Join(m.texts(), "\n"))); err != nil {
			return err
		}
	}
	files, err := os.ReadDir(filepath.Join(data, "Adobe-Japan1"))
	if err != nil {
		return err
	}
	for _, f := range files {
		if left.MatchString(f.Name()) {
			continue
		}
		m, err := read(filepath.Join(data, "Adobe-Japan1", f.Name()))
		if err != nil {
			return err
		}
		if err := add(z, "map/"+f.Name(), m.pack()); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// add writes an entry without a time, so that the same tables give the same file.
func add(z *zip.Writer, name string, data []byte) error {
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

// A source is a character map as it is read: to CIDs, or to text.
type source struct {
	cid.Map
	text map[uint32]string
}

var token = regexp.MustCompile(`<[0-9A-Fa-f]*>|\[|\]|[^\s<\[\]]+`)

// read reads a CMap file. What matters are its ranges; the PostScript around them is the same in all.
func read(path string) (*source, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(raw)) {
		if !strings.HasPrefix(line, "%") {
			lines = append(lines, line)
		}
	}
	s := &source{text: map[uint32]string{}}
	var args []string
	for _, t := range token.FindAllString(strings.Join(lines, ""), -1) {
		switch t {
		case "usecmap":
			s.Use = strings.TrimPrefix(args[len(args)-1], "/")
		case "def":
			s.Vertical = s.Vertical || len(args) > 1 && args[len(args)-2] == "/WMode" && args[len(args)-1] == "1"
		case "endcodespacerange":
			for ; len(args) >= 2; args = args[2:] {
				s.Spaces = append(s.Spaces, cid.Space{N: len(args[0])/2 - 1, Lo: code(args[0]), Hi: code(args[1])})
			}
		case "endcidrange":
			for ; len(args) >= 3; args = args[3:] {
				s.cids(args[0], args[1], args[2])
			}
		case "endcidchar":
			for ; len(args) >= 2; args = args[2:] {
				s.cids(args[0], args[0], args[1])
			}
		case "endbfchar":
			for ; len(args) >= 2; args = args[2:] {
				s.text[code(args[0])] = target(args[1], 0)
			}
		case "endbfrange":
			s.ranges(args)
		case "begincodespacerange", "begincidrange", "begincidchar", "beginbfchar", "beginbfrange":
		default:
			args = append(args, t)
			continue
		}
		args = nil
	}
	if len(s.Ranges) == 0 && len(s.text) == 0 && s.Use == "" {
		return nil, fmt.Errorf("%s: %w", path, errors.New("it maps nothing"))
	}
	return s, nil
}

func code(t string) (n uint32) {
	b, err := hex.DecodeString(strings.Trim(t, "<>"))
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}

// target returns the text of a UTF-16 string whose last unit is counted up.
func target(t string, up uint32) string {
	b, err := hex.DecodeString(strings.Trim(t, "<>"))
	if err != nil {
		log.Fatal(err)
	}
	var u []uint16
	for ; len(b) >= 2; b = b[2:] {
		u = append(u, uint16(b[0])<<8|uint16(b[1]))
	}
	u[len(u)-1] += uint16(up)
	return string(utf16.Decode(u))
}

func (s *source) cids(lo, hi, first string) {
	n, err := strconv.Atoi(first)
	if err != nil {
		log.Fatal(err)
	}
	s.Ranges = append(s.Ranges, cid.Range{Lo: code(lo), Hi: code(hi), CID: uint32(n)})
}

func (s *source) ranges(args []string) {
	for len(args) >= 3 {
		lo, hi := code(args[0]), code(args[1])
		if args[2] == "[" {
			for i := lo; i <= hi; i++ {
				s.text[i] = target(args[3+i-lo], 0)
			}
			args = args[3+hi-lo+2:]
			continue
		}
		for i := lo; i <= hi; i++ {
			s.text[i] = target(args[2], i-lo)
		}
		args = args[3:]
	}
}

// texts lists the characters by CID. What is no character is left empty: the private use of vendors, and the replacement character.
func (s *source) texts() []string {
	last := uint32(0)
	for c := range s.text {
		last = max(last, c)
	}
	out := make([]string, last+1)
	for c, t := range s.text {
		if !strings.ContainsFunc(t, func(r rune) bool { return r < ' ' || r == '\uFFFD' || r >= 0xE000 && r <= 0xF8FF }) {
			out[c] = t
		}
	}
	return out
}

// pack writes a map as [cid.Lookup] reads it.
func (s *source) pack() []byte {
	slices.SortStableFunc(s.Ranges, func(a, b cid.Range) int { return cmp.Compare(a.Lo, b.Lo) })
	out := []byte(s.Use + "\n")
	add := func(v ...int64) {
		for _, n := range v {
			out = binary.AppendVarint(out, n)
		}
	}
	vertical := int64(0)
	if s.Vertical {
		vertical = 1
	}
	add(vertical, int64(len(s.Spaces)))
	for _, sp := range s.Spaces {
		add(int64(sp.N), int64(sp.Lo), int64(sp.Hi))
	}
	add(int64(len(s.Ranges)))
	next, id := int64(0), int64(0)
	for _, r := range s.Ranges {
		add(int64(r.Lo)-next, int64(r.Hi-r.Lo), int64(r.CID)-id)
		next, id = int64(r.Hi)+1, int64(r.CID)+int64(r.Hi-r.Lo)+1
	}
	return out
}
