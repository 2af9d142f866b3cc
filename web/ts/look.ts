// What stands around a finding: the tabs of the workbook, the cells, the paragraphs. Values are masked; while a person holds the
// button they are fetched and shown, for ten seconds at most, and kept nowhere.

import { action, el, unseen } from "./dom";
import { get, post, Refused } from "./api";
import { Cell, Detail, Grid, Looked, Tab } from "./model";
import { say } from "./words";

const longest = 10_000;

export class LookPanel {
  readonly root = el("section", { class: "look", "aria-labelledby": "look-head" });
  private readonly head = el("h2", { id: "look-head", tabindex: "-1" }, say("place"));
  private readonly body = el("div", { class: "around", "aria-live": "polite" }, el("p", { class: "hint" }, say("place-none")));
  private readonly hold = action("button hold", say("hold"), "", () => undefined);
  private id = "";
  private masked: Looked | null = null;
  private showing: AbortController | null = null;
  private timer = 0;
  private asked = 0;

  constructor(private readonly file: string) {
    this.hold.hidden = true;
    this.root.append(this.head, this.body, this.hold);
    this.hold.addEventListener("pointerdown", (e) => {
      this.hold.setPointerCapture(e.pointerId);
      void this.show();
    });
    for (const over of ["pointerup", "pointercancel", "lostpointercapture", "blur"]) {
      this.hold.addEventListener(over, () => this.cover());
    }
    this.hold.addEventListener("keydown", (e) => {
      if ((e.key === " " || e.key === "Enter") && !e.repeat) {
        e.preventDefault();
        void this.show();
      }
    });
    this.hold.addEventListener("keyup", () => this.cover());
    this.hold.addEventListener("contextmenu", (e) => e.preventDefault());
  }

  // begin shows the first finding of a workbook, so that the tabs are seen at once.
  begin(d: Detail): void {
    const first = d.groups.flatMap((g) => g.finds)[0] || d.groups.filter((g) => g.weight !== "note").flatMap((g) => g.choices)[0];
    if (first && this.id === "") {
      void this.at(first.id, first.where, false);
    }
  }

  end(): void {
    this.cover();
    this.id = "";
  }

  async at(id: string, where: string, focus = true): Promise<void> {
    this.cover();
    this.id = id;
    const mine = ++this.asked;
    document.querySelectorAll("[data-find]").forEach((row) => row.classList.toggle("here", (row as HTMLElement).dataset.find === id));
    this.head.textContent = say("place-of", where);
    this.hold.hidden = true;
    this.body.replaceChildren(el("p", { class: "doing" }, say("looking")));
    if (focus) {
      this.head.focus({ preventScroll: true });
      this.head.scrollIntoView({ block: "nearest" });
    }
    try {
      const l = await get(`/api/files/${this.file}/look?at=${id}`) as Looked;
      if (mine === this.asked) {
        this.masked = l;
        this.draw(l);
        this.hold.hidden = (l.grid?.rows.length || 0) + l.texts.length === 0;
      }
    } catch (e) {
      if (mine === this.asked) {
        this.body.replaceChildren(el("p", { class: "problem" }, (e as Refused).said));
      }
    }
  }

  private async show(): Promise<void> {
    this.cover();
    const mine = this.showing = new AbortController();
    this.hold.classList.add("held");
    this.hold.textContent = say("holding");
    this.timer = window.setTimeout(() => this.cover(), longest);
    try {
      const l = await post(`/api/files/${this.file}/show`, { at: this.id }, mine.signal) as Looked;
      if (this.showing === mine) {
        this.draw(l);
      }
    } catch {
      if (this.showing === mine) {
        this.cover();
      }
    }
  }

  // cover masks again.
  private cover(): void {
    if (!this.showing) {
      return;
    }
    this.showing.abort();
    this.showing = null;
    clearTimeout(this.timer);
    this.hold.classList.remove("held");
    this.hold.textContent = say("hold");
    if (this.masked) {
      this.draw(this.masked);
    }
  }

  private draw(l: Looked): void {
    const out: Node[] = [];
    if (l.tabs.length > 0) {
      out.push(tabStrip(l.tabs));
    }
    if (l.grid && l.grid.rows.length > 0) {
      out.push(gridTable(l.grid));
    } else if (l.texts.length > 0) {
      out.push(el("ol", { class: "texts" }, ...l.texts.map((t) => el("li", { class: t.here ? "here" : "" },
        t.where || t.here ? el("span", { class: "where" }, t.where, t.here ? el("span", { class: "tag" }, say("here")) : null) : null,
        ...t.parts.flatMap(piece)))));
    } else if (l.tabs.length === 0) {
      out.push(el("p", { class: "hint" }, say("around-none")));
    }
    this.body.replaceChildren(...out);
  }
}

// piece is a text, and if a reader does not see it, why.
function piece(p: { text: string; hidden: string; found: string }): Node[] {
  const about = [p.hidden, p.found].filter(Boolean).join(say("comma"));
  return [el("span", { class: p.hidden ? "text hidden" : "text" }, p.text), about ? el("span", { class: "kind" }, about) : null, " "]
    .filter((n): n is HTMLElement | string => n !== null).map((n) => typeof n === "string" ? document.createTextNode(n) : n);
}

// tabStrip is every tab in its order, as the foot of a workbook shows them, and those it does not show.
function tabStrip(tabs: Tab[]): HTMLElement {
  return el("div", {}, el("h3", {}, say("tabs")),
    el("ol", { class: "tabs" }, ...tabs.map((t) => el("li", { class: (t.hidden ? "hidden" : "") + (t.here ? " here" : "") },
      el("span", { class: "tab" }, t.name), el("span", { class: "about" }, t.said), t.here ? unseen(say("here")) : null))));
}

function gridTable(g: Grid): HTMLElement {
  const heads = g.heads.some(Boolean) && g.rows[0]?.name !== "1";
  const head = el("thead", {}, el("tr", {}, el("td", {}, unseen(say("row"))), ...g.cols.map((c) => el("th", { scope: "col" }, c))));
  if (heads) {
    head.append(el("tr", { class: "heads" }, el("td", {}), ...g.heads.map((h) => el("td", {}, h))));
  }
  const table = el("table", { class: "grid" }, el("caption", { class: "unseen" }, say("around")), head,
    el("tbody", {}, ...g.rows.map((r) => el("tr", {}, el("th", { scope: "row" }, r.name), ...r.cells.map(gridCell)))));
  return el("div", { class: "table", tabindex: "0", role: "region", "aria-label": say("around") }, table);
}

function gridCell(c: Cell): HTMLElement {
  const kind = [c.here ? "here" : "", c.hidden ? "hidden" : "", c.found ? "found" : ""].filter(Boolean).join(" ");
  return el("td", { class: kind, title: c.found }, c.text, c.here ? unseen(" " + say("here")) : null, c.found ? unseen(" " + c.found) : null);
}
