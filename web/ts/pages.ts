// The pages of a PDF file as pictures, with a numbered box on each finding, before and after.

import { action, el, svg } from "./dom";
import { address } from "./api";
import { Detail, Finding } from "./model";
import { LookPanel } from "./look";
import { say } from "./words";

export function pagesSection(d: Detail, look: LookPanel): HTMLElement {
  const pages = [...d.pages!].sort((a, b) => a - b);
  const section = el("section", { class: "pages", "aria-labelledby": "pages-head" });
  const picture = el("div", { class: "picture" });
  let page = pages[0];
  let after = false;
  const draw = (): void => {
    const finds = d.groups.flatMap((g) => g.finds).filter((f) => f.page === page && f.box);
    section.replaceChildren(el("h2", { id: "pages-head" }, say("page", page)), controls(), picture, list(finds, look));
    drawPage(picture, d.card.id, page, after, after ? [] : finds, look);
  };
  const controls = (): HTMLElement => {
    const row = el("div", { class: "deeds" });
    if (pages.length > 1) {
      const select = el("select", { "aria-label": say("page", ""), change: () => { page = Number(select.value); draw(); } },
        ...pages.map((p) => el("option", { value: p, selected: p === page }, say("page", p))));
      row.append(select);
    }
    if (d.card.copy) {
      for (const [key, value] of [["page-before", false], ["page-after", true]] as const) {
        const b = action("button small", say(key), "", () => { after = value; draw(); section.querySelector<HTMLElement>(`[data-after="${value}"]`)?.focus(); });
        b.setAttribute("aria-pressed", String(after === value));
        b.dataset.after = String(value);
        row.append(b);
      }
    }
    return row;
  };
  draw();
  return section;
}

const numbers = new Map<string, number>();

function count(finds: Finding[]): void {
  finds.sort((a, b) => Math.round(b.box![3] - a.box![3]) || a.box![0] - b.box![0]).forEach((f, i) => numbers.set(f.id, i + 1));
}

// number is what stands beside a finding's box on its page, and in the lists; 0 if it has none.
export function number(f: Finding): number {
  return numbers.get(f.id) || 0;
}

// numberAll gives the findings of each page their numbers.
export function numberAll(d: Detail): void {
  numbers.clear();
  const finds = d.groups.flatMap((g) => g.finds).filter((f) => f.box);
  for (const page of new Set(finds.map((f) => f.page))) {
    count(finds.filter((f) => f.page === page));
  }
}

function drawPage(box: HTMLElement, id: string, page: number, after: boolean, finds: Finding[], look: LookPanel): void {
  const img = el("img", { src: address(`/api/files/${id}/pages/${page}${after ? "?copy=1" : ""}`), alt: say("page-of", page) });
  img.addEventListener("error", () => box.replaceChildren(el("p", { class: "hint" }, say("no-picture"))));
  img.addEventListener("load", () => {
    if (finds.length > 0) {
      box.append(boxes(finds, img.naturalWidth, img.naturalHeight, look));
    }
  });
  box.replaceChildren(img);
}

const dpi = 100; // of the pictures
const point = dpi / 72;

// boxes lie over the picture, in its own pixels. The list beside it is the same for those who do not see it.
function boxes(finds: Finding[], width: number, height: number, look: LookPanel): SVGElement {
  const layer = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" });
  for (const f of finds) {
    const [x0, y0, x1, y1] = f.box!.map((v) => v * point);
    const pad = 3;
    const g = svg("g", { class: "box", "data-find": f.id, click: () => void look.at(f.id, f.where) },
      svg("rect", { x: x0 - pad, y: height - y1 - pad, width: x1 - x0 + 2 * pad, height: y1 - y0 + 2 * pad }),
      svg("circle", { cx: x0 - pad, cy: height - y1 - pad, r: 8 }),
      svg("text", { x: x0 - pad, y: height - y1 - pad + 4, "text-anchor": "middle" }, String(number(f))));
    layer.append(g);
  }
  return layer;
}

function list(finds: Finding[], look: LookPanel): HTMLElement {
  return el("details", { class: "boxes" }, el("summary", {}, say("boxes")),
    el("ol", {}, ...finds.map((f) => el("li", {}, action("plain", f.kinds || f.where, say("see-at", f.kinds || f.where), () => void look.at(f.id, f.where)),
      " " + f.text))));
}
