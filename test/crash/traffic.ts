import { createHash } from "node:crypto";
import { exampleAt } from "../support/example.ts";
import type { Random } from "../support/random.ts";
import { todayAt } from "../support/today.ts";

const minute = 60_000;
/** No run posts more bookings than this. */
const mostPosted = 100_000;

/** One body that is posted, perhaps more than once, or that Timekit tells when it is asked. */
export interface Posted {
  readonly booking: number;
  /** Counts the states that this booking went through; a later one has the later updated_at. */
  readonly version: number;
  readonly state: "confirmed" | "cancelled";
  readonly start: number;
  readonly body: Buffer;
  readonly sha256: string;
  /** How often it was sent, and answered with a 2xx. */
  sent: number;
  acknowledged: number;
}

/** How a booking is called in Timekit, and its customer in notifications. */
export const bookingId = (booking: number) => `crash-${booking}`;
const guest = (booking: number) => `Guest ${booking}`;

/** An endless mix of today's bookings: new, moved, cancelled, repeated, late and too late. */
export class Traffic {
  readonly random: Random;
  readonly posted: Posted[] = [];
  /** What is only told when Timekit is asked. */
  readonly offered: Posted[] = [];
  readonly #now: number;
  /** The number of its first booking. */
  readonly #first: number;
  /** The newest state of each booking. */
  readonly #newest: Posted[] = [];
  readonly #held: Posted[] = [];

  constructor(random: Random, now: number, first: number) {
    this.random = random;
    this.#now = now;
    this.#first = first;
  }

  next(): Posted {
    const { random } = this;
    if (this.posted.length === 0 || random.chance(0.45)) return this.#send(this.#newest.length, 0);
    if (random.chance(0.3) && this.#held.length > 0) return this.#held.shift() as Posted;
    if (random.chance(0.3)) return random.pick(this.posted);
    const { booking: number, version } = random.pick(this.#newest.slice(-20));
    const booking = number - this.#first;
    const next = this.#send(booking, version + 1);
    if (random.chance(0.7)) return next;
    // Overtaken: the state after it is sent first, and this one comes when it is stale.
    this.#held.push(next);
    return this.#send(booking, version + 2);
  }

  /** What Timekit would send again, having had no answer. */
  again(): void {
    const unanswered = this.posted.filter(({ sent, acknowledged }) => sent > 0 && acknowledged === 0);
    this.#held.push(...unanswered.filter(() => this.random.chance(0.5)));
  }

  /** A new booking that no webhook tells of. */
  offer(): Posted {
    const offered = this.#make(mostPosted + this.offered.length, 0, Date.now());
    this.offered.push(offered);
    return offered;
  }

  #send(booking: number, version: number): Posted {
    const posted = this.#make(booking, version, this.#now + version * 1_000);
    this.#newest[booking] = posted;
    this.posted.push(posted);
    return posted;
  }

  #make(place: number, version: number, updatedAt: number): Posted {
    const booking = this.#first + place;
    const state = version > 0 && this.random.chance(0.3) ? "cancelled" : "confirmed";
    const start =
      todayAt("12:00", this.#now).getTime() + this.random.below(80) * 5 * minute + version * 1_000;
    const example = JSON.parse(
      exampleAt(updatedAt, new Date(start), new Date(start + 30 * minute), {
        id: bookingId(booking),
        state,
      }).toString(),
    );
    for (const person of [...example.customers, example.attributes.customer]) person.name = guest(booking);
    const body = Buffer.from(JSON.stringify(example));
    const sha256 = createHash("sha256").update(body).digest("hex");
    return { booking, version, state, start, body, sha256, sent: 0, acknowledged: 0 };
  }
}
