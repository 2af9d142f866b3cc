package other

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/plain"
	"github.com/sumikeshi/sumikeshi/internal/zipmember"
)

// A file is a source under recognition.
type file struct {
	src  *inspect.Source
	head []byte
	ext  string
}

// headSize is how much of a file its signature is looked for in, in bytes.
const headSize = 4 << 10

func newFile(src *inspect.Source) *file {
	return &file{src: src, head: src.Head(headSize), ext: strings.ToLower(path.Ext(src.Name))}
}

// named reports whether the name ends with one of the extensions.
func (f *file) named(exts ...string) bool { return slices.Contains(exts, f.ext) }

// at reports whether the bytes of sig stand at the offset.
func (f *file) at(off int, sig string) bool {
	return len(f.head) >= off && bytes.HasPrefix(f.head[off:], []byte(sig))
}

// begins recognises files that begin with one of the signatures.
func begins(sigs ...string) func(*file) bool {
	return func(f *file) bool {
		return slices.ContainsFunc(sigs, func(sig string) bool { return f.at(0, sig) })
	}
}

// stands recognises files with a signature at an offset.
func stands(off int, sig string) func(*file) bool {
	return func(f *file) bool { return f.at(off, sig) }
}

// either recognises what one of the functions recognises.
func either(is ...func(*file) bool) func(*file) bool {
	return func(f *file) bool {
		return slices.ContainsFunc(is, func(is func(*file) bool) bool { return is(f) })
	}
}

// riff recognises the families of RIFF files.
func riff(types ...string) func(*file) bool {
	return func(f *file) bool {
		return f.at(0, "RIFF") && slices.ContainsFunc(types, func(t string) bool { return f.at(8, t) })
	}
}

// brand recognises ISO media files by the start of their brand.
func brand(brands ...string) func(*file) bool {
	return func(f *file) bool {
		return f.at(4, "ftyp") && slices.ContainsFunc(brands, func(b string) bool { return f.at(8, b) })
	}
}

// markup recognises texts that are the source of something else.
func markup(kinds ...string) func(*file) bool {
	return func(f *file) bool {
		look, ok := plain.Sniff(f.src.Name, f.src, f.src.Size)
		return ok && slices.Contains(kinds, look.Markup)
	}
}

// office recognises Office packages that declare one of the content types; without types, any package.
func office(types ...string) func(*file) bool {
	return func(f *file) bool {
		look, ok := zipmember.Peek(f.src, f.src.Size)
		has := func(t string) bool { return strings.Contains(look.Types, t) }
		return ok && look.Package && (len(types) == 0 || slices.ContainsFunc(types, has))
	}
}

// mimetype recognises ZIP files that begin with an entry "mimetype" which starts with one of the types.
func mimetype(types ...string) func(*file) bool {
	return func(f *file) bool {
		look, ok := zipmember.Peek(f.src, f.src.Size)
		has := func(t string) bool { return strings.HasPrefix(look.Mimetype, t) }
		return ok && look.Mimetype != "" && slices.ContainsFunc(types, has)
	}
}

// compound recognises OLE2 compound files that hold one of the streams or storages; without names, any such file.
func compound(names ...string) func(*file) bool {
	return func(f *file) bool {
		c := f.cfb()
		return c.ok && (len(names) == 0 || slices.ContainsFunc(names, func(n string) bool { return c.names[n] }))
	}
}

// extension recognises binary files by name alone, for kinds whose content has no mark of its own.
func extension(exts ...string) func(*file) bool {
	return func(f *file) bool {
		if !f.named(exts...) {
			return false
		}
		_, text := plain.Sniff(f.src.Name, f.src, f.src.Size)
		return !text
	}
}
