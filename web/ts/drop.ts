// Taking in files and folders: the whole window takes what is dropped, and two inputs do the same by keyboard.

import { el } from "./dom";
import { say } from "./words";
import { send } from "./upload";

interface Named { file: File; name: string }

// What belongs to a web site besides documents, and what programs leave behind, is passed over in folders, as the command line does.
const others = new Set(("html htm xhtml css scss less js mjs ts map webmanifest php asp aspx jsp png jpg jpeg gif webp avif bmp ico svg tif tiff " +
  "heic mp3 m4a wav ogg flac mp4 m4v mov avi wmv webm mkv mpg mpeg woff woff2 ttf otf eot").split(" "));

function passed(name: string): boolean {
  const base = name.slice(name.lastIndexOf("/") + 1);
  const ext = base.slice(base.lastIndexOf(".") + 1).toLowerCase();
  return base.startsWith("~$") || base.startsWith(".") || base.startsWith("公開用_") || others.has(ext) || base === "Thumbs.db" || base === "desktop.ini";
}

// take sends documents; of a folder it passes over what is none, and says how many.
export function take(list: Named[], note: (text: string) => void): void {
  const kept = list.filter((n) => !n.name.includes("/") || !passed(n.name));
  send(kept);
  note(kept.length < list.length ? say("skipped", list.length - kept.length) : "");
}

function children(dir: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = dir.createReader();
  const all: FileSystemEntry[] = [];
  return new Promise((done, failed) => {
    const more = (): void => reader.readEntries((list) => {
      if (list.length === 0) {
        done(all);
      } else {
        all.push(...list);
        more();
      }
    }, failed);
    more();
  });
}

async function walk(entry: FileSystemEntry, out: Named[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    out.push({ file, name: entry.fullPath.replace(/^\//, "") });
  } else if (!entry.name.startsWith(".")) {
    for (const e of await children(entry as FileSystemDirectoryEntry)) {
      await walk(e, out);
    }
  }
}

async function dropped(data: DataTransfer): Promise<Named[]> {
  const entries: FileSystemEntry[] = [];
  for (const item of Array.from(data.items)) {
    const entry = item.webkitGetAsEntry?.();
    if (entry) {
      entries.push(entry);
    }
  }
  if (entries.length === 0) {
    return Array.from(data.files).map((file) => ({ file, name: file.name }));
  }
  const out: Named[] = [];
  for (const e of entries) {
    await walk(e, out);
  }
  return out;
}

// catchDrops makes the whole window take files.
export function catchDrops(note: (text: string) => void, home: () => void): void {
  const holds = (e: DragEvent): boolean => Array.from(e.dataTransfer?.types || []).includes("Files");
  let depth = 0;
  const shade = (on: boolean): void => {
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
      e.dataTransfer!.dropEffect = "copy";
    }
  });
  addEventListener("drop", async (e) => {
    depth = 0;
    shade(false);
    if (holds(e)) {
      e.preventDefault();
      home();
      take(await dropped(e.dataTransfer!), note);
    }
  });
}

function picker(id: string, folder: boolean, note: (text: string) => void): HTMLInputElement {
  const input = el("input", { type: "file", id, class: "unseen", multiple: true, webkitdirectory: folder });
  input.addEventListener("change", () => {
    take(Array.from(input.files || []).map((file) => ({ file, name: file.webkitRelativePath || file.name })), note);
    input.value = "";
  });
  return input;
}

// choosers are the two inputs: files and a folder.
export function choosers(first: boolean, note: (text: string) => void): HTMLElement {
  return el("div", { class: "choosers" },
    picker("choose-files", false, note),
    el("label", { for: "choose-files", class: first ? "button primary" : "button" }, say(first ? "choose-files" : "add-files")),
    picker("choose-folder", true, note),
    el("label", { for: "choose-folder", class: "button" }, say(first ? "choose-folder" : "add-folder")));
}
