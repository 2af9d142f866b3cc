// Package pdf reads PDF files (ISO 32000-2) for those who look and those who remove: objects, bytes and what is drawn on a page.
//
// It has three layers. [Open] gives a [File]: the object table of pdfcpu behind a guard that bounds what the file declares, the
// pages with what they inherit, and a [Scan] of our own that accounts for every byte and knows the revisions. [File.Draw] runs the
// content of a page and returns a [Canvas]: every glyph with its box and the operand it came from, and every paint, in the order
// of painting. [Canvas.Judge] says of each glyph whether a reader sees it and, if not, why ([Cause]).
//
// The package knows no hiding places and no words for people; it is what inspect/pdf and redact/pdf share, so that both see the
// same glyphs as hidden.
package pdf
