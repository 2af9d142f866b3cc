package samples

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n"

// Namespaces and content types that several writers share.
const (
	nsMain     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsRel      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPkgRel   = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsTypes    = "http://schemas.openxmlformats.org/package/2006/content-types"
	ctSheetML  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	ctPackage  = "application/vnd.openxmlformats-package."
	ctOffice   = "application/vnd.openxmlformats-officedocument."
	ctDrawing  = ctOffice + "drawing+xml"
	ctChart    = ctOffice + "drawingml.chart+xml"
	relPackage = "http://schemas.openxmlformats.org/package/2006/relationships/"
)

// defaultTypes are the content types by file name extension, as Excel declares them.
var defaultTypes = []string{
	"rels", ctPackage + "relationships+xml",
	"xml", "application/xml",
	"bin", ctSheetML + "printerSettings",
	"vml", ctOffice + "vmlDrawing",
	"jpeg", "image/jpeg",
	"png", "image/png",
	"xlsx", ctSheetML + "sheet",
}

// part is one part of a package with its relationships.
type part struct {
	name  string // xl/workbook.xml
	ctype string // empty: the default of its extension
	data  []byte
	rels  []string
	loose bool // no content type and no relationship: the part is just there
}

// pack is a package: parts in the order in which they are written.
type pack struct {
	parts   []*part
	root    part // owner of _rels/.rels
	comment string
	stream  bool // write data descriptors
	gap     []byte

	spell func(string) string // of the names of entries; nil: as they are
	last  bool                // content types and root relationships stand at the end
}

// add appends a part.
func (p *pack) add(name, ctype, data string) *part {
	pt := &part{name: name, ctype: ctype, data: []byte(data)}
	p.parts = append(p.parts, pt)
	return pt
}

// counter numbers parts of one kind: "xl/charts/chart", ".xml" gives xl/charts/chart1.xml and so on.
func (p *pack) counter(prefix, suffix string) string {
	n := 1
	for _, pt := range p.parts {
		if strings.HasPrefix(pt.name, prefix) && strings.HasSuffix(pt.name, suffix) {
			n++
		}
	}
	return prefix + strconv.Itoa(n) + suffix
}

// find returns the part of a name.
func (p *pack) find(name string) *part {
	for _, pt := range p.parts {
		if pt.name == name {
			return pt
		}
	}
	panic("samples: no part " + name)
}

// edit changes the text of a part.
func (p *pack) edit(name string, change func(string) string) {
	pt := p.find(name)
	pt.data = []byte(change(string(pt.data)))
}

// relate adds a relationship of an officeDocument type to another part and returns its ID.
func (pt *part) relate(kind, target string) string {
	if pt.name != "" && !strings.HasPrefix(target, "/") {
		target = relative(path.Dir(pt.name), target)
	}
	return pt.link(nsRel+"/"+kind, target, "")
}

// link adds a relationship with everything spelt out and returns its ID.
func (pt *part) link(kind, target, mode string) string {
	id := fmt.Sprintf("rId%d", len(pt.rels)+1)
	if mode != "" {
		mode = ` TargetMode="` + mode + `"`
	}
	pt.rels = append(pt.rels, fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"%s/>`, id, kind, esc(target), mode))
	return id
}

// relative spells target as seen from a folder: "../drawings/drawing1.xml".
func relative(from, target string) string {
	a, b := strings.Split(from, "/"), strings.Split(target, "/")
	for len(a) > 0 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	if from == "." {
		return target
	}
	return strings.Repeat("../", len(a)) + strings.Join(b, "/")
}

// bytes writes the package.
func (p *pack) bytes() []byte {
	list := p.members()
	if p.gap != nil {
		list[1].gap = p.gap
	}
	return zipBytes(list, p.comment)
}

// members lists the entries of the package: content types and root relationships first, each part's relationships behind it.
func (p *pack) members() []member {
	list := []member{p.member("[Content_Types].xml", p.contentTypes())}
	list = append(list, p.member("_rels/.rels", relsXML(p.root.rels)))
	heads := len(list)
	for _, pt := range p.parts {
		list = append(list, p.member(pt.name, pt.data))
		if len(pt.rels) > 0 {
			dir, base := path.Split(pt.name)
			list = append(list, p.member(dir+"_rels/"+base+".rels", relsXML(pt.rels)))
		}
	}
	if p.last {
		return append(list[heads:len(list):len(list)], list[:heads]...)
	}
	return list
}

func (p *pack) member(name string, data []byte) member {
	if p.spell != nil {
		name = p.spell(name)
	}
	return member{name: []byte(name), data: data, stream: p.stream}
}

// contentTypes writes the defaults that are needed and an override for every other part.
func (p *pack) contentTypes() []byte {
	var defaults, overrides strings.Builder
	for pair := range slices.Chunk(defaultTypes, 2) {
		used := func(pt *part) bool { return !pt.loose && pt.ctype == "" && strings.HasSuffix(pt.name, "."+pair[0]) }
		if pair[0] == "rels" || pair[0] == "xml" || slices.ContainsFunc(p.parts, used) {
			fmt.Fprintf(&defaults, `<Default Extension="%s" ContentType="%s"/>`, pair[0], pair[1])
		}
	}
	for _, pt := range p.parts {
		if pt.ctype != "" && !pt.loose {
			fmt.Fprintf(&overrides, `<Override PartName="/%s" ContentType="%s"/>`, esc(pt.name), pt.ctype)
		}
	}
	return []byte(xmlHead + `<Types xmlns="` + nsTypes + `">` + defaults.String() + overrides.String() + `</Types>`)
}

func relsXML(rels []string) []byte {
	return []byte(xmlHead + `<Relationships xmlns="` + nsPkgRel + `">` + strings.Join(rels, "") + `</Relationships>`)
}

// esc escapes text for element content and attributes.
func esc(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;").Replace(s)
}
