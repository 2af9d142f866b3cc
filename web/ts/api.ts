// The server's addresses. What goes wrong is an error with a sentence for a person.

import { lang, say } from "./words";

export class Refused extends Error {
  constructor(readonly said: string, readonly status: number) {
    super(said);
  }
}

export function address(path: string): string {
  return path + (path.includes("?") ? "&" : "?") + "lang=" + lang;
}

export async function refusal(res: Response): Promise<Refused> {
  let said = "";
  try {
    said = (await res.json()).said;
  } catch {
    // no sentence came with it
  }
  return new Refused(said || say("refused"), res.status);
}

async function ask(path: string, init: RequestInit): Promise<any> {
  let res: Response;
  try {
    res = await fetch(address(path), { credentials: "same-origin", redirect: "error", ...init });
  } catch (e) {
    if ((e as Error).name === "AbortError") {
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

export function get(path: string): Promise<any> {
  return ask(path, {});
}

export function post(path: string, value: unknown = {}, signal?: AbortSignal): Promise<any> {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value), signal });
}

// postText sends a file that is JSON already.
export function postText(path: string, text: string): Promise<any> {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: text });
}
