// Made from web/ts by go generate; change it there.
(() => {
  // ../web/ts/dom.ts
  function fill(e, attrs, children2) {
    for (const [name, value] of Object.entries(attrs)) {
      if (typeof value === "function") {
        e.addEventListener(name, value);
      } else if (value === true) {
        e.setAttribute(name, "");
      } else if (value !== false && value !== void 0) {
        e.setAttribute(name, String(value));
      }
    }
    for (const c of children2) {
      if (c) {
        e.append(c);
      }
    }
  }
  function el(tag, attrs = {}, ...children2) {
    const e = document.createElement(tag);
    fill(e, attrs, children2);
    return e;
  }
  function svg(tag, attrs = {}, ...children2) {
    const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
    fill(e, attrs, children2);
    return e;
  }
  function mark(kind, word) {
    return el("span", { class: "mark " + kind }, svg("svg", { "aria-hidden": "true", focusable: "false" }, svg("use", { href: "#m-" + kind })), word);
  }
  function unseen(text) {
    return el("span", { class: "unseen" }, text);
  }
  function action(kind, text, name, click) {
    const b = el("button", { type: "button", class: kind, click }, text);
    if (name && name !== text) {
      b.setAttribute("aria-label", name);
    }
    return b;
  }
  function link(kind, text, name, href, download = false) {
    const a = el("a", { class: kind, href }, text);
    if (download) {
      a.setAttribute("download", "");
    }
    if (name && name !== text) {
      a.setAttribute("aria-label", name);
    }
    return a;
  }

  // ../web/ts/words.ts
  var words = {};
  var lang = document.documentElement.lang;
  async function loadWords() {
    const res = await fetch("/words.json?lang=" + lang);
    words = await res.json();
  }
  function say(key, ...args) {
    let text = words[key];
    if (text === void 0) {
      throw new Error("no words for " + key);
    }
    for (const a of args) {
      text = text.replace("%s", typeof a === "number" ? a.toLocaleString("en") : a.replaceAll("$", "$$$$"));
    }
    return text;
  }

  // ../web/ts/api.ts
  var Refused = class extends Error {
    constructor(said, status) {
      super(said);
      this.said = said;
      this.status = status;
    }
    said;
    status;
  };
  function address(path) {
    return path + (path.includes("?") ? "&" : "?") + "lang=" + lang;
  }
  async function refusal(res) {
    let said = "";
    try {
      said = (await res.json()).said;
    } catch {
    }
    return new Refused(said || say("refused"), res.status);
  }
  async function ask(path, init) {
    let res;
    try {
      res = await fetch(address(path), { credentials: "same-origin", redirect: "error", ...init });
    } catch (e) {
      if (e.name === "AbortError") {
        throw e;
      }
      throw new Refused(say("lost-why"), 0);
    }
    if (!res.ok) {
      throw await refusal(res);
    }
    const kind = res.headers.get("Content-Type") || "";
    return kind.startsWith("application/json") ? res.json() : null;
  }
  function get(path) {
    return ask(path, {});
  }
  function post(path, value = {}, signal) {
    return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value), signal });
  }
  function postText(path, text) {
    return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: text });
  }

  // ../web/ts/model.ts
  var cards = /* @__PURE__ */ new Map();
  var order = [];
  var limits = { maxSize: 0, maxFiles: 0 };
  var listeners = /* @__PURE__ */ new Set();
  function listen(fn) {
    listeners.add(fn);
    return () => listeners.delete(fn);
  }
  function follow(lost) {
    let failures = 0;
    const events = new EventSource(address("/api/events"));
    events.onmessage = (e) => {
      failures = 0;
      const news = JSON.parse(e.data);
      const changed2 = /* @__PURE__ */ new Set();
      for (const c of news.cards) {
        cards.set(c.id, c);
        changed2.add(c.id);
      }
      if (news.order) {
        order = news.order;
        const there = new Set(order);
        for (const id of cards.keys()) {
          if (!there.has(id)) {
            cards.delete(id);
            changed2.add(id);
          }
        }
      }
      listeners.forEach((fn) => fn(changed2));
    };
    events.onerror = () => {
      failures++;
      if (events.readyState === EventSource.CLOSED || failures > 2) {
        events.close();
        lost();
      }
    };
    return () => events.close();
  }
  function busy(c) {
    return c.state === "waiting" || c.state === "checking" || c.state === "cleaning";
  }

  // ../web/ts/session.ts
  async function enter() {
    const token = /^#[A-Z2-7]{26}$/.test(location.hash) ? location.hash.slice(1) : "";
    if (token) {
      history.replaceState(null, "", location.pathname + location.search);
    }
    Object.assign(limits, await post("/api/session", { token }));
  }

  // ../web/ts/upload.ts
  var sendings = /* @__PURE__ */ new Map();
  var next = 0;
  var running = false;
  var queue = [];
  var changed = () => void 0;
  function onSending(fn) {
    changed = fn;
  }
  function send(list2) {
    for (const { file, name } of list2) {
      const s = { key: next++, name, size: file.size, part: 0, failed: "", request: null, file };
      sendings.set(s.key, s);
      queue.push(s);
    }
    changed();
    pump();
  }
  function cancel(s) {
    sendings.delete(s.key);
    s.request?.abort();
    changed();
  }
  function again(s) {
    s.failed = "";
    s.part = 0;
    queue.push(s);
    changed();
    pump();
  }
  function pump() {
    while (!running && queue.length > 0) {
      const s = queue.shift();
      if (sendings.has(s.key)) {
        running = true;
        start(s);
      }
    }
  }
  function start(s) {
    const form = new FormData();
    form.append("name", s.name);
    if (s.size > limits.maxSize) {
      form.append("size", String(s.size));
    } else {
      form.append("file", s.file, "file");
    }
    const req = new XMLHttpRequest();
    s.request = req;
    req.open("POST", address("/api/files"));
    req.upload.onprogress = (e) => {
      s.part = e.lengthComputable ? e.loaded / e.total : 0;
      changed();
    };
    req.onload = () => {
      if (req.status === 200) {
        sendings.delete(s.key);
      } else {
        s.failed = saidOf(req) || say("broken-upload");
      }
    };
    req.onerror = () => {
      s.failed = say("broken-upload");
    };
    req.onloadend = () => {
      running = false;
      s.request = null;
      changed();
      pump();
    };
    req.send(form);
  }
  function saidOf(req) {
    try {
      return JSON.parse(req.responseText).said;
    } catch {
      return "";
    }
  }

  // ../web/ts/drop.ts
  var others = new Set("html htm xhtml css scss less js mjs ts map webmanifest php asp aspx jsp png jpg jpeg gif webp avif bmp ico svg tif tiff heic mp3 m4a wav ogg flac mp4 m4v mov avi wmv webm mkv mpg mpeg woff woff2 ttf otf eot".split(" "));
  function passed(name) {
    const base = name.slice(name.lastIndexOf("/") + 1);
    const ext = base.slice(base.lastIndexOf(".") + 1).toLowerCase();
    return base.startsWith("~$") || base.startsWith(".") || base.startsWith("公開用_") || others.has(ext) || base === "Thumbs.db" || base === "desktop.ini";
  }
  function take(list2, note) {
    const kept = list2.filter((n) => !n.name.includes("/") || !passed(n.name));
    send(kept);
    note(kept.length < list2.length ? say("skipped", list2.length - kept.length) : "");
  }
  function children(dir) {
    const reader = dir.createReader();
    const all = [];
    return new Promise((done, failed) => {
      const more = () => reader.readEntries((list2) => {
        if (list2.length === 0) {
          done(all);
        } else {
          all.push(...list2);
          more();
        }
      }, failed);
      more();
    });
  }
  async function walk(entry, out) {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      out.push({ file, name: entry.fullPath.replace(/^\//, "") });
    } else if (!entry.name.startsWith(".")) {
      for (const e of await children(entry)) {
        await walk(e, out);
      }
    }
  }
  async function dropped(data) {
    const entries = [];
    for (const item of Array.from(data.items)) {
      const entry = item.webkitGetAsEntry?.();
      if (entry) {
        entries.push(entry);
      }
    }
    if (entries.length === 0) {
      return Array.from(data.files).map((file) => ({ file, name: file.name }));
    }
    const out = [];
    for (const e of entries) {
      await walk(e, out);
    }
    return out;
  }
  function catchDrops(note, home2) {
    const holds = (e) => Array.from(e.dataTransfer?.types || []).includes("Files");
    let depth = 0;
    const shade = (on) => {
      document.body.classList.toggle("dropping", on);
    };
    addEventListener("dragenter", (e) => {
      if (holds(e)) {
        depth++;
        shade(true);
      }
    });
    addEventListener("dragleave", () => {
      depth = Math.max(0, depth - 1);
      shade(depth > 0);
    });
    addEventListener("dragover", (e) => {
      if (holds(e)) {
        e.preventDefault();
        e.dataTransfer.dropEffect = "copy";
      }
    });
    addEventListener("drop", async (e) => {
      depth = 0;
      shade(false);
      if (holds(e)) {
        e.preventDefault();
        home2();
        take(await dropped(e.dataTransfer), note);
      }
    });
  }
  function picker(id, folder, note) {
    const input = el("input", { type: "file", id, class: "unseen", multiple: true, webkitdirectory: folder });
    input.addEventListener("change", () => {
      take(Array.from(input.files || []).map((file) => ({ file, name: file.webkitRelativePath || file.name })), note);
      input.value = "";
    });
    return input;
  }
  function choosers(first2, note) {
    return el(
      "div",
      { class: "choosers" },
      picker("choose-files", false, note),
      el("label", { for: "choose-files", class: first2 ? "button primary" : "button" }, say(first2 ? "choose-files" : "add-files")),
      picker("choose-folder", true, note),
      el("label", { for: "choose-folder", class: "button" }, say(first2 ? "choose-folder" : "add-folder"))
    );
  }

  // ../web/ts/choices.ts
  var Choices = class {
    constructor(d, changed2) {
      this.changed = changed2;
      this.policy = this.policyFirst = d.policy || "publish";
      for (const c of [...d.groups.flatMap((g) => g.choices), ...d.sheets || []]) {
        this.all.set(c.id, c);
        this.taken.set(c.id, c.take);
        if (c.mine && !c.take) {
          this.reasons.set(c.id, c.reason);
        }
      }
      for (const k of d.kinds || []) {
        if (k.mask) {
          this.masked.add(k.id);
        }
      }
      this.maskedFirst = new Set(this.masked);
    }
    changed;
    policy;
    all = /* @__PURE__ */ new Map();
    taken = /* @__PURE__ */ new Map();
    reasons = /* @__PURE__ */ new Map();
    masked = /* @__PURE__ */ new Set();
    maskedFirst;
    policyFirst;
    takes(c) {
      return this.taken.get(c.id) === true;
    }
    reason(c) {
      return this.reasons.get(c.id) || "";
    }
    take(c, on) {
      this.taken.set(c.id, on);
      this.changed();
    }
    say(c, reason) {
      this.reasons.set(c.id, reason);
      this.changed();
    }
    masks(kind) {
      return this.masked.has(kind);
    }
    mask(kind, on) {
      if (on) {
        this.masked.add(kind);
      } else {
        this.masked.delete(kind);
      }
      this.changed();
    }
    setPolicy(p) {
      this.policy = p;
      this.changed();
    }
    // count is how much differs from what stood when the screen was drawn.
    count() {
      let n = this.policy === this.policyFirst ? 0 : 1;
      for (const c of this.all.values()) {
        const told2 = this.reason(c) !== "" && this.reason(c) !== (c.mine ? c.reason : "");
        if (this.takes(c) !== c.take || !this.takes(c) && told2) {
          n++;
        }
      }
      for (const k of /* @__PURE__ */ new Set([...this.masked, ...this.maskedFirst])) {
        if (this.masked.has(k) !== this.maskedFirst.has(k)) {
          n++;
        }
      }
      return n;
    }
    decision() {
      const d = { policy: this.policy, mask: [...this.masked].sort(), take: [], leave: [] };
      for (const c of this.all.values()) {
        const on = this.takes(c);
        if (on !== c.take || c.mine || this.reason(c) !== "") {
          if (on) {
            d.take.push(c.id);
          } else {
            d.leave.push({ id: c.id, reason: this.reason(c) });
          }
        }
      }
      return d;
    }
  };

  // ../web/ts/pages.ts
  function pagesSection(d, look) {
    const pages = [...d.pages].sort((a, b) => a - b);
    const section = el("section", { class: "pages", "aria-labelledby": "pages-head" });
    const picture = el("div", { class: "picture" });
    let page = pages[0];
    let after = false;
    const draw = () => {
      const finds = d.groups.flatMap((g) => g.finds).filter((f) => f.page === page && f.box);
      section.replaceChildren(el("h2", { id: "pages-head" }, say("page", page)), controls(), picture, list(finds, look));
      drawPage(picture, d.card.id, page, after, after ? [] : finds, look);
    };
    const controls = () => {
      const row = el("div", { class: "deeds" });
      if (pages.length > 1) {
        const select = el(
          "select",
          { "aria-label": say("page", ""), change: () => {
            page = Number(select.value);
            draw();
          } },
          ...pages.map((p) => el("option", { value: p, selected: p === page }, say("page", p)))
        );
        row.append(select);
      }
      if (d.card.copy) {
        for (const [key, value] of [["page-before", false], ["page-after", true]]) {
          const b = action("button small", say(key), "", () => {
            after = value;
            draw();
            section.querySelector(`[data-after="${value}"]`)?.focus();
          });
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
  var numbers = /* @__PURE__ */ new Map();
  function count(finds) {
    finds.sort((a, b) => Math.round(b.box[3] - a.box[3]) || a.box[0] - b.box[0]).forEach((f, i) => numbers.set(f.id, i + 1));
  }
  function number(f) {
    return numbers.get(f.id) || 0;
  }
  function numberAll(d) {
    numbers.clear();
    const finds = d.groups.flatMap((g) => g.finds).filter((f) => f.box);
    for (const page of new Set(finds.map((f) => f.page))) {
      count(finds.filter((f) => f.page === page));
    }
  }
  function drawPage(box, id, page, after, finds, look) {
    const img = el("img", { src: address(`/api/files/${id}/pages/${page}${after ? "?copy=1" : ""}`), alt: say("page-of", page) });
    img.addEventListener("error", () => box.replaceChildren(el("p", { class: "hint" }, say("no-picture"))));
    img.addEventListener("load", () => {
      if (finds.length > 0) {
        box.append(boxes(finds, img.naturalWidth, img.naturalHeight, look));
      }
    });
    box.replaceChildren(img);
  }
  var dpi = 100;
  var point = dpi / 72;
  function boxes(finds, width, height, look) {
    const layer = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" });
    for (const f of finds) {
      const [x0, y0, x1, y1] = f.box.map((v) => v * point);
      const pad = 3;
      const g = svg(
        "g",
        { class: "box", "data-find": f.id, click: () => void look.at(f.id, f.where) },
        svg("rect", { x: x0 - pad, y: height - y1 - pad, width: x1 - x0 + 2 * pad, height: y1 - y0 + 2 * pad }),
        svg("circle", { cx: x0 - pad, cy: height - y1 - pad, r: 8 }),
        svg("text", { x: x0 - pad, y: height - y1 - pad + 4, "text-anchor": "middle" }, String(number(f)))
      );
      layer.append(g);
    }
    return layer;
  }
  function list(finds, look) {
    return el(
      "details",
      { class: "boxes" },
      el("summary", {}, say("boxes")),
      el("ol", {}, ...finds.map((f) => el(
        "li",
        {},
        action("plain", f.kinds || f.where, say("see-at", f.kinds || f.where), () => void look.at(f.id, f.where)),
        " " + f.text
      )))
    );
  }

  // ../web/ts/groups.ts
  var fewChoices = 6;
  var fewFinds = 5;
  function groupSection(g, choices, look) {
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
  function shape(weight) {
    return { stop: "ng", warn: "review", note: "note" }[weight] || "note";
  }
  function minorGroups(groups, choices) {
    const names = groups.map((g) => g.title).join(say("list-comma"));
    const box = el("details", { class: "minor" }, el("summary", {}, say("minor", names)));
    for (const g of groups) {
      box.append(el("h3", {}, mark("note", g.title)), el("p", { class: "why" }, g.why), choiceList(g.choices, choices));
    }
    return box;
  }
  function choiceList(all, choices) {
    const list2 = el("ul", { class: "choices" }, ...all.map((c) => choiceItem(c, choices)));
    if (all.length <= fewChoices) {
      return list2;
    }
    const can = all.filter((c) => c.can);
    const set = (on) => () => {
      can.forEach((c) => choices.take(c, on));
      list2.replaceChildren(...all.map((c) => choiceItem(c, choices)));
    };
    return el(
      "details",
      { class: "many" },
      el("summary", {}, say("take") + say("colon") + say("times", all.length)),
      el("div", { class: "deeds" }, action("plain", say("take-all"), "", set(true)), action("plain", say("take-none"), "", set(false))),
      list2
    );
  }
  function choiceItem(c, choices, text = "") {
    const id = "c-" + c.id;
    const box = el("input", { type: "checkbox", id, disabled: !c.can });
    box.checked = choices.takes(c);
    const reason = el("input", {
      type: "text",
      id: "r-" + c.id,
      maxlength: 200,
      value: choices.reason(c),
      input: () => choices.say(c, reason.value)
    });
    const why = el("p", { class: "reason" }, el("label", { for: reason.id }, say("leave-why")), reason);
    const update = () => {
      why.hidden = box.checked || !c.can || !c.take && !c.mine;
    };
    box.addEventListener("change", () => {
      choices.take(c, box.checked);
      update();
    });
    update();
    const about = [c.what, c.kinds.join(say("list-comma"))].filter(Boolean).join(say("comma"));
    const label = el(
      "label",
      { for: id },
      text || say("take") + say("colon") + c.where,
      about ? el("span", { class: "about" }, " " + about) : null
    );
    const item = el("li", {}, box, label);
    if (!c.can) {
      item.append(el("p", { class: "hint" }, say("cant-take")));
    } else if (!c.take && c.reason && !c.mine && !text) {
      item.append(el("p", { class: "hint" }, c.reason));
    }
    item.append(why);
    return item;
  }
  function masked(text) {
    if (!text.includes("●")) {
      return [document.createTextNode(text)];
    }
    return [el("span", { "aria-hidden": "true" }, text), unseen(text.replace(/●●/g, " " + say("masked") + " "))];
  }
  function findTable(g, choices, look) {
    const body = el("tbody");
    const masks = new Map(g.choices.filter((c) => c.mask).map((c) => [c.id, c]));
    const row = (f) => {
      const c = masks.get(f.id);
      return el(
        "tr",
        { "data-find": f.id },
        el("td", { class: "where" }, number(f) ? say("box", f.page, number(f)) : f.where),
        el("td", {}, f.kinds),
        el("td", { class: "text" }, ...masked(f.text)),
        masks.size > 0 ? el("td", { class: "mask" }, c ? maskBox(c, f, choices) : null) : null,
        el("td", {}, action("plain see", say("see"), say("see-at", f.where), () => void look.at(f.id, f.where)))
      );
    };
    const add = (from, to) => body.append(...g.finds.slice(from, to).map(row));
    add(0, fewFinds);
    const heads = [say("where"), say("kind"), say("text"), ...masks.size > 0 ? [say("mask")] : []];
    const table = el(
      "table",
      { class: "finds" },
      el("caption", {}, say("finds")),
      el("thead", {}, el("tr", {}, ...heads.map((h) => el("th", { scope: "col" }, h)), el("th", { scope: "col" }, unseen(say("see"))))),
      body
    );
    const box = el("div", { class: "table", tabindex: "0", role: "region", "aria-label": g.title + say("colon") + say("finds") }, table);
    const out = el("div", {}, box);
    const rest = g.finds.length - fewFinds;
    if (rest > 0) {
      const more = action("plain", say("show-more", rest), "", () => {
        add(fewFinds, g.finds.length);
        more.remove();
        body.querySelectorAll("button")[fewFinds]?.focus();
      });
      out.append(more);
    }
    if (g.more > 0) {
      out.append(el("p", { class: "hint" }, say("more-finds", g.more)));
    }
    return out;
  }
  function maskBox(c, f, choices) {
    const box = el("input", { type: "checkbox", "aria-label": say("mask-at", f.where, f.kinds), change: () => choices.take(c, box.checked) });
    box.checked = choices.takes(c);
    return box;
  }

  // ../web/ts/options.ts
  function sheetsSection(d, choices) {
    if (!d.sheets || d.sheets.length < 2) {
      return null;
    }
    return el(
      "section",
      { class: "group" },
      el("h3", {}, say("sheets")),
      el("p", { class: "why" }, say("sheets-why")),
      el("ul", { class: "choices" }, ...d.sheets.map((c) => choiceItem(c, choices, say("drop-sheet", c.where))))
    );
  }
  function kindsSection(d, choices) {
    const visible = d.groups.some((g) => g.choices.some((c) => c.mask));
    if (!visible || !d.kinds || d.kinds.length === 0) {
      return null;
    }
    const section = el("section", { class: "group" }, el("h3", {}, say("mask-kinds")));
    const list2 = el("ul", { class: "kinds" });
    for (const k of d.kinds) {
      const box = el("input", { type: "checkbox", id: "k-" + k.id, change: () => choices.mask(k.id, box.checked) });
      box.checked = choices.masks(k.id);
      list2.append(el("li", {}, box, el("label", { for: box.id }, k.name, el("span", { class: "about" }, " " + k.count))));
    }
    section.append(el("p", { class: "why" }, say("mask-kinds-why")), list2);
    return section;
  }
  function planSection(d, id, choices, redraw, fail) {
    const policy = el(
      "select",
      { id: "policy", change: () => choices.setPolicy(policy.value) },
      ...["publish", "strict", "metadata"].map((p) => el("option", { value: p, selected: p === d.policy }, say("policy-" + p)))
    );
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
    return el(
      "details",
      { class: "plan" },
      el("summary", {}, say("plan")),
      el("p", {}, el("label", { for: "policy" }, say("policy")), policy),
      el("div", { class: "deeds" }, save, input, el("label", { for: "plan-file", class: "button" }, say("plan-load")), reset)
    );
  }

  // ../web/ts/look.ts
  var longest = 1e4;
  var LookPanel = class {
    constructor(file) {
      this.file = file;
      this.hold.hidden = true;
      this.root.append(this.head, this.body, this.hold);
      this.hold.addEventListener("pointerdown", (e) => {
        this.hold.setPointerCapture(e.pointerId);
        void this.show();
      });
      for (const over2 of ["pointerup", "pointercancel", "lostpointercapture", "blur"]) {
        this.hold.addEventListener(over2, () => this.cover());
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
    file;
    root = el("section", { class: "look", "aria-labelledby": "look-head" });
    head = el("h2", { id: "look-head", tabindex: "-1" }, say("place"));
    body = el("div", { class: "around", "aria-live": "polite" }, el("p", { class: "hint" }, say("place-none")));
    hold = action("button hold", say("hold"), "", () => void 0);
    id = "";
    masked = null;
    showing = null;
    timer = 0;
    asked = 0;
    // begin shows the first finding of a workbook, so that the tabs are seen at once.
    begin(d) {
      const first2 = d.groups.flatMap((g) => g.finds)[0] || d.groups.filter((g) => g.weight !== "note").flatMap((g) => g.choices)[0];
      if (first2 && this.id === "") {
        void this.at(first2.id, first2.where, false);
      }
    }
    end() {
      this.cover();
      this.id = "";
    }
    async at(id, where, focus = true) {
      this.cover();
      this.id = id;
      const mine = ++this.asked;
      document.querySelectorAll("[data-find]").forEach((row) => row.classList.toggle("here", row.dataset.find === id));
      this.head.textContent = say("place-of", where);
      this.hold.hidden = true;
      this.body.replaceChildren(el("p", { class: "doing" }, say("looking")));
      if (focus) {
        this.head.focus({ preventScroll: true });
        this.head.scrollIntoView({ block: "nearest" });
      }
      try {
        const l = await get(`/api/files/${this.file}/look?at=${id}`);
        if (mine === this.asked) {
          this.masked = l;
          this.draw(l);
          this.hold.hidden = (l.grid?.rows.length || 0) + l.texts.length === 0;
        }
      } catch (e) {
        if (mine === this.asked) {
          this.body.replaceChildren(el("p", { class: "problem" }, e.said));
        }
      }
    }
    async show() {
      this.cover();
      const mine = this.showing = new AbortController();
      this.hold.classList.add("held");
      this.hold.textContent = say("holding");
      this.timer = window.setTimeout(() => this.cover(), longest);
      try {
        const l = await post(`/api/files/${this.file}/show`, { at: this.id }, mine.signal);
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
    cover() {
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
    draw(l) {
      const out = [];
      if (l.tabs.length > 0) {
        out.push(tabStrip(l.tabs));
      }
      if (l.grid && l.grid.rows.length > 0) {
        out.push(gridTable(l.grid));
      } else if (l.texts.length > 0) {
        out.push(el("ol", { class: "texts" }, ...l.texts.map((t) => el(
          "li",
          { class: t.here ? "here" : "" },
          t.where || t.here ? el("span", { class: "where" }, t.where, t.here ? el("span", { class: "tag" }, say("here")) : null) : null,
          ...t.parts.flatMap(piece)
        ))));
      } else if (l.tabs.length === 0) {
        out.push(el("p", { class: "hint" }, say("around-none")));
      }
      this.body.replaceChildren(...out);
    }
  };
  function piece(p) {
    const about = [p.hidden, p.found].filter(Boolean).join(say("comma"));
    return [el("span", { class: p.hidden ? "text hidden" : "text" }, p.text), about ? el("span", { class: "kind" }, about) : null, " "].filter((n) => n !== null).map((n) => typeof n === "string" ? document.createTextNode(n) : n);
  }
  function tabStrip(tabs) {
    return el(
      "div",
      {},
      el("h3", {}, say("tabs")),
      el("ol", { class: "tabs" }, ...tabs.map((t) => el(
        "li",
        { class: (t.hidden ? "hidden" : "") + (t.here ? " here" : "") },
        el("span", { class: "tab" }, t.name),
        el("span", { class: "about" }, t.said),
        t.here ? unseen(say("here")) : null
      )))
    );
  }
  function gridTable(g) {
    const heads = g.heads.some(Boolean) && g.rows[0]?.name !== "1";
    const head = el("thead", {}, el("tr", {}, el("td", {}, unseen(say("row"))), ...g.cols.map((c) => el("th", { scope: "col" }, c))));
    if (heads) {
      head.append(el("tr", { class: "heads" }, el("td", {}), ...g.heads.map((h) => el("td", {}, h))));
    }
    const table = el(
      "table",
      { class: "grid" },
      el("caption", { class: "unseen" }, say("around")),
      head,
      el("tbody", {}, ...g.rows.map((r) => el("tr", {}, el("th", { scope: "row" }, r.name), ...r.cells.map(gridCell))))
    );
    return el("div", { class: "table", tabindex: "0", role: "region", "aria-label": say("around") }, table);
  }
  function gridCell(c) {
    const kind = [c.here ? "here" : "", c.hidden ? "hidden" : "", c.found ? "found" : ""].filter(Boolean).join(" ");
    return el("td", { class: kind, title: c.found }, c.text, c.here ? unseen(" " + say("here")) : null, c.found ? unseen(" " + c.found) : null);
  }

  // ../web/ts/result.ts
  var fewRows = 20;
  function resultSection(d, id) {
    const copy = d.card.copy;
    const section = el(
      "section",
      { class: "result " + copy.verdict, "aria-labelledby": "result-head" },
      el("h2", { id: "result-head", tabindex: "-1" }, say("copy-made")),
      el("p", { class: "verdict" }, mark(copy.verdict, copy.word), el("span", { class: "about" }, " " + copy.name + " ・ " + copy.size))
    );
    if (copy.verdict !== "ok") {
      section.append(el("p", { class: "problem" }, say("copy-left") + say("colon") + copy.said), el("p", {}, d.card.next));
    }
    section.append(
      el("ul", { class: "proof" }, ...copy.proof.map((p) => el("li", {}, p))),
      el(
        "div",
        { class: "deeds" },
        link(copy.verdict === "ok" ? "button primary" : "button", say("save"), say("save-at", d.card.name), address(`/api/files/${id}/copy`), true),
        link("button", say("report"), "", address(`/api/files/${id}/report.html`), true)
      )
    );
    const rows = d.rows || [];
    if (rows.length > 0) {
      section.append(el("details", { open: rows.length <= fewRows }, el("summary", {}, say("changes")), el(
        "div",
        { class: "table", tabindex: "0", role: "region", "aria-label": say("changes") },
        el(
          "table",
          { class: "changes" },
          el("thead", {}, el("tr", {}, ...["what", "before", "after", "did"].map((k) => el("th", { scope: "col" }, say(k))))),
          el("tbody", {}, ...rows.map((r) => el(
            "tr",
            {},
            el("th", { scope: "row" }, r.what),
            el("td", { class: "n" }, r.before),
            el("td", { class: "n" }, r.after),
            el("td", {}, r.did)
          )))
        )
      )));
    }
    if (d.notes && d.notes.length > 0) {
      section.append(el(
        "details",
        {},
        el("summary", {}, say("notes")),
        el("dl", { class: "parts" }, ...d.notes.flatMap((n) => [el("dt", {}, n.where), el("dd", {}, n.said)]))
      ));
    }
    section.append(el("p", { class: "hash" }, say("sha") + say("colon"), el("code", {}, copy.sha256)));
    return section;
  }

  // ../web/ts/detail.ts
  function detail(main2, card, goHome2) {
    const screen = new Screen(main2, card, goHome2);
    void screen.load();
    const stop = listen((changed2) => {
      if (changed2.has(card.id)) {
        screen.changed();
      }
    });
    return () => {
      stop();
      screen.look.end();
    };
  }
  var Screen = class {
    constructor(main2, card, goHome2) {
      this.main = main2;
      this.card = card;
      this.goHome = goHome2;
      this.look = new LookPanel(card.id);
      main2.replaceChildren(el("div", { class: "wide" }, el("p", { role: "status" }, say("looking"))));
    }
    main;
    card;
    goHome;
    look;
    error = el("p", { class: "problem", role: "alert", hidden: true });
    bar = el("section", { class: "make", "aria-label": say("clean") });
    choices = null;
    waiting = false;
    changed() {
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
    async load(toResult = false) {
      try {
        const d = await get(`/api/files/${this.card.id}`);
        this.card = d.card;
        this.draw(d, toResult);
      } catch (e) {
        this.fail(e);
      }
    }
    fail(e) {
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
    draw(d, toResult) {
      this.error.hidden = true;
      numberAll(d);
      this.choices = new Choices(d, () => this.drawBar());
      const heavy = d.groups.filter((g) => g.weight !== "note" || g.finds.length > 0);
      const minor = d.groups.filter((g) => !heavy.includes(g));
      const list2 = el("section", { class: "found", "aria-labelledby": "found-head" }, el("h2", { id: "found-head" }, say("found")));
      if (heavy.length === 0) {
        list2.append(el("p", {}, (d.unread || []).length > 0 ? d.said[0] : say("nothing")));
      }
      for (const g of heavy) {
        list2.append(groupSection(g, this.choices, this.look));
      }
      const rest = [kindsSection(d, this.choices), sheetsSection(d, this.choices), unreadSection(d)];
      list2.append(...rest.filter((e) => e !== null));
      if (minor.length > 0) {
        list2.append(minorGroups(minor, this.choices));
      }
      if (d.policy) {
        list2.append(planSection(d, this.card.id, this.choices, () => void this.load(), (e) => this.fail(e)));
      }
      const result = d.card.copy ? resultSection(d, this.card.id) : null;
      const seen = (d.pages || []).length > 0 ? pagesSection(d, this.look) : null;
      this.main.replaceChildren(el(
        "div",
        { class: "wide file" },
        el("p", { class: "back" }, link("plain", "← " + say("back"), say("back"), "#")),
        this.head(d),
        this.error,
        result,
        el("div", { class: "columns" }, result && d.card.copy.verdict === "ok" ? el("details", { class: "again" }, el("summary", {}, say("again")), list2) : list2, el("div", { class: "side" }, seen, this.look.root))
      ), this.bar);
      this.main.querySelector(".back a").addEventListener("click", (e) => {
        e.preventDefault();
        this.goHome();
      });
      this.drawBar();
      this.look.begin(d);
      if (toResult && result) {
        result.querySelector("h2").focus();
        result.scrollIntoView();
      }
    }
    head(d) {
      const c = d.card;
      const line = el("p", { class: "verdict" }, c.verdict ? mark(c.verdict, c.word) : c.doing);
      if (c.people) {
        line.append(el("span", { class: "people" }, c.people));
      }
      const box = el(
        "section",
        { class: "head " + (c.verdict || c.state) },
        el("h1", {}, c.name),
        el("p", { class: "about" }, [c.folder, c.size, c.format.toUpperCase()].filter(Boolean).join(" ・ ")),
        line
      );
      for (const s of d.said) {
        box.append(el("p", { class: "said" }, s));
      }
      if (c.problem) {
        box.append(el("p", { class: "problem" }, say("no-copy") + say("colon") + c.problem));
      }
      return box;
    }
    // drawBar is the one primary action: making the copy. Once there is one, it is saved above, and this waits for another choice.
    drawBar() {
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
        row.append(
          el("p", { class: "doing", role: "status" }, say("making")),
          el("progress", { "aria-label": say("making") }),
          action("button", say("stop"), say("stop-at", c.name), () => void post(`/api/files/${c.id}/stop`))
        );
      } else {
        row.append(action("button primary", say("clean"), "", () => this.make()));
        row.append(link("button", say("report"), "", address(`/api/files/${c.id}/report.html`), true));
        if (changes > 0) {
          row.append(el("p", { class: "changes", role: "status" }, say("changed", changes)));
        }
      }
      this.bar.append(row);
      if (held) {
        row.querySelector("button, a")?.focus();
      }
    }
    make() {
      this.waiting = true;
      post(`/api/files/${this.card.id}/clean`, { decision: this.choices.decision() }).catch((e) => {
        this.waiting = false;
        this.fail(e);
        this.error.scrollIntoView({ block: "center" });
      });
    }
  };
  function unreadSection(d) {
    if (!d.unread || d.unread.length === 0) {
      return null;
    }
    return el(
      "section",
      { class: "group" },
      el("h3", {}, mark("unread", say("unread-parts"))),
      el("dl", { class: "parts" }, ...d.unread.flatMap((u) => [el("dt", {}, u.where), el("dd", {}, u.said)]))
    );
  }

  // ../web/ts/card.ts
  function cardItem(c, said) {
    const li = el("li", { class: "card" });
    fillCard(li, c, said);
    return li;
  }
  function fillCard(li, c, said) {
    const held = li.contains(document.activeElement) ? document.activeElement.dataset.do : void 0;
    const verdict = c.copy ? c.copy.verdict : c.verdict;
    li.className = "card " + (verdict || c.state);
    const head = "card-" + c.id;
    li.replaceChildren(el(
      "article",
      { "aria-labelledby": head },
      el(
        "header",
        {},
        el("h3", { id: head }, c.name),
        el("p", { class: "about" }, [c.folder, c.size].filter(Boolean).join(" ・ "))
      ),
      el("div", { class: "state", role: "status" }, ...state(c)),
      ...told(c),
      c.password ? password(c, said) : null,
      deeds(c, said)
    ));
    if (held) {
      (li.querySelector(`[data-do="${held}"]`) || li.querySelector("[data-do]"))?.focus();
    }
  }
  function state(c) {
    if (c.state === "waiting" || c.state === "checking" || c.state === "cleaning") {
      const out = [el("p", { class: "doing" }, c.doing)];
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
  function told(c) {
    const out = [];
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
  function password(c, said) {
    const input = el("input", { type: "password", id: "password-" + c.id, autocomplete: "off", required: true, "data-do": "password" });
    return el(
      "form",
      {
        class: "password",
        submit: (e) => {
          e.preventDefault();
          post(`/api/files/${c.id}/retry`, { password: input.value }).catch((r) => said(r.said));
        }
      },
      el("label", { for: input.id }, say("password")),
      input,
      el("button", { type: "submit", class: "button", "data-do": "password-go" }, say("password-go")),
      el("p", { class: "hint" }, say("password-why"))
    );
  }
  function deeds(c, said) {
    const row = el("div", { class: "deeds" });
    const add = (key, e) => {
      e.dataset.do = key;
      row.append(e);
    };
    const call = (what) => () => void post(`/api/files/${c.id}/${what}`).catch((e) => said(e.said));
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
  var sendingItems = /* @__PURE__ */ new WeakMap();
  function sendingItem(s) {
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
    li.replaceChildren(el(
      "article",
      {},
      el("header", {}, el("h3", {}, name)),
      s.failed ? el("p", { class: "problem", role: "status" }, say("not-read") + say("colon") + s.failed) : el("div", { class: "state" }, el("p", { class: "doing" }, say("sending")), el("progress", { "aria-label": say("sending"), max: 1 })),
      row
    ));
    return li;
  }

  // ../web/ts/save.ts
  function picker2() {
    return window.showDirectoryPicker;
  }
  function canSave() {
    return picker2() !== void 0;
  }
  async function saveInto(made, said) {
    let folder;
    try {
      folder = await picker2()({ mode: "readwrite", id: "sumikeshi" });
    } catch {
      return;
    }
    let saved = 0;
    const failed = [];
    for (const c of made) {
      try {
        if (await stands(folder, c.copy.name)) {
          throw new Error("it exists");
        }
        const res = await fetch(address(`/api/files/${c.id}/copy`));
        if (!res.ok) {
          throw await refusal(res);
        }
        const file = await folder.getFileHandle(c.copy.name, { create: true });
        await res.body.pipeTo(await file.createWritable());
        saved++;
      } catch {
        failed.push(c.copy.name);
      }
    }
    said(failed.length > 0 ? say("not-saved", failed.join(say("list-comma"))) : say("saved-folder", saved));
  }
  async function stands(folder, name) {
    try {
      await folder.getFileHandle(name);
      return true;
    } catch (e) {
      return e.name !== "NotFoundError";
    }
  }

  // ../web/ts/home.ts
  var verdicts = ["ng", "unread", "review", "ok"];
  var items = /* @__PURE__ */ new Map();
  var only = "";
  function home(main2, note) {
    const drop = el("section", { class: "drop", "aria-labelledby": "drop-head" });
    const status = el("p", { class: "status", role: "status" });
    const remark = el("p", { class: "remark", role: "status" }, note);
    const bar = el("section", { class: "bar" });
    const list2 = el("ul", { class: "cards" });
    const said = (text) => {
      remark.textContent = text;
    };
    const label = el("h2", { class: "unseen" }, say("files"));
    main2.replaceChildren(el("div", { class: "wide" }, drop, remark, bar, status, label, list2));
    let empty = null;
    const frame = () => {
      const none = order.length === 0 && sendings.size === 0;
      if (none !== empty) {
        empty = none;
        const held = drop.contains(document.activeElement) ? document.activeElement.id : "";
        drop.className = none ? "drop big" : "drop";
        drop.replaceChildren(
          svg("svg", { class: "arrow", "aria-hidden": "true", focusable: "false" }, svg("use", { href: "#m-drop" })),
          el("h1", { id: "drop-head" }, say("drop")),
          ...none ? [el("p", {}, say("drop-kinds"))] : [],
          choosers(none, said),
          el("p", { class: "let-go", "aria-hidden": "true" }, say("drop-now"))
        );
        label.hidden = none;
        document.getElementById(held)?.focus();
      }
      summary(bar, status, list2, said);
      place(list2);
    };
    items.clear();
    for (const id of order) {
      items.set(id, cardItem(cards.get(id), said));
    }
    const stop = listen((changed2) => {
      for (const id of changed2) {
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
      onSending(() => void 0);
    };
  }
  function place(list2) {
    const want = [];
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
      if (list2.children[i] !== want[i]) {
        list2.insertBefore(want[i], list2.children[i] || null);
      }
    }
    while (list2.children.length > want.length) {
      list2.lastElementChild.remove();
    }
  }
  function shownVerdict(c) {
    return c.copy ? c.copy.verdict : c.verdict;
  }
  function summary(bar, status, list2, said) {
    const all = order.map((id) => cards.get(id)).filter(Boolean);
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
    const held = bar.contains(document.activeElement) ? document.activeElement.dataset.do : void 0;
    bar.replaceChildren(tally(all, () => summary(bar, status, list2, said), list2), deeds2(all, going, said));
    if (held) {
      bar.querySelector(`[data-do="${held}"]`)?.focus();
    }
  }
  function tally(all, redraw, list2) {
    const group = el("div", { class: "tally", role: "group", "aria-label": say("tally") });
    for (const v of verdicts) {
      const n = all.filter((c) => shownVerdict(c) === v).length;
      const b = el("button", {
        type: "button",
        class: n === 0 ? "count zero" : "count",
        "aria-pressed": only === v ? "true" : "false",
        "data-do": "only-" + v,
        disabled: n === 0 && only !== v,
        click: () => {
          only = only === v ? "" : v;
          redraw();
          place(list2);
        }
      }, mark(v, say(v)), el("b", {}, String(n)));
      group.append(b);
    }
    return group;
  }
  function deeds2(all, going, said) {
    const row = el("div", { class: "deeds" });
    const open = all.filter((c) => !c.copy && !busy(c) && c.verdict !== "" && c.verdict !== "ok" && c.verdict !== "unread" && c.takes && !c.problem);
    const made = all.filter((c) => c.copy && c.copy.verdict !== "ng");
    const bad = all.filter((c) => c.copy && c.copy.verdict === "ng").length;
    const add = (key, e) => {
      e.dataset.do = key;
      row.append(e);
    };
    if (going === 0 && open.length > 1) {
      add("clean", action("button primary", say("clean-all"), "", () => {
        for (const c of open) {
          post(`/api/files/${c.id}/clean`).catch((e) => said(e.said));
        }
      }));
    }
    if (made.length > 1) {
      const first2 = going === 0 && open.length <= 1;
      add("zip", link(first2 ? "button primary" : "button", say("save-zip"), "", address("/api/copies.zip"), true));
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
    add("wipe", action("plain", say("wipe"), "", () => void post("/api/wipe").catch((e) => said(e.said))));
    return row;
  }

  // ../web/ts/main.ts
  var main = document.getElementById("main");
  var leave = () => void 0;
  var over = false;
  function goHome(note = "") {
    if (location.hash !== "") {
      history.pushState(null, "", location.pathname + location.search);
    }
    show(note);
  }
  function show(note = "") {
    if (over) {
      return;
    }
    leave();
    document.body.classList.toggle("in-file", location.hash.startsWith("#f="));
    const id = location.hash.startsWith("#f=") ? location.hash.slice(3) : "";
    const card = cards.get(id);
    document.title = (card ? card.name + " - " : "") + say("title");
    leave = card ? detail(main, card, goHome) : home(main, note);
  }
  function message(head, text) {
    over = true;
    leave();
    main.replaceChildren(el("div", { class: "wide message", role: "alert" }, el("h1", {}, head), text ? el("p", {}, text) : null));
  }
  function askToEnd(button) {
    const d = el(
      "dialog",
      { "aria-labelledby": "end-ask" },
      el("p", { id: "end-ask" }, say("end-ask")),
      el(
        "div",
        { class: "deeds" },
        action("button primary", say("yes"), "", () => {
          d.close();
          post("/api/end").then(() => message(say("ended"), say("ended-why")), (e) => message(say("lost"), e.said));
        }),
        action("button", say("no"), "", () => d.close())
      )
    );
    d.addEventListener("close", () => {
      d.remove();
      button.focus();
    });
    document.body.append(d);
    d.showModal();
  }
  async function begin() {
    await loadWords();
    try {
      await enter();
    } catch (e) {
      message(say("lost"), e.said);
      return;
    }
    const note = (text) => {
      const remark = main.querySelector(".remark");
      if (remark) {
        remark.textContent = text;
      }
    };
    catchDrops(note, () => {
      if (location.hash !== "") {
        goHome();
      }
    });
    follow(() => {
      if (!over) {
        message(say("lost"), say("lost-why"));
      }
    });
    const end = document.getElementById("end");
    end.addEventListener("click", () => askToEnd(end));
    const language = document.getElementById("language");
    language.addEventListener("click", () => {
      language.hash = location.hash;
    });
    document.getElementById("home").addEventListener("click", (e) => {
      e.preventDefault();
      goHome();
    });
    addEventListener("hashchange", () => {
      show();
      main.focus();
    });
    await first();
    show();
  }
  function first() {
    return new Promise((done) => {
      let tries = 0;
      const look = () => {
        if (!location.hash.startsWith("#f=") || cards.size > 0 || ++tries > 20) {
          done();
        } else {
          setTimeout(look, 50);
        }
      };
      look();
    });
  }
  void begin();
})();
