package ole

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
)

// nativeStream writes an Ole10Native stream ([MS-OLEDS] 2.3.6).
func nativeStream(label, path, temp string, data []byte) []byte {
	cp := func(s string) []byte {
		b, err := japanese.ShiftJIS.NewEncoder().Bytes([]byte(s + "\x00"))
		if err != nil {
			panic(err)
		}
		return b
	}
	body := append([]byte{2, 0}, cp(label)...)
	body = append(body, cp(path)...)
	body = append(body, 0, 0, 3, 0)
	body = binary.LittleEndian.AppendUint32(body, uint32(len(cp(temp))))
	body = append(body, cp(temp)...)
	body = binary.LittleEndian.AppendUint32(body, uint32(len(data)))
	body = append(body, data...)
	return append(binary.LittleEndian.AppendUint32(nil, uint32(len(body))), body...)
}

func TestReadNative(t *testing.T) {
	b := nativeStream("名簿.csv", `C:\共有\名簿.csv`, `C:\Temp\名簿.csv`, []byte("a,b"))
	n, ok := ReadNative(b)
	if !ok || n.Label != "名簿.csv" || n.Path != `C:\共有\名簿.csv` || n.Temp != `C:\Temp\名簿.csv` || string(n.Data) != "a,b" {
		t.Errorf("%+v %v", n, ok)
	}
	for cut := range len(b) {
		if _, ok := ReadNative(b[:cut]); ok {
			t.Errorf("%d of %d bytes are taken for the whole", cut, len(b))
		}
	}
	long := bytes.Clone(b)
	binary.LittleEndian.PutUint32(long[len(long)-7:], 1<<31)
	if _, ok := ReadNative(long); ok {
		t.Error("a size beyond the end is believed")
	}
}

func TestDecompress(t *testing.T) {
	// The examples of [MS-OVBA] 3.2.1 to 3.2.3: literals alone, copies, one byte many times.
	for name, c := range map[string]struct {
		in   []byte
		want string
	}{
		"literals": {[]byte("\x01\x19\xB0\x00abcdefgh\x00ijklmnop\x00qrstuv."), "abcdefghijklmnopqrstuv."},
		"copies": {
			[]byte("\x01\x2F\xB0\x00#aaabcde\x82f\x00\x70aghij\x018\x08akl\x000mnop\x06q\x02\x70\x04\x10rstuv\x10wxyz\x00\x3C"),
			"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa",
		},
		"one byte":                    {[]byte("\x01\x03\xB0\x02a\x45\x00"), strings.Repeat("a", 73)},
		"uncompressed":                {append([]byte{1, 0xFF, 0x3F}, strings.Repeat("x", 4096)...), strings.Repeat("x", 4096)},
		"nothing":                     {nil, ""},
		"no container":                {[]byte("abc"), ""},
		"a copy of what is not there": {[]byte("\x01\x02\xB0\x01\x00\x00"), ""},
	} {
		if got := string(Decompress(c.in)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestSource(t *testing.T) {
	text := "Attribute VB_Name = \"Module1\"\r\n"
	packed := append([]byte{1, byte(len(text)*9/8 - 1), 0xB0}, 0)
	packed = packed[:3]
	for at := 0; at < len(text); at += 8 {
		packed = append(append(packed, 0), text[at:min(at+8, len(text))]...)
	}
	binary.LittleEndian.PutUint16(packed[1:], uint16(len(packed)-3-1)|0xB000)
	stream := append([]byte("compiled code of any length"), packed...)
	if got := string(Source(stream)); got != text {
		t.Errorf("%q", got)
	}
	if got := Source([]byte("compiled code alone")); got != nil {
		t.Errorf("%q", got)
	}
}

func TestLockedHead(t *testing.T) {
	pass := []byte{9, 8, 4, 0, 0, 6, 5, 0, 0x2F, 0, 0, 0} // BOF, FilePass
	plain := []byte{9, 8, 4, 0, 0, 6, 5, 0, 0xE1, 0, 0, 0}
	word := make([]byte, 12)
	word[11] = 1
	for _, c := range []struct {
		name string
		head []byte
		want bool
	}{
		{"EncryptedPackage", nil, true},
		{"Workbook", pass, true},
		{"Workbook", plain, false},
		{"Workbook", pass[:9], false},
		{"WordDocument", word, true},
		{"WordDocument", word[:11], false},
		{"Contents", pass, false},
	} {
		if got := LockedHead(c.name, c.head); got != c.want {
			t.Errorf("%s %x: %v", c.name, c.head, got)
		}
	}
}

func TestStreamsOfSomethingElse(t *testing.T) {
	for _, data := range []string{"", "PK\x03\x04", Signature, Signature + strings.Repeat("\x00", 504), Signature + strings.Repeat("\xFF", 1016)} {
		err := Streams(strings.NewReader(data), int64(len(data)), func(*Stream) bool { return true })
		if !errors.Is(err, ErrBroken) {
			t.Errorf("%d bytes: %v", len(data), err)
		}
	}
}

func FuzzStreams(f *testing.F) {
	f.Add([]byte(Signature))
	f.Add(nativeStream("a", "b", "c", []byte("d")))
	f.Add([]byte("\x01\x03\xB0\x02a\x45\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		total := int64(0)
		_ = Streams(bytes.NewReader(data), int64(len(data)), func(s *Stream) bool {
			if s.Size > int64(len(data)) {
				t.Errorf("a stream of %d in %d bytes", s.Size, len(data))
			}
			Locked(s)
			total += int64(len(s.Head(int64(len(data)))))
			return total < 1<<24
		})
		if n, ok := ReadNative(data); ok && len(n.Data) > len(data) {
			t.Error("more data than there is")
		}
		if len(Decompress(data)) > maxSource+1<<16 {
			t.Error("the source is not bounded")
		}
		Source(data)
	})
}
