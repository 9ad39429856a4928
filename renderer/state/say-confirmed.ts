import type { Confirming } from "../../common/confirming.ts";
import { words } from "../../common/words/page.ts";

/** What to say once a request is confirmed indeed; empty where none has come to be. */
export function confirmedNow(before: readonly Confirming[], after: readonly Confirming[]): string {
  const isSent = (all: readonly Confirming[], id: string) =>
    all.some((one) => one.id === id && one.state === "sent");
  return after.some(({ id }) => isSent(after, id) && !isSent(before, id)) ? words.acting.confirmed : "";
}
