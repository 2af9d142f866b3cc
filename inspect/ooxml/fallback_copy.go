package ooxml

import "github.com/sumikeshi/sumikeshi/inspect"

// FallbackCopy is text that stands only in the branch of alternative content for older programs (Part 3, 10.2): today's programs show
// the other branch, which says something else.
var FallbackCopy = &inspect.Place{
	ID:    "ooxml/fallback-copy",
	Title: inspect.Words{JA: "古いソフト向けの控えだけに残った文字", EN: "text left in the copy for older programs"},
	Why: inspect.Words{
		JA: "図形や文字の枠は、古いソフトのためにもう一つ同じものが入っています。表のほうだけ直すと、控えに前の文字が残ります。",
		EN: "Shapes are stored twice, once for older programs. If only the first is changed, former text remains in the second.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは控えを消します。今のソフトでの見た目は変わりません。",
		EN: "The second copy is removed. In today's programs it looks the same.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}
