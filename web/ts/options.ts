// What else can be decided: sheets, kinds to mask, how much is taken, and the choices as a file.

import { action, el, link } from "./dom";
import { address, post, postText, Refused } from "./api";
import { Choices } from "./choices";
import { choiceItem } from "./groups";
import { Detail } from "./model";
import { say } from "./words";

export function sheetsSection(d: Detail, choices: Choices): HTMLElement | null {
  if (!d.sheets || d.sheets.length < 2) {
    return null;
  }
  return el("section", { class: "group" }, el("h3", {}, say("sheets")), el("p", { class: "why" }, say("sheets-why")),
    el("ul", { class: "choices" }, ...d.sheets.map((c) => choiceItem(c, choices, say("drop-sheet", c.where)))));
}

export function kindsSection(d: Detail, choices: Choices): HTMLElement | null {
  const visible = d.groups.some((g) => g.choices.some((c) => c.mask));
  if (!visible || !d.kinds || d.kinds.length === 0) {
    return null;
  }
  const section = el("section", { class: "group" }, el("h3", {}, say("mask-kinds")));
  const list = el("ul", { class: "kinds" });
  for (const k of d.kinds) {
    const box = el("input", { type: "checkbox", id: "k-" + k.id, change: () => choices.mask(k.id, box.checked) });
    box.checked = choices.masks(k.id);
    list.append(el("li", {}, box, el("label", { for: box.id }, k.name, el("span", { class: "about" }, " " + k.count))));
  }
  section.append(el("p", { class: "why" }, say("mask-kinds-why")), list);
  return section;
}

export function planSection(d: Detail, id: string, choices: Choices, redraw: () => void, fail: (e: Refused) => void): HTMLElement {
  const policy = el("select", { id: "policy", change: () => choices.setPolicy(policy.value) },
    ...["publish", "strict", "metadata"].map((p) => el("option", { value: p, selected: p === d.policy }, say("policy-" + p))));
  const input = el("input", { type: "file", id: "plan-file", class: "unseen", accept: ".json,application/json" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) {
      void file.text().then((text) => postText(`/api/files/${id}/plan`, text)).then(() => {
        redraw();
      }, fail);
    }
  });
  const save = action("button", say("plan-save"), "", () => {
    post(`/api/files/${id}/decide`, choices.decision()).then(() => {
      link("", "", "", address(`/api/files/${id}/plan.json`), true).click();
      redraw();
    }, fail);
  });
  const reset = action("plain", say("plan-reset"), "", () => {
    post(`/api/files/${id}/decide`, { policy: "publish", mask: [], take: [], leave: [] }).then(redraw, fail);
  });
  return el("details", { class: "plan" }, el("summary", {}, say("plan")),
    el("p", {}, el("label", { for: "policy" }, say("policy")), policy),
    el("div", { class: "deeds" }, save, input, el("label", { for: "plan-file", class: "button" }, say("plan-load")), reset));
}
