// The page: what the address says decides the screen.

import { action, el } from "./dom";
import { enter } from "./session";
import { post, Refused } from "./api";
import { cards, follow } from "./model";
import { catchDrops } from "./drop";
import { detail } from "./detail";
import { home } from "./home";
import { loadWords, say } from "./words";

const main = document.getElementById("main")!;
let leave: () => void = () => undefined;
let over = false;

function goHome(note = ""): void {
  if (location.hash !== "") {
    history.pushState(null, "", location.pathname + location.search);
  }
  show(note);
}

function show(note = ""): void {
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

// message is a screen that says one thing.
function message(head: string, text: string): void {
  over = true;
  leave();
  main.replaceChildren(el("div", { class: "wide message", role: "alert" }, el("h1", {}, head), text ? el("p", {}, text) : null));
}

function askToEnd(button: HTMLElement): void {
  const d = el("dialog", { "aria-labelledby": "end-ask" },
    el("p", { id: "end-ask" }, say("end-ask")),
    el("div", { class: "deeds" },
      action("button primary", say("yes"), "", () => {
        d.close();
        post("/api/end").then(() => message(say("ended"), say("ended-why")), (e: Refused) => message(say("lost"), e.said));
      }),
      action("button", say("no"), "", () => d.close())));
  d.addEventListener("close", () => {
    d.remove();
    button.focus();
  });
  document.body.append(d);
  d.showModal();
}

async function begin(): Promise<void> {
  await loadWords();
  try {
    await enter();
  } catch (e) {
    message(say("lost"), (e as Refused).said);
    return;
  }
  const note = (text: string): void => {
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
  const end = document.getElementById("end")!;
  end.addEventListener("click", () => askToEnd(end));
  const language = document.getElementById("language") as HTMLAnchorElement;
  language.addEventListener("click", () => {
    language.hash = location.hash; // the same file in the other language
  });
  document.getElementById("home")!.addEventListener("click", (e) => {
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

// first waits for the first news, so that a reload in the middle of a file comes back to it.
function first(): Promise<void> {
  return new Promise((done) => {
    let tries = 0;
    const look = (): void => {
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
