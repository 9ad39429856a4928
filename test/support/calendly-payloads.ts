import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../fixtures/calendly");

type Keys = Record<string, unknown>;

/** What Calendly posts, with some keys of the invitee, and of its event, replaced; `undefined` leaves a key out. */
export interface Changes {
  readonly envelope?: Keys;
  readonly invitee?: Keys;
  readonly event?: Keys;
}

/** The raw bytes of a sample body, "invitee.created". */
export const calendlyBody = (name: string): Buffer => readFileSync(path.join(folder, `${name}.json`));

export function calendlyBodyWith(name: string, { envelope, invitee, event }: Changes): Buffer {
  const { payload, ...told } = JSON.parse(calendlyBody(name).toString());
  const { scheduled_event, ...own } = payload;
  const changed = { ...own, scheduled_event: { ...scheduled_event, ...event }, ...invitee };
  return Buffer.from(JSON.stringify({ ...told, payload: changed, ...envelope }));
}
