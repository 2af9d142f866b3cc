// What a person decides, as the difference from what stands: the policy's plan, or the one that was loaded.

import { Choice, Detail } from "./model";

export interface Decision {
  policy: string;
  mask: string[];
  take: string[];
  leave: { id: string; reason: string }[];
}

export class Choices {
  policy: string;
  private readonly all = new Map<string, Choice>();
  private readonly taken = new Map<string, boolean>();
  private readonly reasons = new Map<string, string>();
  private readonly masked = new Set<string>();
  private readonly maskedFirst: Set<string>;
  private readonly policyFirst: string;

  constructor(d: Detail, private readonly changed: () => void) {
    this.policy = this.policyFirst = d.policy || "publish";
    for (const c of [...d.groups.flatMap((g) => g.choices), ...(d.sheets || [])]) {
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

  takes(c: Choice): boolean {
    return this.taken.get(c.id) === true;
  }

  reason(c: Choice): string {
    return this.reasons.get(c.id) || "";
  }

  take(c: Choice, on: boolean): void {
    this.taken.set(c.id, on);
    this.changed();
  }

  say(c: Choice, reason: string): void {
    this.reasons.set(c.id, reason);
    this.changed();
  }

  masks(kind: string): boolean {
    return this.masked.has(kind);
  }

  mask(kind: string, on: boolean): void {
    if (on) {
      this.masked.add(kind);
    } else {
      this.masked.delete(kind);
    }
    this.changed();
  }

  setPolicy(p: string): void {
    this.policy = p;
    this.changed();
  }

  // count is how much differs from what stood when the screen was drawn.
  count(): number {
    let n = this.policy === this.policyFirst ? 0 : 1;
    for (const c of this.all.values()) {
      const told = this.reason(c) !== "" && this.reason(c) !== (c.mine ? c.reason : "");
      if (this.takes(c) !== c.take || !this.takes(c) && told) {
        n++;
      }
    }
    for (const k of new Set([...this.masked, ...this.maskedFirst])) {
      if (this.masked.has(k) !== this.maskedFirst.has(k)) {
        n++;
      }
    }
    return n;
  }

  decision(): Decision {
    const d: Decision = { policy: this.policy, mask: [...this.masked].sort(), take: [], leave: [] };
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
}
