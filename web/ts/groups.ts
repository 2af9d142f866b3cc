// A hiding place, or what a reader sees: what can be taken or left, and the texts that were found.

import { action, el, mark, unseen } from "./dom";
import { Choice, Finding, Group } from "./model";
import { Choices } from "./choices";
import { LookPanel } from "./look";
import { number } from "./pages";
import { say } from "./words";

const fewChoices = 6;
const fewFinds = 5;

export function groupSection(g: Group, choices: Choices, look: LookPanel): HTMLElement {
  const section = el("section", { class: "group " + (g.weight || "visible") });
  section.append(el("h3", {}, mark(shape(g.weight), g.title), g.word ? unseen(say("colon") + g.word) : null));
  const why = el("p", { class: "why" }, g.why);
  section.append(why);
  const taken = g.choices.filter((c) => !c.mask);
  if (taken.length > 0) {
    section.append(choiceList(taken, choices));
  }
  if (g.finds.length + g.more > 0) {
    section.append(findTable(g, choices, look));
  }
  return section;
}

function shape(weight: string): string {
  return { stop: "ng", warn: "review", note: "note" }[weight] || "note";
}

// minorGroups are what every file has: names of authors, printer settings. They are taken, and rarely decide anything.
export function minorGroups(groups: Group[], choices: Choices): HTMLElement {
  const names = groups.map((g) => g.title).join(say("list-comma"));
  const box = el("details", { class: "minor" }, el("summary", {}, say("minor", names)));
  for (const g of groups) {
    box.append(el("h3", {}, mark("note", g.title)), el("p", { class: "why" }, g.why), choiceList(g.choices, choices));
  }
  return box;
}

function choiceList(all: Choice[], choices: Choices): HTMLElement {
  const list = el("ul", { class: "choices" }, ...all.map((c) => choiceItem(c, choices)));
  if (all.length <= fewChoices) {
    return list;
  }
  const can = all.filter((c) => c.can);
  const set = (on: boolean) => (): void => {
    can.forEach((c) => choices.take(c, on));
    list.replaceChildren(...all.map((c) => choiceItem(c, choices)));
  };
  return el("details", { class: "many" }, el("summary", {}, say("take") + say("colon") + say("times", all.length)),
    el("div", { class: "deeds" }, action("plain", say("take-all"), "", set(true)), action("plain", say("take-none"), "", set(false))), list);
}

// choiceItem is a box to tick. What is left asks for a reason, which stands in the report.
export function choiceItem(c: Choice, choices: Choices, text = ""): HTMLLIElement {
  const id = "c-" + c.id;
  const box = el("input", { type: "checkbox", id, disabled: !c.can });
  box.checked = choices.takes(c);
  const reason = el("input", {
    type: "text", id: "r-" + c.id, maxlength: 200, value: choices.reason(c), input: () => choices.say(c, reason.value),
  });
  const why = el("p", { class: "reason" }, el("label", { for: reason.id }, say("leave-why")), reason);
  const update = (): void => {
    why.hidden = box.checked || !c.can || !c.take && !c.mine;
  };
  box.addEventListener("change", () => {
    choices.take(c, box.checked);
    update();
  });
  update();
  const about = [c.what, c.kinds.join(say("list-comma"))].filter(Boolean).join(say("comma"));
  const label = el("label", { for: id }, text || say("take") + say("colon") + c.where,
    about ? el("span", { class: "about" }, " " + about) : null);
  const item = el("li", {}, box, label);
  if (!c.can) {
    item.append(el("p", { class: "hint" }, say("cant-take")));
  } else if (!c.take && c.reason && !c.mine && !text) {
    item.append(el("p", { class: "hint" }, c.reason));
  }
  item.append(why);
  return item;
}

// masked is a masked text, which those who hear it are told of.
function masked(text: string): Node[] {
  if (!text.includes("●")) {
    return [document.createTextNode(text)];
  }
  return [el("span", { "aria-hidden": "true" }, text), unseen(text.replace(/●●/g, " " + say("masked") + " "))];
}

function findTable(g: Group, choices: Choices, look: LookPanel): HTMLElement {
  const body = el("tbody");
  const masks = new Map(g.choices.filter((c) => c.mask).map((c) => [c.id, c]));
  const row = (f: Finding): HTMLTableRowElement => {
    const c = masks.get(f.id);
    return el("tr", { "data-find": f.id },
      el("td", { class: "where" }, number(f) ? say("box", f.page, number(f)) : f.where), el("td", {}, f.kinds), el("td", { class: "text" }, ...masked(f.text)),
      masks.size > 0 ? el("td", { class: "mask" }, c ? maskBox(c, f, choices) : null) : null,
      el("td", {}, action("plain see", say("see"), say("see-at", f.where), () => void look.at(f.id, f.where))));
  };
  const add = (from: number, to: number): void => body.append(...g.finds.slice(from, to).map(row));
  add(0, fewFinds);
  const heads = [say("where"), say("kind"), say("text"), ...(masks.size > 0 ? [say("mask")] : [])];
  const table = el("table", { class: "finds" }, el("caption", {}, say("finds")),
    el("thead", {}, el("tr", {}, ...heads.map((h) => el("th", { scope: "col" }, h)), el("th", { scope: "col" }, unseen(say("see"))))), body);
  const box = el("div", { class: "table", tabindex: "0", role: "region", "aria-label": g.title + say("colon") + say("finds") }, table);
  const out = el("div", {}, box);
  const rest = g.finds.length - fewFinds;
  if (rest > 0) {
    const more = action("plain", say("show-more", rest), "", () => {
      add(fewFinds, g.finds.length);
      more.remove();
      body.querySelectorAll<HTMLElement>("button")[fewFinds]?.focus();
    });
    out.append(more);
  }
  if (g.more > 0) {
    out.append(el("p", { class: "hint" }, say("more-finds", g.more)));
  }
  return out;
}

function maskBox(c: Choice, f: Finding, choices: Choices): HTMLElement {
  const box = el("input", { type: "checkbox", "aria-label": say("mask-at", f.where, f.kinds), change: () => choices.take(c, box.checked) });
  box.checked = choices.takes(c);
  return box;
}
