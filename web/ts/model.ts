// What the server says, and the one copy of it that all screens share.

import { address } from "./api";

export interface Made {
  name: string; size: string; sha256: string; verdict: string; word: string; said: string; proof: string[];
}

export interface Card {
  id: string; rev: number; name: string; folder: string; size: string; state: string; doing: string; verdict: string; word: string;
  said: string; next: string; people: string; password: boolean; seconds: number; format: string; takes: boolean; problem: string; copy: Made | null;
}

export interface Choice {
  id: string; where: string; what: string; kinds: string[]; take: boolean; can: boolean; reason: string; mine: boolean; mask: boolean;
}

export interface Finding {
  id: string; where: string; kinds: string; text: string; sure: string; page: number; box: number[] | null;
}

export interface Group {
  place: string; title: string; why: string; advice: string; weight: string; word: string; choices: Choice[]; finds: Finding[]; more: number;
}

export interface Kind { id: string; name: string; count: string; after: string; mask: boolean }
export interface Part { where: string; said: string }
export interface Change { what: string; before: string; after: string; did: string }

export interface Detail {
  card: Card; said: string[]; advice: string; policy: string; groups: Group[]; sheets: Choice[] | null; kinds: Kind[] | null;
  unread: Part[] | null; pages: number[] | null; rows: Change[] | null; notes: Part[] | null;
}

export interface Tab { name: string; hidden: boolean; said: string; here: boolean }
export interface Cell { text: string; here: boolean; hidden: boolean; found: string }
export interface Grid { cols: string[]; heads: string[]; rows: { name: string; cells: Cell[] }[] }
export interface Text { where: string; here: boolean; parts: { text: string; hidden: string; found: string }[] }
export interface Looked {
  where: string; kind: string; sheet: string; page: number; tabs: Tab[]; grid: Grid | null; texts: Text[];
}

export const cards = new Map<string, Card>();
export let order: string[] = [];
export const limits = { maxSize: 0, maxFiles: 0 };

type Listener = (changed: Set<string>) => void;
const listeners = new Set<Listener>();

// listen calls fn with the IDs of the cards that changed, until the returned function is called.
export function listen(fn: Listener): () => void {
  listeners.add(fn);
  return () => listeners.delete(fn);
}

// follow keeps the cards up to date. Lost is called when the program does not answer any more.
export function follow(lost: () => void): () => void {
  let failures = 0;
  const events = new EventSource(address("/api/events"));
  events.onmessage = (e) => {
    failures = 0;
    const news = JSON.parse(e.data) as { rev: number; order: string[] | null; cards: Card[] };
    const changed = new Set<string>();
    for (const c of news.cards) {
      cards.set(c.id, c);
      changed.add(c.id);
    }
    if (news.order) {
      order = news.order;
      const there = new Set(order);
      for (const id of cards.keys()) {
        if (!there.has(id)) {
          cards.delete(id);
          changed.add(id);
        }
      }
    }
    listeners.forEach((fn) => fn(changed));
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

export function busy(c: Card): boolean {
  return c.state === "waiting" || c.state === "checking" || c.state === "cleaning";
}
