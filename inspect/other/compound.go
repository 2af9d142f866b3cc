package other

import "github.com/sumikeshi/sumikeshi/internal/ole"

// A cfb is what the directory of an OLE2 compound file tells.
type cfb struct {
	ok     bool            // begins like one
	broken bool            // its directory can't be read
	locked bool            // encrypted, or under a rights management
	names  map[string]bool // streams and storages of the root
}

// cfb reads the directory.
func (f *file) cfb() (c cfb) {
	if !f.at(0, ole.Signature) {
		return c
	}
	c.ok, c.names = true, map[string]bool{}
	err := ole.Streams(f.src, f.src.Size, func(s *ole.Stream) bool {
		if len(s.Path) > 0 && s.Name != "DRMContent" {
			return true
		}
		c.names[s.Name] = true
		c.locked = c.locked || ole.Locked(s)
		return true
	})
	c.broken = err != nil
	return c
}
