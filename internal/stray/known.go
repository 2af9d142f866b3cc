package stray

import "strings"

// A vocabulary says what the readers of a part look at.
type vocabulary struct {
	all   bool            // every text
	flat  bool            // no text depends on what stands around it, nor does anything go by one
	texts map[string]bool // the texts in elements of these local names, and in what is inside of them
	under map[path]bool   // the same, of elements that are read in some parents only
	attrs map[string]bool // these attributes, of whatever element
	pairs map[path]bool   // these attributes, each behind its element
}

// A path is the local names of an element and of its parent.
type path struct{ parent, element string }

// known lists the vocabularies by the local name of the root element.
var known = map[string]*vocabulary{
	"pivotCacheDefinition": {pairs: items},
	"pivotCacheRecords":    {pairs: items},
	"worksheet":            &sheet,
	"chartsheet":           &sheet,
	"dialogsheet":          &sheet,
	"macrosheet":           &sheet,
	"sst":                  {under: paths("si/t", "r/t", "rPh/t")},
	"workbook":             {texts: set("definedName")},
	"table":                {texts: set("calculatedColumnFormula", "totalsRowFormula")},
	"wsDr":                 &drawing,
	"userShapes":           &drawing,
	"chartSpace":           &chart,
	"dataModel":            &drawing, // of a diagram
	"drawing":              &drawing, // of a diagram
	"layoutDef":            &drawing,
	"xml":                  {texts: set("textbox", "ClientData")}, // the older drawings

	"externalLink":        {texts: set("v", "val")},
	"ThreadedComments":    {texts: set("text")},
	"coreProperties":      {all: true},
	"Properties":          {all: true},
	"comments":            {texts: set("author", "text", "p"), attrs: set("author", "initials")},
	"document":            &story,
	"hdr":                 &story,
	"ftr":                 &story,
	"footnotes":           &story,
	"endnotes":            &story,
	"glossaryDocument":    &story,
	"settings":            {pairs: merging},
	"mailMergeRecipients": {all: true},
	"recipients":          {all: true},
	"colorsDef":           &drawing,
	"styleDef":            &drawing,
	"DataMashup":          {all: true},
}

var (
	sheet = vocabulary{
		under: paths("c/v", "c/f", "is/t", "r/t", "rPh/t", "dataValidation/formula1", "dataValidation/formula2", "cfRule/formula"),
		texts: set("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"),
	}
	drawing = vocabulary{texts: set("p", "t", "textbox")}
	chart   = vocabulary{texts: set("v", "t", "pt")}
	story   = vocabulary{flat: true, texts: set("t", "delText", "instrText", "delInstrText", "fldData", "binData"), attrs: set("author", "initials")}
)

func paths(names ...string) map[path]bool {
	m := make(map[path]bool, len(names))
	for _, name := range names {
		parent, element, _ := strings.Cut(name, "/")
		m[path{parent, element}] = true
	}
	return m
}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}

// told lists the attributes that readers look at, by the local name of their element.
var told = map[string][]string{
	"cNvPr":                {"descr", "title", "name"},
	"docPr":                {"descr", "title", "name"},
	"hlinkClick":           {"tooltip"},
	"hlinkHover":           {"tooltip"},
	"definedName":          {"name", "comment"},
	"sheet":                {"name"},
	"absPath":              {"url"},
	"fileSharing":          {"userName"},
	"webPublishObject":     {"destinationFile", "title", "appName"},
	"webPublishItem":       {"destinationFile", "title", "divId", "sourceObject"},
	"customWorkbookView":   {"name"},
	"dataValidation":       {"prompt", "promptTitle", "error", "errorTitle"},
	"hyperlink":            {"tooltip", "display"},
	"scenario":             {"name", "user", "comment"},
	"inputCells":           {"val"},
	"protectedRange":       {"name"},
	"cfRule":               {"text"},
	"filter":               {"val"},
	"customFilter":         {"val"},
	"table":                {"comment"},
	"tableColumn":          {"name", "totalsRowLabel"},
	"cacheField":           {"name", "caption"},
	"pivotCacheDefinition": {"refreshedBy"},
	"sheetName":            {"val"},
	"ddeLink":              {"ddeService", "ddeTopic"},
	"oleLink":              {"progId"},
	"person":               {"displayName", "userId", "providerId"},
	"bookmarkStart":        {"name"},
	"alias":                {"val"},
	"tag":                  {"val"},
	"tblCaption":           {"val"},
	"tblDescription":       {"val"},
	"docVar":               {"name", "val"},
}

// merging are the settings that are told: those of a mail merge (17.14), schemas and smart tags.
var merging = paths("mainDocumentType/val", "dataType/val", "connectString/val", "query/val", "destination/val", "addressFieldName/val", "mailSubject/val",
	"activeRecord/val", "checkErrors/val", "udl/val", "table/val", "src/val", "type/val", "colDelim/val", "name/val", "mappedName/val", "column/val",
	"lid/val", "dynamicAddress/val", "attachedSchema/val", "rsid/val", "rsidRoot/val", "docId/val", "smartTagType/namespaceuri", "smartTagType/name",
	"smartTagType/url")

// items are the values of pivot caches (18.10.1.13 and its like).
var items = paths("s/v", "n/v", "d/v", "b/v", "e/v", "m/v")

// tiedText are elements that hold formulas and references, tiedAttr attributes that hold them or names that they go by.
var (
	tiedText = set("f", "formula", "formula1", "formula2", "sqref", "FmlaMacro", "FmlaLink", "FmlaRange", "FmlaTxbx", "FmlaPict", "FmlaGroup")
	tiedAttr = set("displayName", "ref", "sqref", "location", "sheet", "macro", "textlink", "linkedCell", "listFillRange",
		"fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup", "Id", "id", "PartName", "ContentType", "Extension", "Type", "uri")
)
