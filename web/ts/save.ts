// Saving copies into a folder that the person chooses, where the browser can.

import { address, refusal } from "./api";
import { Card } from "./model";
import { say } from "./words";

type Picker = (o: { mode: string; id: string }) => Promise<any>;

function picker(): Picker | undefined {
  return (window as unknown as { showDirectoryPicker?: Picker }).showDirectoryPicker;
}

export function canSave(): boolean {
  return picker() !== undefined;
}

// saveInto writes each copy into the chosen folder. A file that stands there is never replaced.
export async function saveInto(made: Card[], said: (text: string) => void): Promise<void> {
  let folder: any;
  try {
    folder = await picker()!({ mode: "readwrite", id: "sumikeshi" });
  } catch {
    return; // the person changed their mind
  }
  let saved = 0;
  const failed: string[] = [];
  for (const c of made) {
    try {
      if (await stands(folder, c.copy!.name)) {
        throw new Error("it exists");
      }
      const res = await fetch(address(`/api/files/${c.id}/copy`));
      if (!res.ok) {
        throw await refusal(res);
      }
      const file = await folder.getFileHandle(c.copy!.name, { create: true });
      await res.body!.pipeTo(await file.createWritable());
      saved++;
    } catch {
      failed.push(c.copy!.name);
    }
  }
  said(failed.length > 0 ? say("not-saved", failed.join(say("list-comma"))) : say("saved-folder", saved));
}

async function stands(folder: any, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (e) {
    return (e as Error).name !== "NotFoundError";
  }
}
