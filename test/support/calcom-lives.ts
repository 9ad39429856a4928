import fc from "fast-check";
import { hookWith, rowWith } from "./calcom.ts";

/** One body of a booking's life, and when Cal.com made it, in milliseconds. */
export interface Event {
  readonly at: number;
  readonly body: Buffer;
}

interface Step {
  readonly start: "created" | "requested" | "paid" | "paid-and-asked";
  /** Of a request. */
  readonly answer: "confirmed" | "rejected" | "none";
  readonly end: "moved" | "cancelled" | "none";
  /** Milliseconds to what comes next. */
  readonly pause: number;
  /** Whether the API is asked in between. */
  readonly asks: boolean;
}

const step = fc.record<Step>({
  start: fc.constantFrom("created", "created", "requested", "paid", "paid-and-asked"),
  answer: fc.constantFrom("confirmed", "confirmed", "rejected", "none"),
  end: fc.constantFrom("moved", "moved", "cancelled", "none"),
  pause: fc.constantFrom(1, 900, 60_000),
  asks: fc.boolean(),
});

const day = 86_400_000;
const first = Date.parse("2026-12-01T09:00:00Z");
const iso = (at: number) => new Date(at).toISOString();

/** A booking by Cal.com's own state machine: each move is a booking of its own, which names the one before. */
function eventsOf(steps: readonly Step[]): { events: Event[]; moves: number } {
  const events: Event[] = [];
  let at = first;
  let moves = 0;
  for (const [i, { start, answer, end, pause, asks }] of steps.entries()) {
    const uid = `bk_${i}`;
    const times = { startTime: iso(first + (i + 7) * day), endTime: iso(first + (i + 7) * day + 1_800_000) };
    const link = i === 0 ? {} : { rescheduleUid: `bk_${i - 1}` };
    const metadata = { videoCallUrl: `https://cal.example.com/video/${uid}` };
    const say = (name: string, changes: object = {}) =>
      events.push({ at, body: hookWith(name, { uid, ...times, ...link, ...changes }, iso(at)) });
    const ask = (status: string, more: object = {}) => {
      if (!asks) return;
      const from = link.rescheduleUid && { rescheduledFromUid: link.rescheduleUid };
      const changes = { uid, status, start: times.startTime, end: times.endTime, updatedAt: iso(at - 1) };
      const place = { location: metadata.videoCallUrl };
      events.push({ at: at - 1, body: rowWith({ ...changes, ...from, ...place, ...more }) });
    };
    const made = i === 0 ? "created" : "rescheduled";
    const asked = i === 0 ? "requested" : "rescheduled.requested";

    if (start === "created") say(made, { metadata });
    if (start.startsWith("paid")) {
      say("payment-initiated");
      ask("pending");
      at += pause;
    }
    // What is paid is confirmed in the same instant.
    if (start === "paid") for (const name of ["paid", made]) say(name, { metadata });
    if (start === "paid-and-asked") say("paid.to-be-confirmed");
    let isOn = start === "created" || start === "paid";
    if (!isOn) {
      at += start === "requested" ? 0 : 1;
      say(asked);
      ask("pending");
      at += pause;
      isOn = answer === "confirmed";
      if (isOn) say(made, { metadata });
      if (answer === "rejected") say("rejected");
    }
    if (isOn) ask("accepted");
    if (!isOn) break;
    at += pause;
    if (end === "cancelled") say("cancelled.by-customer");
    if (end === "cancelled") ask("cancelled", { cancelledByEmail: "sam.okafor@example.net" });
    if (end !== "moved" || i === steps.length - 1) break;
    ask("cancelled", { rescheduledToUid: `bk_${i + 1}` });
    moves += 1;
  }
  return { events, moves };
}

export const calcomLives = fc.array(step, { minLength: 1, maxLength: 4 }).map(eventsOf);
