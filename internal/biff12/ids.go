package biff12

// Types of records that are translated (MS-XLSB 2.3).
const (
	brtRowHdr = iota
	brtCellBlank
	brtCellRk
	brtCellError
	brtCellBool
	brtCellReal
	brtCellSt
	brtCellIsst
	brtFmlaString
	brtFmlaNum
	brtFmlaBool
	brtFmlaError

	brtSSTItem         = 19
	brtFRTBegin        = 35
	brtFRTEnd          = 36
	brtACBegin         = 37
	brtACEnd           = 38
	brtName            = 39
	brtFont            = 43
	brtFmt             = 44
	brtFill            = 45
	brtXF              = 47
	brtColInfo         = 60
	brtCellRString     = 62
	brtDVal            = 64
	brtEndSheetData    = 146
	brtWsProp          = 147
	brtBundleSh        = 156
	brtBookView        = 158
	brtBeginAFilter    = 161
	brtEndAFilter      = 162
	brtBeginFilterCol  = 163
	brtEndFilterCol    = 164
	brtFilter          = 167
	brtMergeCell       = 176
	brtSupBookSrc      = 355
	brtSupSelf         = 357
	brtSupSame         = 358
	brtPlaceholder     = 361
	brtExternSheet     = 362
	brtUserBookView    = 397
	brtArrFmla         = 426
	brtShrFmla         = 427
	brtPageSetup       = 478
	brtHeaderFooter    = 479
	brtWsFmtInfo       = 485
	brtHLink           = 494
	brtSheetProtection = 535
	brtFileSharing     = 548
	brtDrawing         = 550
	brtLegacyDrawing   = 551
	brtLegacyDrawingHF = 552
	brtBeginCellXFs    = 617
	brtEndCellXFs      = 618
	brtBeginStyleXFs   = 626
	brtEndStyleXFs     = 627
	brtCommentAuthor   = 632
	brtBeginComment    = 635
	brtEndComment      = 636
	brtCommentText     = 637
	brtSupAddin        = 667
	brtAbsPath         = 2071
)

// inert are records that hold a text which says nothing about people: names that a program gives, and relationship IDs.
var inert = map[int]bool{
	48: true, 508: true, 1142: true, 2098: true, // names of styles
	128: true, 153: true, 3073: true, 5097: true, // versions, code names, numbers of a document and of features
	brtPageSetup: true, brtDrawing: true, brtLegacyDrawing: true, brtLegacyDrawingHF: true, 639: true, 644: true, 661: true,
	40: true, 42: true, // an index of the sheet
}
