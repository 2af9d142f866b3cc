package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// Connection is a connection, a query table, or the M code of a query (18.13, 18.12; [MS-QDEFF]).
var Connection = &inspect.Place{
	ID:     "xlsx/connection",
	Title:  inspect.Words{JA: "外部データへの接続", EN: "data connection"},
	Why:    inspect.Words{JA: "データベースの場所、利用者名、パスワード、問い合わせの文が残っていることがあります。", EN: "It may hold servers, user names, passwords and queries."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
