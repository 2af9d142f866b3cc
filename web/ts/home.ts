// The first screen: the place to drop documents on, and a card for each.

import { action, el, link, mark, svg } from "./dom";
import { address, post, Refused } from "./api";
import { busy, Card, cards, listen, order } from "./model";
import { cardItem, fillCard, sendingItem } from "./card";
import { choosers } from "./drop";
import { onSending, sendings } from "./upload";
import { canSave, saveInto } from "./save";
import { say } from "./words";

const verdicts = ["ng", "unread", "review", "ok"];
const items = new Map<string, HTMLLIElement>();
let only = ""; // the verdict that is shown alone

export function home(main: HTMLElement, note: string): () => void {
  const drop = el("section", { class: "drop", "aria-labelledby": "drop-head" });
  const status = el("p", { class: "status", role: "status" });
  const remark = el("p", { class: "remark", role: "status" }, note);
  const bar = el("section", { class: "bar" });
  const list = el("ul", { class: "cards" });
  const said = (text: string): void => {
    remark.textContent = text;
  };
  const label = el("h2", { class: "unseen" }, say("files"));
  main.replaceChildren(el("div", { class: "wide" }, drop, remark, bar, status, label, list));

  let empty: boolean | null = null;
  const frame = (): void => {
    const none = order.length === 0 && sendings.size === 0;
    if (none !== empty) {
      empty = none;
      const held = drop.contains(document.activeElement) ? document.activeElement!.id : "";
      drop.className = none ? "drop big" : "drop";
      drop.replaceChildren(
        svg("svg", { class: "arrow", "aria-hidden": "true", focusable: "false" }, svg("use", { href: "#m-drop" })),
        el("h1", { id: "drop-head" }, say("drop")),
        ...(none ? [el("p", {}, say("drop-kinds"))] : []),
        choosers(none, said),
        el("p", { class: "let-go", "aria-hidden": "true" }, say("drop-now")));
      label.hidden = none;
      document.getElementById(held)?.focus();
    }
    summary(bar, status, list, said);
    place(list);
  };
  items.clear();
  for (const id of order) {
    items.set(id, cardItem(cards.get(id)!, said));
  }
  const stop = listen((changed) => {
    for (const id of changed) {
      const card = cards.get(id);
      const item = items.get(id);
      if (!card) {
        items.delete(id);
      } else if (item) {
        fillCard(item, card, said);
      } else {
        items.set(id, cardItem(card, said));
      }
    }
    frame();
  });
  onSending(frame);
  frame();
  return () => {
    stop();
    onSending(() => undefined);
  };
}

// place brings the list into its order with as few moves as can be.
function place(list: HTMLElement): void {
  const want: HTMLElement[] = [];
  for (const id of order) {
    const item = items.get(id);
    const card = cards.get(id);
    if (item && card) {
      item.hidden = only !== "" && shownVerdict(card) !== only;
      want.push(item);
    }
  }
  for (const s of sendings.values()) {
    want.push(sendingItem(s));
  }
  for (let i = 0; i < want.length; i++) {
    if (list.children[i] !== want[i]) {
      list.insertBefore(want[i], list.children[i] || null);
    }
  }
  while (list.children.length > want.length) {
    list.lastElementChild!.remove();
  }
}

// shownVerdict is the verdict that counts: the copy's, if there is one.
function shownVerdict(c: Card): string {
  return c.copy ? c.copy.verdict : c.verdict;
}

function summary(bar: HTMLElement, status: HTMLElement, list: HTMLElement, said: (text: string) => void): void {
  const all = order.map((id) => cards.get(id)!).filter(Boolean);
  bar.hidden = all.length === 0;
  status.hidden = all.length === 0;
  if (all.length === 0) {
    only = "";
    status.textContent = "";
    return;
  }
  const going = all.filter(busy).length + sendings.size;
  const text = going > 0 ? say("left-to-do", going) : say("all-done", all.length);
  if (status.textContent !== text) {
    status.textContent = text;
  }
  const held = bar.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.do : undefined;
  bar.replaceChildren(tally(all, () => summary(bar, status, list, said), list), deeds(all, going, said));
  if (held) {
    bar.querySelector<HTMLElement>(`[data-do="${held}"]`)?.focus();
  }
}

// tally counts the verdicts; pressing one shows its files alone.
function tally(all: Card[], redraw: () => void, list: HTMLElement): HTMLElement {
  const group = el("div", { class: "tally", role: "group", "aria-label": say("tally") });
  for (const v of verdicts) {
    const n = all.filter((c) => shownVerdict(c) === v).length;
    const b = el("button", {
      type: "button", class: n === 0 ? "count zero" : "count", "aria-pressed": only === v ? "true" : "false", "data-do": "only-" + v,
      disabled: n === 0 && only !== v,
      click: () => {
        only = only === v ? "" : v;
        redraw();
        place(list);
      },
    }, mark(v, say(v)), el("b", {}, String(n)));
    group.append(b);
  }
  return group;
}

function deeds(all: Card[], going: number, said: (text: string) => void): HTMLElement {
  const row = el("div", { class: "deeds" });
  const open = all.filter((c) => !c.copy && !busy(c) && c.verdict !== "" && c.verdict !== "ok" && c.verdict !== "unread" && c.takes && !c.problem);
  const made = all.filter((c) => c.copy && c.copy.verdict !== "ng");
  const bad = all.filter((c) => c.copy && c.copy.verdict === "ng").length;
  const add = (key: string, e: HTMLElement): void => {
    e.dataset.do = key;
    row.append(e);
  };
  if (going === 0 && open.length > 1) {
    add("clean", action("button primary", say("clean-all"), "", () => {
      for (const c of open) {
        post(`/api/files/${c.id}/clean`).catch((e: Refused) => said(e.said));
      }
    }));
  }
  if (made.length > 1) {
    const first = going === 0 && open.length <= 1;
    add("zip", link(first ? "button primary" : "button", say("save-zip"), "", address("/api/copies.zip"), true));
    if (canSave()) {
      add("folder", action("button", say("save-folder"), "", () => void saveInto(made, said)));
    }
  }
  if (made.length > 1 && bad > 0) {
    row.append(el("p", { class: "hint" }, say("zip-without", bad)));
  }
  if (all.some((c) => c.verdict !== "")) {
    add("report", link("button", say("report-all"), "", address("/api/report.html"), true));
  }
  add("wipe", action("plain", say("wipe"), "", () => void post("/api/wipe").catch((e: Refused) => said(e.said))));
  return row;
}
