// The copy: what was proved, what changed, and how it is saved.

import { el, link, mark } from "./dom";
import { address } from "./api";
import { Detail } from "./model";
import { say } from "./words";

const fewRows = 20;

export function resultSection(d: Detail, id: string): HTMLElement {
  const copy = d.card.copy!;
  const section = el("section", { class: "result " + copy.verdict, "aria-labelledby": "result-head" },
    el("h2", { id: "result-head", tabindex: "-1" }, say("copy-made")),
    el("p", { class: "verdict" }, mark(copy.verdict, copy.word), el("span", { class: "about" }, " " + copy.name + " ・ " + copy.size)));
  if (copy.verdict !== "ok") {
    section.append(el("p", { class: "problem" }, say("copy-left") + say("colon") + copy.said), el("p", {}, d.card.next));
  }
  section.append(el("ul", { class: "proof" }, ...copy.proof.map((p) => el("li", {}, p))),
    el("div", { class: "deeds" }, link(copy.verdict === "ok" ? "button primary" : "button", say("save"), say("save-at", d.card.name), address(`/api/files/${id}/copy`), true),
      link("button", say("report"), "", address(`/api/files/${id}/report.html`), true)));
  const rows = d.rows || [];
  if (rows.length > 0) {
    section.append(el("details", { open: rows.length <= fewRows }, el("summary", {}, say("changes")), el("div", { class: "table", tabindex: "0", role: "region", "aria-label": say("changes") },
      el("table", { class: "changes" },
        el("thead", {}, el("tr", {}, ...["what", "before", "after", "did"].map((k) => el("th", { scope: "col" }, say(k))))),
        el("tbody", {}, ...rows.map((r) => el("tr", {}, el("th", { scope: "row" }, r.what), el("td", { class: "n" }, r.before),
          el("td", { class: "n" }, r.after), el("td", {}, r.did))))))));
  }
  if (d.notes && d.notes.length > 0) {
    section.append(el("details", {}, el("summary", {}, say("notes")),
      el("dl", { class: "parts" }, ...d.notes.flatMap((n) => [el("dt", {}, n.where), el("dd", {}, n.said)]))));
  }
  section.append(el("p", { class: "hash" }, say("sha") + say("colon"), el("code", {}, copy.sha256)));
  return section;
}
