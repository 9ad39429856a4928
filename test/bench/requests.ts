import { createHmac, randomUUID } from "node:crypto";
import { hookPath } from "../../main/lib/tokens.ts";
import { payload } from "../support/timekit-payloads.ts";
import { signingSecret, token } from "./secrets.ts";

const template = JSON.parse(payload("instant.confirmed").toString());
const day = 86_400_000;
const halfHour = 1_800_000;

/** A booking like no other, as Timekit would tell it: about 2.4 KB. */
export function bookingBody(start: number, end: number, updatedAt: number): Buffer {
  const id = randomUUID();
  const name = `Sam ${id.slice(0, 8)}`;
  const times = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
  const updated_at = new Date(updatedAt).toISOString();
  const [customer] = template.customers;
  const { event_info } = template.attributes;
  return Buffer.from(
    JSON.stringify({
      ...template,
      id,
      updated_at,
      customers: [{ ...customer, name, email: `${id}@example.net` }],
      event: { ...template.event, ...times, updated_at },
      attributes: { event_info: { ...event_info, ...times } },
    }),
  );
}

/** A body on its way to the receiver, or whoever listens at `path`, signed. */
export function requestWith(body: Buffer, path = hookPath(token)): Buffer {
  const signature = createHmac("sha256", signingSecret).update(body).digest("hex");
  const head = [
    `POST ${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    `X-Timekit-Signature: ${signature}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}

/** The body of a new booking of half an hour, somewhere in the next ninety days. */
export function newBody(now: number): Buffer {
  const start = now + halfHour + Math.random() * 90 * day;
  return bookingBody(start, start + halfHour, now);
}

/** Such ones on their way. */
export function newBookings(count: number, path?: string): Buffer[] {
  const now = Date.now();
  return Array.from({ length: count }, () => requestWith(newBody(now), path));
}
