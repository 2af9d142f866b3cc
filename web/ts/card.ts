// A card: what is known of one file, and what can be done with it.

import { action, el, link, mark } from "./dom";
import { address, post, Refused } from "./api";
import { Card } from "./model";
import { again, cancel, Sending } from "./upload";
import { say } from "./words";

type Say = (text: string) => void;

export function cardItem(c: Card, said: Say): HTMLLIElement {
  const li = el("li", { class: "card" });
  fillCard(li, c, said);
  return li;
}

// fillCard redraws a card, and leaves the focus where it was.
export function fillCard(li: HTMLLIElement, c: Card, said: Say): void {
  const held = li.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.do : undefined;
  const verdict = c.copy ? c.copy.verdict : c.verdict;
  li.className = "card " + (verdict || c.state);
  const head = "card-" + c.id;
  li.replaceChildren(el("article", { "aria-labelledby": head },
    el("header", {},
      el("h3", { id: head }, c.name),
      el("p", { class: "about" }, [c.folder, c.size].filter(Boolean).join(" ・ "))),
    el("div", { class: "state", role: "status" }, ...state(c)),
    ...told(c),
    c.password ? password(c, said) : null,
    deeds(c, said)));
  if (held) {
    (li.querySelector<HTMLElement>(`[data-do="${held}"]`) || li.querySelector<HTMLElement>("[data-do]"))?.focus();
  }
}

function state(c: Card): Node[] {
  if (c.state === "waiting" || c.state === "checking" || c.state === "cleaning") {
    const out: Node[] = [el("p", { class: "doing" }, c.doing)];
    if (c.state !== "waiting") {
      out.push(el("progress", { "aria-label": c.doing }));
    }
    return out;
  }
  if (c.verdict === "") {
    return [el("p", { class: "doing" }, c.doing)];
  }
  const line = el("p", { class: "verdict" }, mark(c.verdict, c.word));
  if (c.copy) {
    line.append(el("span", { class: "then" }, " → " + say("page-after") + say("colon")), mark(c.copy.verdict, c.copy.word));
  } else if (c.people) {
    line.append(el("span", { class: "people" }, c.people));
  }
  return [line];
}

function told(c: Card): Node[] {
  const out: Node[] = [];
  if (c.copy) {
    out.push(el("p", { class: "said" }, c.copy.verdict === "ok" ? c.copy.proof[0] : c.copy.said));
  } else if (c.said) {
    out.push(el("p", { class: "said" }, c.said));
  }
  if (c.problem) {
    out.push(el("p", { class: "problem" }, say("no-copy") + say("colon") + c.problem));
  } else if (c.next && c.state !== "cleaning") {
    out.push(el("p", { class: "next" }, c.next));
  }
  return out;
}

function password(c: Card, said: Say): HTMLElement {
  const input = el("input", { type: "password", id: "password-" + c.id, autocomplete: "off", required: true, "data-do": "password" });
  return el("form", {
    class: "password",
    submit: (e: Event) => {
      e.preventDefault();
      post(`/api/files/${c.id}/retry`, { password: input.value }).catch((r: Refused) => said(r.said));
    },
  },
  el("label", { for: input.id }, say("password")), input,
  el("button", { type: "submit", class: "button", "data-do": "password-go" }, say("password-go")),
  el("p", { class: "hint" }, say("password-why")));
}

function deeds(c: Card, said: Say): HTMLElement {
  const row = el("div", { class: "deeds" });
  const add = (key: string, e: HTMLElement): void => {
    e.dataset.do = key;
    row.append(e);
  };
  const call = (what: string) => (): void => void post(`/api/files/${c.id}/${what}`).catch((e: Refused) => said(e.said));
  switch (c.state) {
    case "waiting":
    case "checking":
    case "cleaning":
      add("stop", action("button", say("stop"), say("stop-at", c.name), call("stop")));
      return row;
    case "stopped":
      add("retry", action("button", say("retry"), say("retry-at", c.name), call("retry")));
      add("remove", action("plain", say("remove"), say("remove-at", c.name), call("remove")));
      return row;
  }
  const good = c.copy !== null && c.copy.verdict === "ok";
  if (good) {
    add("save", link("button", say("save"), say("save-at", c.name), address(`/api/files/${c.id}/copy`), true));
  }
  const plainly = c.verdict === "ok" || c.verdict === "unread";
  if (c.verdict !== "unread" || c.format !== "unknown") {
    add("look", link(good || plainly ? "plain" : "button", say(plainly ? "details" : "look"), say(plainly ? "details-at" : "look-at", c.name), "#f=" + c.id));
  }
  if (!c.copy && !plainly && c.takes) {
    add("clean", action("button", say("clean"), say("clean-at", c.name), call("clean")));
  }
  if (c.copy && !good) {
    add("save", link("plain", say("save"), say("save-at", c.name), address(`/api/files/${c.id}/copy`), true));
  }
  if (c.verdict === "unread" && !c.password) {
    add("retry", action("plain", say("retry"), say("retry-at", c.name), call("retry")));
  }
  add("remove", action("plain", say("remove"), say("remove-at", c.name), call("remove")));
  return row;
}

const sendingItems = new WeakMap<Sending, HTMLLIElement>();

// sendingItem is the card of a document that is on its way.
export function sendingItem(s: Sending): HTMLLIElement {
  let li = sendingItems.get(s);
  if (!li) {
    li = el("li", { class: "card waiting" });
    sendingItems.set(s, li);
  }
  const progress = li.querySelector("progress");
  const bar = li.dataset.failed === s.failed ? progress : null;
  if (bar && !s.failed) {
    if (s.part > 0) {
      bar.value = s.part;
    }
    return li;
  }
  if (li.dataset.failed === s.failed && s.failed) {
    return li;
  }
  li.dataset.failed = s.failed;
  const name = s.name.slice(s.name.lastIndexOf("/") + 1);
  const row = el("div", { class: "deeds" });
  if (s.failed) {
    row.append(action("button", say("retry"), say("retry-at", name), () => again(s)));
  }
  row.append(action("plain", say(s.failed ? "remove" : "stop"), say(s.failed ? "remove-at" : "stop-at", name), () => cancel(s)));
  li.replaceChildren(el("article", {},
    el("header", {}, el("h3", {}, name)),
    s.failed
      ? el("p", { class: "problem", role: "status" }, say("not-read") + say("colon") + s.failed)
      : el("div", { class: "state" }, el("p", { class: "doing" }, say("sending")), el("progress", { "aria-label": say("sending"), max: 1 })),
    row));
  return li;
}
