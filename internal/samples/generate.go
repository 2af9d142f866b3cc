package samples

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
)

// A folder is one folder of testdata: its files and what is wanted of them.
type folder struct {
	dir   string
	files map[string][]byte
	want  []Case
	saved []saved
}

// saved is a file of the folder as another program saves it. It is committed, and made again only on request.
type saved struct {
	producer, from string // "libreoffice", "book.xlsx"
	want           Case
}

// Generate returns every generated file below testdata by its path with slashes: documents and want.json. The same source
// gives the same bytes.
func Generate() map[string][]byte {
	all := map[string][]byte{}
	for _, f := range folders() {
		for name, data := range f.files {
			all[f.dir+"/"+name] = data
		}
		want := f.want
		for _, s := range f.saved {
			s.want.File, s.want.Producer = s.producer+path.Ext(s.from), s.producer
			want = append(want, s.want)
		}
		all[f.dir+"/want.json"] = wantJSON(want)
	}
	return all
}

// A Job is a document to be opened and saved by another program.
type Job struct{ Producer, From, To string }

// Jobs lists the documents that other programs save, as paths below testdata.
func Jobs() []Job {
	var jobs []Job
	for _, f := range folders() {
		for _, s := range f.saved {
			jobs = append(jobs, Job{s.producer, f.dir + "/" + s.from, f.dir + "/" + s.producer + path.Ext(s.from)})
		}
	}
	return jobs
}

// Write writes every generated file below root. Files that other programs saved stay as they are.
func Write(root string) error {
	for name, data := range Generate() {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// folders lists the whole of testdata.
func folders() []folder {
	var all []folder
	for _, list := range [][]folder{cases(), places(), wordCases(), wordPlaces(), pdfCases(), pdfPlaces(), printed(), variants()} {
		all = append(all, list...)
	}
	return joined(all)
}

// joined puts folders of one name together: a place of all packages has samples of each.
func joined(all []folder) []folder {
	var out []folder
	at := map[string]int{}
	for _, f := range all {
		i, ok := at[f.dir]
		if !ok {
			at[f.dir] = len(out)
			out = append(out, f)
			continue
		}
		maps.Copy(out[i].files, f.files)
		out[i].want, out[i].saved = append(out[i].want, f.want...), append(out[i].saved, f.saved...)
	}
	return out
}

// wantJSON writes a want.json: readable, and Japanese as it is.
func wantJSON(list []Case) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(list); err != nil {
		panic(fmt.Sprintf("samples: %v", err)) // a Case always encodes
	}
	return b.Bytes()
}
