package report

import "github.com/sumikeshi/sumikeshi/inspect"

// What the text report says. Sentences are short, their subject is the file: where, what, what to do next.
var (
	sayHiddenPeople  = inspect.Words{JA: "%sに、約%s人の個人データがあります（%s）。", EN: "%s: data of about %s people (%s)."}
	sayHiddenData    = inspect.Words{JA: "%sに、個人データらしい文字が%s件あります（%s）。", EN: "%s: %s pieces of personal data (%s)."}
	sayHidden        = inspect.Words{JA: "%sがあります（%s）。", EN: "%s (%s)."}
	sayVisiblePeople = inspect.Words{JA: "見えているところに、約%s人の個人データがあります。", EN: "Data of about %s people is plainly visible."}
	sayByEye         = inspect.Words{JA: "文字のない画像のページがあります。人の目で確かめるしかありません。", EN: "There are pages that are pictures without text: only a person can look at them."}
	sayVisibleData   = inspect.Words{JA: "見えているところに、個人データらしい文字があります：%s", EN: "Personal data is plainly visible: %s"}
	sayUnread        = inspect.Words{JA: "調べられなかった部分があります。中身が分からないので、まだ公開しないでください。", EN: "Parts could not be read. Do not publish it yet: nobody knows what they hold."}
	sayNothing       = inspect.Words{JA: "見つかったものはありません", EN: "nothing found"}
	sayVisibleText   = inspect.Words{JA: "見えている個人データ", EN: "Visible personal data"}
	sayVisibleSheet  = inspect.Words{JA: "見えているシート", EN: "A visible sheet"}
	sayPart          = inspect.Words{JA: "%s：%s", EN: "%s: %s"}
	sayOK            = inspect.Words{JA: "公開してはいけないものは見つかりませんでした。", EN: "Nothing was found that must not be published."}
	sayLook          = inspect.Words{JA: "公開してよいか、人が確かめてください。", EN: "A person has to look before it is published."}

	headPlace    = inspect.Words{JA: "見えないところ", EN: "Not seen by a reader"}
	headCount    = inspect.Words{JA: "件数", EN: "Count"}
	headPeople   = inspect.Words{JA: "人数", EN: "People"}
	headWhere    = inspect.Words{JA: "どこ", EN: "Where"}
	headKind     = inspect.Words{JA: "個人データの種類", EN: "Personal data"}
	headUnread   = inspect.Words{JA: "調べられませんでした：", EN: "Could not be read:"}
	headNext     = inspect.Words{JA: "次にすること：", EN: "What to do next: "}
	headTaken    = inspect.Words{JA: "消したもの", EN: "Taken out"}
	headLeft     = inspect.Words{JA: "残したもの", EN: "Left in"}
	headAllowed  = inspect.Words{JA: "残してよいと決めたもの：", EN: "Allowed by decision:"}
	sayAllowed   = inspect.Words{JA: "%s %s件。理由：%s（決めた人：%s、%sまで）", EN: "%s, %s. Why: %s (by %s, until %s)"}
	headReason   = inspect.Words{JA: "残した理由", EN: "Why it is left"}
	sayPeople    = inspect.Words{JA: "約%s人", EN: "about %s"}
	sayTotal     = inspect.Words{JA: "合わせて、約%s人（表の行：%s）", EN: "About %s people in all (table rows: %s)"}
	sayMore      = inspect.Words{JA: "ほか%sか所", EN: "%s more"}
	sayMakeCopy  = inspect.Words{JA: "公開用ファイルを作る → sumikeshi clean %s", EN: "make a copy for publishing → sumikeshi clean %s"}
	sayCopied    = inspect.Words{JA: "公開用ファイルを作りました。", EN: "The copy for publishing was made."}
	sayAsIs      = inspect.Words{JA: "消すものがないので、そのまま写しました。", EN: "There was nothing to take out; it was copied as it is."}
	sayNoCopy    = inspect.Words{JA: "公開用ファイルは作れませんでした。", EN: "No copy was made."}
	sayCopyLeft  = inspect.Words{JA: "残ったものがあります。公開してよいか、人が確かめてください。", EN: "Something is left in it: a person has to look before it is published."}
	sayProved    = inspect.Words{JA: "もう一度開いて確認しました：%s", EN: "Opened again and checked: %s"}
	saySearched  = inspect.Words{JA: "消した文字 %s種類は、ファイルのどこにも残っていません。", EN: "%s removed texts are nowhere in the file."}
	saySeen      = inspect.Words{JA: "見えていた文字 %s件は、元と同じです。", EN: "%s visible texts are the same as before."}
	sayPages     = inspect.Words{JA: "PDFの %sページの見た目を、元とくらべて確かめました。", EN: "%s PDF pages were drawn and compared with the original."}
	sayMasked    = inspect.Words{JA: "墨消ししたもの：%s", EN: "Masked: %s"}
	sayOutput    = inspect.Words{JA: "公開用ファイル：%s", EN: "Copy: %s"}
	sayHash      = inspect.Words{JA: "確認番号（SHA-256）：%s", EN: "SHA-256: %s"}
	sayVerdicts  = inspect.Words{JA: "%s件を調べました：%s", EN: "%s files: %s"}
	saySkipped   = inspect.Words{JA: "文書でないもの %s", EN: "%s that are no documents"}
	sayNoFiles   = inspect.Words{JA: "調べる文書がありませんでした。", EN: "There was no document to check."}
	sayWhatCount = inspect.Words{JA: "%s %s", EN: "%s %s"}
)
