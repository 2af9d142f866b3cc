// Package samples makes the project's test documents: re-enactments of published breaches, one sample for each hiding place,
// and awkward but valid variants. Every person in them is invented, every byte follows from a seed, and each document has a
// want.json beside it that says what must be found, what must be gone after cleaning, and what a reader must still see.
//
// The documents lie in testdata and are written by "go generate ./internal/samples" (make samples). Tests of other packages
// range over them with [Cases]; they never write them. Office parts are written by hand, not through a library, since the
// shapes in which real programs hide things are what the samples are about. A few files are additionally saved by other
// programs (LibreOffice, openpyxl, excelize): see the flags of the write command.
package samples

//go:generate go run ./write -root ../../testdata
