// Making elements. Texts become text nodes and nothing else, so that nothing a document says can become markup.

type Child = Node | string | null | undefined | false;
type Attrs = Record<string, string | boolean | number | ((e: any) => void) | undefined>;

function fill(e: Element, attrs: Attrs, children: Child[]): void {
  for (const [name, value] of Object.entries(attrs)) {
    if (typeof value === "function") {
      e.addEventListener(name, value as EventListener);
    } else if (value === true) {
      e.setAttribute(name, "");
    } else if (value !== false && value !== undefined) {
      e.setAttribute(name, String(value));
    }
  }
  for (const c of children) {
    if (c) {
      e.append(c);
    }
  }
}

export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attrs: Attrs = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag);
  fill(e, attrs, children);
  return e;
}

export function svg(tag: string, attrs: Attrs = {}, ...children: Child[]): SVGElement {
  const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(e, attrs, children);
  return e;
}

// mark is a verdict or a weight: a shape and a word; the colour only helps.
export function mark(kind: string, word: string): HTMLElement {
  return el("span", { class: "mark " + kind }, svg("svg", { "aria-hidden": "true", focusable: "false" }, svg("use", { href: "#m-" + kind })), word);
}

// unseen is a text for those who hear the page.
export function unseen(text: string): HTMLElement {
  return el("span", { class: "unseen" }, text);
}

// action is a button. The name says what it is about to those who do not see what stands beside it.
export function action(kind: string, text: string, name: string, click: (e: MouseEvent) => void): HTMLButtonElement {
  const b = el("button", { type: "button", class: kind, click }, text);
  if (name && name !== text) {
    b.setAttribute("aria-label", name);
  }
  return b;
}

// link is a download or another screen that looks like a button.
export function link(kind: string, text: string, name: string, href: string, download = false): HTMLAnchorElement {
  const a = el("a", { class: kind, href }, text);
  if (download) {
    a.setAttribute("download", "");
  }
  if (name && name !== text) {
    a.setAttribute("aria-label", name);
  }
  return a;
}
