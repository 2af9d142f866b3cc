// Sending documents to the program, one after another: so they stand on the page in the order in which they were dropped.

import { address } from "./api";
import { limits } from "./model";
import { say } from "./words";

// A Sending is a document on its way. It is shown as a card until the program has one for it.
export interface Sending {
  key: number; name: string; size: number; part: number; failed: string; request: XMLHttpRequest | null; file: File;
}

export const sendings = new Map<number, Sending>();

let next = 0;
let running = false;
const queue: Sending[] = [];
let changed: () => void = () => undefined;

export function onSending(fn: () => void): void {
  changed = fn;
}

// send queues documents; the name holds the folders that they were dropped in.
export function send(list: { file: File; name: string }[]): void {
  for (const { file, name } of list) {
    const s = { key: next++, name, size: file.size, part: 0, failed: "", request: null, file };
    sendings.set(s.key, s);
    queue.push(s);
  }
  changed();
  pump();
}

export function cancel(s: Sending): void {
  sendings.delete(s.key);
  s.request?.abort();
  changed();
}

export function again(s: Sending): void {
  s.failed = "";
  s.part = 0;
  queue.push(s);
  changed();
  pump();
}

function pump(): void {
  while (!running && queue.length > 0) {
    const s = queue.shift()!;
    if (sendings.has(s.key)) {
      running = true;
      start(s);
    }
  }
}

function start(s: Sending): void {
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

function saidOf(req: XMLHttpRequest): string {
  try {
    return JSON.parse(req.responseText).said;
  } catch {
    return "";
  }
}
