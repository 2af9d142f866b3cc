package pdfium

import (
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"time"
)

// PDFium looks for fonts that a document does not bring with it in this folder.
const fontFolder = "usr/share/fonts"

// systemFonts are Japanese fonts as the common systems have them. A document that names MS Gothic without bringing it is drawn with
// the first that is there. Where there is none PDFium draws nothing for kanji, and nobody may conclude anything from that.
var systemFonts = map[string][]string{
	"windows": {`msgothic.ttc`, `msmincho.ttc`, `YuGothM.ttc`, `meiryo.ttc`},
	"darwin": {
		"/System/Library/Fonts/ヒラギノ角ゴシック W3.ttc", "/System/Library/Fonts/ヒラギノ明朝 ProN.ttc",
	},
	"linux": {
		"/usr/share/fonts/opentype/ipafont-gothic/ipag.ttf", "/usr/share/fonts/opentype/ipafont-mincho/ipam.ttf",
		"/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf", "/usr/share/fonts/ipa-gothic/ipag.ttf",
		"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
		"/usr/share/fonts/truetype/takao-gothic/TakaoGothic.ttf", "/usr/share/fonts/truetype/vlgothic/VL-Gothic-Regular.ttf",
	},
}

const maxFonts = 2

// fonts returns the file system that the module sees: some fonts, for reading, and nothing else.
func fonts() fs.FS {
	f := fontFS{}
	for _, name := range systemFonts[runtime.GOOS] {
		if !filepath.IsAbs(name) {
			name = filepath.Join(os.Getenv("SystemRoot"), "Fonts", name)
		}
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && len(f) < maxFonts {
			f[path.Join(fontFolder, "japanese"+string(rune('0'+len(f)))+filepath.Ext(name))] = name
		}
	}
	return f
}

// A fontFS is a read-only file system: names in it, and the files of the system that they stand for.
type fontFS map[string]string

// Open implements [fs.FS].
func (f fontFS) Open(name string) (fs.File, error) {
	if file, ok := f[name]; ok {
		r, err := os.Open(file)
		return font{r, path.Base(name)}, err
	}
	switch name {
	case ".", "usr", "usr/share", fontFolder:
		return &folder{f: f, name: name}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// A folder is one of the folders of a fontFS.
type folder struct {
	f    fontFS
	name string
	read bool
}

func (d *folder) Stat() (fs.FileInfo, error) { return d, nil }
func (d *folder) Close() error               { return nil }
func (d *folder) Name() string               { return path.Base(d.name) }
func (d *folder) Size() int64                { return 0 }
func (d *folder) Mode() fs.FileMode          { return fs.ModeDir | 0o555 }
func (d *folder) ModTime() time.Time         { return time.Time{} }
func (d *folder) IsDir() bool                { return true }
func (d *folder) Sys() any                   { return nil }

func (d *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: fs.ErrInvalid}
}

// ReadDir implements [fs.ReadDirFile]; all entries come at once.
func (d *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if d.read && n > 0 {
		return nil, io.EOF
	}
	if d.read {
		return nil, nil
	}
	d.read = true
	switch d.name {
	case ".":
		return []fs.DirEntry{fs.FileInfoToDirEntry(&folder{name: "usr"})}, nil
	case "usr":
		return []fs.DirEntry{fs.FileInfoToDirEntry(&folder{name: "share"})}, nil
	case "usr/share":
		return []fs.DirEntry{fs.FileInfoToDirEntry(&folder{name: "fonts"})}, nil
	}
	var out []fs.DirEntry
	for i := range maxFonts {
		for name, file := range d.f {
			if path.Base(name)[len("japanese")] != byte('0'+i) {
				continue
			}
			if info, err := os.Stat(file); err == nil {
				out = append(out, fs.FileInfoToDirEntry(named{info, path.Base(name)}))
			}
		}
	}
	return out, nil
}

// A font is an open font file under its name in the file system.
type font struct {
	*os.File
	name string
}

// Stat implements [fs.File].
func (f font) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	return named{info, f.name}, err
}

// named is what is known of a file, under another name.
type named struct {
	fs.FileInfo
	name string
}

func (n named) Name() string { return n.name }
