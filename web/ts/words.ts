// The texts of the page, in the language it was opened in.

let words: Record<string, string> = {};

export const lang = document.documentElement.lang;

export async function loadWords(): Promise<void> {
  const res = await fetch("/words.json?lang=" + lang);
  words = await res.json();
}

export function say(key: string, ...args: (string | number)[]): string {
  let text = words[key];
  if (text === undefined) {
    throw new Error("no words for " + key);
  }
  for (const a of args) {
    text = text.replace("%s", typeof a === "number" ? a.toLocaleString("en") : a.replaceAll("$", "$$$$"));
  }
  return text;
}
