// One file: what was found, where it stands, and what becomes of it.

import { action, el, link, mark } from "./dom";
import { address, get, post, Refused } from "./api";
import { busy, Card, cards, Detail, listen } from "./model";
import { Choices } from "./choices";
import { groupSection, minorGroups } from "./groups";
import { kindsSection, planSection, sheetsSection } from "./options";
import { LookPanel } from "./look";
import { numberAll, pagesSection } from "./pages";
import { resultSection } from "./result";
import { say } from "./words";

export function detail(main: HTMLElement, card: Card, goHome: (note?: string) => void): () => void {
  const screen = new Screen(main, card, goHome);
  void screen.load();
  const stop = listen((changed) => {
    if (changed.has(card.id)) {
      screen.changed();
    }
  });
  return () => {
    stop();
    screen.look.end();
  };
}

class Screen {
  readonly look: LookPanel;
  private readonly error = el("p", { class: "problem", role: "alert", hidden: true });
  private readonly bar = el("section", { class: "make", "aria-label": say("clean") });
  private choices: Choices | null = null;
  private waiting = false;

  constructor(private readonly main: HTMLElement, private card: Card, private readonly goHome: (note?: string) => void) {
    this.look = new LookPanel(card.id);
    main.replaceChildren(el("div", { class: "wide" }, el("p", { role: "status" }, say("looking"))));
  }

  changed(): void {
    const now = cards.get(this.card.id);
    if (!now) {
      this.goHome(say("no-file"));
      return;
    }
    const was = this.card;
    this.card = now;
    if (busy(now)) {
      this.drawBar();
    } else if (was.state !== now.state || !was.copy !== !now.copy || was.problem !== now.problem || was.verdict !== now.verdict) {
      void this.load(this.waiting);
      this.waiting = false;
    }
  }

  async load(toResult = false): Promise<void> {
    try {
      const d = await get(`/api/files/${this.card.id}`) as Detail;
      this.card = d.card;
      this.draw(d, toResult);
    } catch (e) {
      this.fail(e as Refused);
    }
  }

  private fail(e: Refused): void {
    if (e.status === 404) {
      this.goHome(e.said);
      return;
    }
    this.error.hidden = false;
    this.error.textContent = e.said;
    if (!this.error.isConnected) {
      this.main.replaceChildren(el("div", { class: "wide" }, this.error));
    }
  }

  private draw(d: Detail, toResult: boolean): void {
    this.error.hidden = true;
    numberAll(d);
    this.choices = new Choices(d, () => this.drawBar());
    const heavy = d.groups.filter((g) => g.weight !== "note" || g.finds.length > 0);
    const minor = d.groups.filter((g) => !heavy.includes(g));
    const list = el("section", { class: "found", "aria-labelledby": "found-head" }, el("h2", { id: "found-head" }, say("found")));
    if (heavy.length === 0) {
      list.append(el("p", {}, (d.unread || []).length > 0 ? d.said[0] : say("nothing")));
    }
    for (const g of heavy) {
      list.append(groupSection(g, this.choices, this.look));
    }
    const rest = [kindsSection(d, this.choices), sheetsSection(d, this.choices), unreadSection(d)];
    list.append(...rest.filter((e): e is HTMLElement => e !== null));
    if (minor.length > 0) {
      list.append(minorGroups(minor, this.choices));
    }
    if (d.policy) {
      list.append(planSection(d, this.card.id, this.choices, () => void this.load(), (e) => this.fail(e)));
    }
    const result = d.card.copy ? resultSection(d, this.card.id) : null;
    const seen = (d.pages || []).length > 0 ? pagesSection(d, this.look) : null;
    this.main.replaceChildren(el("div", { class: "wide file" },
      el("p", { class: "back" }, link("plain", "← " + say("back"), say("back"), "#")),
      this.head(d), this.error, result,
      el("div", { class: "columns" }, result && d.card.copy!.verdict === "ok" ? el("details", { class: "again" }, el("summary", {}, say("again")), list) : list, el("div", { class: "side" }, seen, this.look.root))), this.bar);
    this.main.querySelector(".back a")!.addEventListener("click", (e) => {
      e.preventDefault();
      this.goHome();
    });
    this.drawBar();
    this.look.begin(d);
    if (toResult && result) {
      result.querySelector<HTMLElement>("h2")!.focus();
      result.scrollIntoView();
    }
  }

  private head(d: Detail): HTMLElement {
    const c = d.card;
    const line = el("p", { class: "verdict" }, c.verdict ? mark(c.verdict, c.word) : c.doing);
    if (c.people) {
      line.append(el("span", { class: "people" }, c.people));
    }
    const box = el("section", { class: "head " + (c.verdict || c.state) },
      el("h1", {}, c.name), el("p", { class: "about" }, [c.folder, c.size, c.format.toUpperCase()].filter(Boolean).join(" ・ ")), line);
    for (const s of d.said) {
      box.append(el("p", { class: "said" }, s));
    }
    if (c.problem) {
      box.append(el("p", { class: "problem" }, say("no-copy") + say("colon") + c.problem));
    }
    return box;
  }

  // drawBar is the one primary action: making the copy. Once there is one, it is saved above, and this waits for another choice.
  private drawBar(): void {
    const c = this.card;
    const changes = this.choices ? this.choices.count() : 0;
    const held = this.bar.contains(document.activeElement);
    this.bar.replaceChildren();
    const done = c.copy !== null && c.copy.verdict === "ok" && changes === 0 && c.state !== "cleaning";
    if (!c.verdict || done || c.verdict === "unread" && c.format === "unknown") {
      this.bar.hidden = true;
      return;
    }
    this.bar.hidden = false;
    const row = el("div", { class: "wide deeds" });
    if (c.state === "cleaning") {
      row.append(el("p", { class: "doing", role: "status" }, say("making")), el("progress", { "aria-label": say("making") }),
        action("button", say("stop"), say("stop-at", c.name), () => void post(`/api/files/${c.id}/stop`)));
    } else {
      row.append(action("button primary", say("clean"), "", () => this.make()));
      row.append(link("button", say("report"), "", address(`/api/files/${c.id}/report.html`), true));
      if (changes > 0) {
        row.append(el("p", { class: "changes", role: "status" }, say("changed", changes)));
      }
    }
    this.bar.append(row);
    if (held) {
      row.querySelector<HTMLElement>("button, a")?.focus();
    }
  }

  private make(): void {
    this.waiting = true;
    post(`/api/files/${this.card.id}/clean`, { decision: this.choices!.decision() }).catch((e: Refused) => {
      this.waiting = false;
      this.fail(e);
      this.error.scrollIntoView({ block: "center" });
    });
  }
}

function unreadSection(d: Detail): HTMLElement | null {
  if (!d.unread || d.unread.length === 0) {
    return null;
  }
  return el("section", { class: "group" }, el("h3", {}, mark("unread", say("unread-parts"))),
    el("dl", { class: "parts" }, ...d.unread.flatMap((u) => [el("dt", {}, u.where), el("dd", {}, u.said)])));
}
