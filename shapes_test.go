package sumikeshi_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	sumikeshi "github.com/sumikeshi/sumikeshi"
)

// A hidingShape is one way in which a place hides something in an Office package, and the sample, below testdata, that holds it.
type hidingShape struct{ place, what, sample string }

// officeShapes are the ways that are known, place by place. A line whose sample does not show its place fails; so does a place of
// workbooks or packages without a line, and a trap in which the place is found.
var officeShapes = []hidingShape{
	{"xlsx/hidden-sheet", "state hidden", "xlsx/hidden-sheet/dirty.xlsx"},
	{"xlsx/hidden-sheet", "a macro sheet", "xlsx/hidden-sheet/dirty-macro.xlsm"},
	{"xlsx/hidden-sheet", "an international macro sheet", "xlsx/hidden-sheet/dirty-macro-intl.xlsm"},
	{"xlsx/hidden-sheet", "a dialog sheet", "xlsx/hidden-sheet/dirty-dialog.xlsx"},
	{"xlsx/hidden-sheet", "in binary records", "variants/xlsb-hidden-sheet/book.xlsb"},
	{"xlsx/very-hidden-sheet", "state veryHidden", "xlsx/very-hidden-sheet/dirty.xlsx"},
	{"xlsx/source-sheet", "read by a formula", "xlsx/source-sheet/dirty.xlsx"},
	{"xlsx/source-sheet", "by INDIRECT", "xlsx/source-sheet/dirty-indirect.xlsx"},
	{"xlsx/source-sheet", "through names", "xlsx/source-sheet/dirty-name.xlsx"},
	{"xlsx/source-sheet", "over a span of tabs", "xlsx/source-sheet/dirty-span.xlsx"},
	{"xlsx/source-sheet", "by a shape", "xlsx/source-sheet/dirty-textlink.xlsx"},
	{"xlsx/source-sheet", "by an input list", "xlsx/source-sheet/dirty-validation.xlsx"},
	{"xlsx/other-sheet", "a tab behind the first", "xlsx/other-sheet/dirty.xlsx"},
	{"xlsx/hidden-row", "hidden, and of no height", "xlsx/hidden-row/dirty.xlsx"},
	{"xlsx/hidden-row", "by the sheet's default", "xlsx/hidden-row/dirty-zero-height.xlsx"},
	{"xlsx/hidden-row", "with a picture in a cell", "xlsx/hidden-row/dirty-picture.xlsx"},
	{"xlsx/hidden-column", "hidden, and of no width", "xlsx/hidden-column/dirty.xlsx"},
	{"xlsx/hidden-column", "by the sheet's default", "xlsx/hidden-column/dirty-default-width.xlsx"},
	{"xlsx/filtered-row", "autoFilter", "xlsx/filtered-row/dirty.xlsx"},
	{"xlsx/filtered-row", "an advanced filter", "xlsx/filtered-row/dirty-advanced.xlsx"},
	{"xlsx/filtered-row", "a table's filter", "xlsx/filtered-row/dirty-table.xlsx"},
	{"xlsx/collapsed-group", "rows and columns", "xlsx/collapsed-group/dirty.xlsx"},
	{"xlsx/format-hidden-cell", "number formats", "xlsx/format-hidden-cell/dirty.xlsx"},
	{"xlsx/same-color-text", "theme, palette, fill", "xlsx/same-color-text/dirty.xlsx"},
	{"xlsx/same-color-text", "by a conditional format", "xlsx/same-color-text/dirty-rule.xlsx"},
	{"xlsx/hidden-row", "a pixel or two high", "xlsx/hidden-row/dirty-low.xlsx"},
	{"xlsx/same-color-text", "by a number format", "xlsx/same-color-text/dirty-ink.xlsx"},
	{"xlsx/format-hidden-cell", "other words in its place", "xlsx/format-hidden-cell/dirty-words.xlsx"},
	{"xlsx/tiny-text", "shrunk to fit", "xlsx/tiny-text/dirty-shrunk.xlsx"},
	{"xlsx/covered-cell", "below a chart", "xlsx/covered-cell/dirty-chart.xlsx"},
	{"xlsx/workbook-trace", "where a sheet was published", "xlsx/workbook-trace/dirty-page.xlsx"},
	{"ooxml/local-link", "objects and pictures", "ooxml/local-link/dirty-objects.xlsx"},
	{"xlsx/tiny-text", "size", "xlsx/tiny-text/dirty.xlsx"},
	{"xlsx/blacked-cell", "dark on dark", "xlsx/blacked-cell/dirty.xlsx"},
	{"xlsx/outside-print-area", "beside it", "xlsx/outside-print-area/dirty.xlsx"},
	{"xlsx/outside-print-area", "below it", "xlsx/outside-print-area/dirty-below.xlsx"},
	{"xlsx/covered-cell", "below a shape", "xlsx/covered-cell/dirty.xlsx"},
	{"xlsx/covered-cell", "below a shape that its style fills", "xlsx/covered-cell/dirty-style.xlsx"},
	{"xlsx/covered-cell", "below a group", "xlsx/covered-cell/dirty-group.xlsx"},
	{"xlsx/merged-away-cell", "beside the first cell", "xlsx/merged-away-cell/dirty.xlsx"},
	{"xlsx/formula-text", "names and paths", "xlsx/formula-text/dirty.xlsx"},
	{"xlsx/protection", "of sheet and book", "xlsx/protection/dirty.xlsx"},
	{"xlsx/pivot-cache", "definition and records", "xlsx/pivot-cache/dirty.xlsx"},
	{"xlsx/pivot-cache", "in binary records", "variants/xlsb-caches/book.xlsb"},
	{"xlsx/slicer-cache", "a slicer", "xlsx/slicer-cache/dirty.xlsx"},
	{"xlsx/slicer-cache", "a timeline", "xlsx/slicer-cache/dirty-timeline.xlsx"},
	{"xlsx/table-cache", "settings", "xlsx/table-cache/dirty.xlsx"},
	{"xlsx/chart-cache", "a filtered series", "xlsx/chart-cache/dirty.xlsx"},
	{"xlsx/chart-cache", "over a hidden tab", "xlsx/chart-cache/dirty-hidden-source.xlsx"},
	{"xlsx/chart-cache", "of the later kind", "xlsx/chart-cache/dirty-later.xlsx"},
	{"xlsx/chart-text", "labels from cells", "xlsx/chart-text/dirty.xlsx"},
	{"xlsx/chart-text", "a label that was deleted", "xlsx/chart-text/dirty-point.xlsx"},
	{"xlsx/chart-text", "the title of an axis that is off", "xlsx/chart-text/dirty-axis.xlsx"},
	{"xlsx/external-link-cache", "cells of another book", "xlsx/external-link-cache/dirty.xlsx"},
	{"xlsx/external-link-cache", "in binary records", "variants/xlsb-caches/book.xlsb"},
	{"xlsx/connection", "with its password", "xlsx/connection/dirty.xlsx"},
	{"xlsx/connection", "a query (DataMashup)", "xlsx/connection/dirty-query.xlsx"},
	{"xlsx/data-model", "item.data", "xlsx/data-model/dirty.xlsx"},
	{"xlsx/xml-map", "map and single cells", "xlsx/xml-map/dirty.xlsx"},
	{"xlsx/comment", "note and box", "xlsx/comment/dirty.xlsx"},
	{"xlsx/threaded-comment", "thread, person, note", "xlsx/threaded-comment/dirty.xlsx"},
	{"xlsx/revision-log", "headers, log, names", "xlsx/revision-log/dirty.xlsx"},
	{"xlsx/revision-log", "in binary records", "variants/xlsb-around/book.xlsb"},
	{"xlsx/defined-name", "hidden, constant, dangling", "xlsx/defined-name/dirty.xlsx"},
	{"xlsx/custom-view", "name and filter", "xlsx/custom-view/dirty.xlsx"},
	{"xlsx/custom-view", "hidden rows and columns", "xlsx/custom-view/dirty-names.xlsx"},
	{"xlsx/scenario", "values", "xlsx/scenario/dirty.xlsx"},
	{"xlsx/validation-list", "list and prompt", "xlsx/validation-list/dirty.xlsx"},
	{"xlsx/furigana", "readings", "xlsx/furigana/dirty.xlsx"},
	{"xlsx/orphan-string", "strings of no cell", "xlsx/orphan-string/dirty.xlsx"},
	{"xlsx/hidden-run", "white and tiny runs", "xlsx/hidden-run/dirty.xlsx"},
	{"xlsx/hidden-run", "in a cell of its own", "xlsx/hidden-run/dirty-inline.xlsx"},
	{"xlsx/rule-reference", "rules, ranges, watches", "xlsx/rule-reference/dirty.xlsx"},
	{"xlsx/hidden-shape", "switched off", "xlsx/hidden-shape/dirty.xlsx"},
	{"xlsx/hidden-shape", "of no size, stored twice", "xlsx/hidden-shape/dirty-flat.xlsx"},
	{"xlsx/form-control", "ActiveX", "xlsx/form-control/dirty.xlsx"},
	{"xlsx/macro", "VBA", "xlsx/macro/dirty.xlsm"},
	{"xlsx/rich-data", "behind a text", "xlsx/rich-data/dirty.xlsx"},
	{"xlsx/rich-data", "behind an error", "xlsx/rich-data/dirty-card.xlsx"},
	{"xlsx/rich-data", "beside a picture in a cell", "xlsx/rich-data/dirty-mixed.xlsx"},
	{"xlsx/custom-property", "of an add-in", "xlsx/custom-property/dirty.xlsx"},
	{"xlsx/workbook-trace", "path, user, revision", "xlsx/workbook-trace/dirty.xlsx"},
	{"xlsx/header-footer", "path codes, switched off", "xlsx/header-footer/dirty.xlsx"},
	{"ooxml/metadata", "core, app, custom", "ooxml/metadata/dirty.xlsx"},
	{"ooxml/title", "a title left over", "ooxml/title/dirty.xlsx"},
	{"ooxml/thumbnail", "of an earlier state", "ooxml/thumbnail/dirty.xlsx"},
	{"ooxml/printer-settings", "printer and user", "ooxml/printer-settings/dirty.xlsx"},
	{"ooxml/custom-xml", "items", "ooxml/custom-xml/dirty.xlsx"},
	{"ooxml/cropped-image", "cropped", "ooxml/cropped-image/dirty.xlsx"},
	{"ooxml/cropped-image", "the original behind an effect", "ooxml/cropped-image/dirty-effect.xlsx"},
	{"ooxml/image-metadata", "of a camera", "ooxml/image-metadata/dirty.xlsx"},
	{"ooxml/image-metadata", "behind the end", "ooxml/image-metadata/dirty-behind.xlsx"},
	{"ooxml/image-metadata", "in SVG", "ooxml/image-metadata/dirty-svg.xlsx"},
	{"ooxml/metafile-text", "EMF", "ooxml/metafile-text/dirty.xlsx"},
	{"ooxml/image-content", "a picture", "ooxml/image-content/dirty.xlsx"},
	{"ooxml/fallback-copy", "Choice and Fallback", "ooxml/fallback-copy/dirty.xlsx"},
	{"ooxml/orphan-part", "a sheet", "ooxml/orphan-part/dirty.xlsx"},
	{"ooxml/orphan-part", "what systems leave", "ooxml/orphan-part/dirty-system.xlsx"},
	{"ooxml/unknown-part", "of an unknown kind", "ooxml/unknown-part/dirty.xlsx"},
	{"ooxml/zip-residue", "gap and comment", "ooxml/zip-residue/dirty.xlsx"},
	{"ooxml/local-link", "mail and file", "ooxml/local-link/dirty.xlsx"},
	{"ooxml/unknown-markup", "settings and extensions", "ooxml/unknown-markup/dirty.xlsx"},
	{"ooxml/remark", "comments in markup", "ooxml/remark/dirty.xlsx"},
	{"ooxml/signature", "the signer", "ooxml/signature/dirty.xlsx"},
	{"ooxml/embedded-file", "a package", "ooxml/embedded-file/dirty.xlsx"},
	{"ooxml/embedded-file", "in Word", "ooxml/embedded-file/dirty.docx"},
	{"ooxml/chart-workbook", "the book behind a chart", "ooxml/chart-workbook/dirty.xlsx"},
	{"ooxml/extension", "web extension and ribbon", "ooxml/extension/dirty.xlsx"},
	{"ooxml/extension", "toolbars", "variants/xlsb-around/book.xlsb"},
	{"ooxml/alt-text", "descriptions and tips", "ooxml/alt-text/dirty.xlsx"},
}

// untrapped are the places of which no trap is known: whatever they find is there.
var untrapped = []string{"xlsx/custom-property", "xlsx/data-model", "xlsx/revision-log", "xlsx/xml-map", "ooxml/signature"}

// Test_every_shape_is_found holds each way of hiding to its sample, and each place to its trap.
func Test_every_shape_is_found(t *testing.T) {
	cases := allCases(t)
	have := func(name string) string {
		for _, c := range cases {
			if c.Dir+"/"+c.File == name {
				return c.Path
			}
		}
		return ""
	}
	shown := map[string]bool{}
	for _, x := range officeShapes {
		shown[x.place] = true
		name := have(x.sample)
		if name == "" {
			t.Errorf("%s, %s: there is no %s", x.place, x.what, x.sample)
		} else if look(t, name).Counts.Places[x.place] == 0 {
			t.Errorf("%s, %s: not found in %s", x.place, x.what, x.sample)
		}
	}
	for _, p := range sumikeshi.NewInspector(sumikeshi.Options{}).Places() {
		if kind := path.Dir(p.ID); kind != "xlsx" && kind != "ooxml" {
			continue
		}
		if !shown[p.ID] {
			t.Errorf("%s: no way of hiding is listed", p.ID)
		}
		quiet := have(p.ID + "/quiet.xlsx")
		if none := slices.Contains(untrapped, p.ID); none == (quiet != "") {
			t.Errorf("%s: listed as a place without a trap: %v; its trap: %q", p.ID, none, quiet)
		} else if quiet != "" && look(t, quiet).Counts.Places[p.ID] > 0 {
			t.Errorf("%s is found in its trap", p.ID)
		}
	}
}

// Test_every_sample_is_a_shape holds the list to the samples: a new one of a place gets a line, or is another look at one that has it.
func Test_every_sample_is_a_shape(t *testing.T) {
	again := []string{"dirty-lone.xlsx", "dirty-labels.xlsx", "dirty-blank.xlsx", "dirty-attributes.docx"}
	for _, c := range allCases(t) {
		name := c.Dir + "/" + c.File
		kind := path.Dir(c.Dir)
		if kind != "xlsx" && kind != "ooxml" || !strings.HasPrefix(c.File, "dirty") || slices.Contains(again, c.File) ||
			c.File == "dirty.docx" || strings.HasPrefix(c.File, "dirty-publish") {
			continue
		}
		if !slices.ContainsFunc(officeShapes, func(x hidingShape) bool { return x.sample == name }) {
			t.Errorf("%s shows no way of hiding that is listed", name)
		}
	}
}
