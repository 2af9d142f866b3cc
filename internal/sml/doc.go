// Package sml reads SpreadsheetML (ECMA-376 Part 1, 18): workbooks, worksheets, shared strings, styles and formulas, as streams
// and without holding a part. What finds hidden content and what takes it out share it.
package sml
