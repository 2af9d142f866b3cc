// Being let in: the token stands behind the # of the address, which no browser sends anywhere, and is worth a cookie once.

import { post } from "./api";
import { limits } from "./model";

export async function enter(): Promise<void> {
  const token = /^#[A-Z2-7]{26}$/.test(location.hash) ? location.hash.slice(1) : "";
  if (token) {
    history.replaceState(null, "", location.pathname + location.search);
  }
  Object.assign(limits, await post("/api/session", { token }));
}
