import * as z from "zod/mini";
import type { OutgoingLine, Preview, Tested } from "../destination-view.ts";
import { destinationKinds, detailLevels } from "../destinations.ts";
import { alertKinds } from "../policy.ts";
import type { Problem } from "../problems.ts";
import { ask, seq } from "./ask.ts";

const id = z.uuid();
const named = z.strictObject({
  id: z.string().check(z.maxLength(200)),
  name: z.string().check(z.maxLength(500)),
});
const chosen = z.nullable(z.readonly(z.array(named).check(z.minLength(1), z.maxLength(100))));
const draft = z.strictObject({
  /** Null = a new one. */
  id: z.nullable(id),
  on: z.boolean(),
  kinds: z.readonly(z.array(z.enum(alertKinds)).check(z.minLength(1), z.maxLength(alertKinds.length))),
  projects: chosen,
  hosts: chosen,
  destination: id,
  detail: z.enum(detailLevels),
});

/** Where changes are sent besides the desktop, and which. The list itself is in the view. */
export const destinationAsks = {
  /**
   * Keeps a destination, with a null id a new one, and answers with its id and what is to be said of its address all the
   * same. A null address leaves it as it is; `plain` = the user agreed to keep it without the system's keyring.
   */
  save: ask<{ readonly id: string; readonly warning: Problem | null }>()(
    z.strictObject({
      id: z.nullable(id),
      kind: z.enum(destinationKinds),
      label: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
      address: z.nullable(z.string().check(z.minLength(1), z.maxLength(2_100))),
      plain: z.boolean(),
    }),
  ),
  /** With its rules, its address and what still waits for it. */
  remove: ask()(id),
  /** Sends a marked message at once; where a stopped one takes it, it is working again, and what waits goes on. */
  test: ask<Tested>()(z.strictObject({ id, detail: z.enum(detailLevels) })),
  /** Tries what waits at once, also to a stopped one. */
  retry: ask()(id),
  /** Puts the key that messages to a URL are signed with on the clipboard. */
  copyKey: ask()(id),
  /** Makes a new key; messages are signed with the one before, too, for a day. */
  renewKey: ask()(id),
  /** Keeps a rule, and answers with its id. */
  saveRule: ask<string>()(draft),
  removeRule: ask()(id),
  preview: ask<Preview>()(draft),
  /** The hosts of the latest bookings, by name. */
  hosts: ask<readonly { readonly id: string; readonly name: string }[]>()(z.void()),
  /** What waits for it and what was given up, oldest first; at most a hundred of each. */
  messages: ask<readonly OutgoingLine[]>()(id),
  /** Owes a message that was given up anew, under the same id. */
  sendAgain: ask()(seq),
  /** A message that waits, or was given up, is removed. */
  drop: ask()(seq),
};
