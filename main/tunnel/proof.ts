import { createHmac } from "node:crypto";
import { type ProblemCode, problem } from "../../common/problems.ts";
import { type ProofStep, type ProofView, proofSteps } from "../../common/tunnel.ts";
import type { MainWords } from "../../common/words/main.ts";
import type { Delivery } from "../bookings/delivery.ts";
import { WorldError } from "../lib/world-error.ts";
import { proofHeader } from "../receivers/http/proof-header.ts";
import { signatureHeader } from "../sources/timekit/verify.ts";

/** What proving that bookings arrive needs of the rest of Bookbell. */
export interface ProofParts {
  /** The public hook's whole address; null while there is none. */
  hook(): string | null;
  signingSecret(): Promise<string | null>;
  post(url: string, body: string, headers: Record<string, string>, signal: AbortSignal): Promise<number>;
  /** Removes that booking. */
  forget(bookingId: string): Promise<unknown>;
  now(): number;
  words(): MainWords;
  /** A text that nobody can guess. */
  newMark(): string;
  onView(proof: ProofView): void;
  onFault(error: unknown): void;
}

const longestMs = 20_000;
const isThrough = ({ reached }: ProofView) => proofSteps.every((step) => reached[step] !== undefined);
const minute = 60_000;
/** No delivery is marked by an empty text. */
const markOf = (headers: Delivery["headers"]) => headers[proofHeader] ?? "";
const bookingIdOf = (mark: string) => `bookbell-proof-${mark}`;

/** Sends a test booking the whole way, one at a time, ticks off each step, and leaves nothing of it behind. */
export function createProof(parts: ProofParts) {
  let open: { view: ProofView; begun: number; end(): void } | null = null;

  function reach(mark: string, step: ProofStep) {
    if (open?.view.mark !== mark || open.view.failed || open.view.reached[step] !== undefined) return;
    const { view, begun } = open;
    open.view = { ...view, reached: { ...view.reached, [step]: parts.now() - begun } };
    parts.onView(open.view);
    if (isThrough(open.view)) open.end();
  }

  function fail(mark: string, code: ProblemCode) {
    // What is on the screen has come, whatever becomes of the answer to its request.
    if (open?.view.mark !== mark || open.view.failed || isThrough(open.view)) return;
    const step = proofSteps.find((one) => open?.view.reached[one] === undefined) ?? "window";
    open.view = { ...open.view, failed: { step, problem: problem(code) } };
    parts.onView(open.view);
    open.end();
  }

  async function send(mark: string, signal: AbortSignal) {
    const hook = parts.hook();
    if (hook === null) return fail(mark, "no-public-address");
    const body = JSON.stringify(testBooking(mark, parts.now(), parts.words()));
    const secret = await parts.signingSecret();
    const signature = secret && createHmac("sha256", secret).update(body).digest("hex");
    const headers = {
      "content-type": "application/json",
      [proofHeader]: mark,
      ...(signature && { [signatureHeader]: signature }),
    };
    try {
      const status = await parts.post(hook, body, headers, signal);
      if (status === 401) fail(mark, "front-door-altered");
      else if (status >= 300) fail(mark, "front-door-refused");
    } catch (error) {
      fail(mark, error instanceof WorldError ? error.code : "front-door-silent");
    }
  }

  return {
    /** Settles when the test booking is through, or stopped, and is forgotten. */
    async run(): Promise<void> {
      if (open) return;
      const mark = parts.newMark();
      const stop = new AbortController();
      const ended = new Promise<void>((end) => {
        open = { view: { mark, reached: {}, failed: null }, begun: parts.now(), end };
        parts.onView(open.view);
      });
      const late = setTimeout(() => fail(mark, lateCode(open?.view.reached ?? {})), longestMs);
      const sent = send(mark, stop.signal).catch((error) => {
        parts.onFault(error);
        fail(mark, "internal");
      });
      await ended;
      clearTimeout(late);
      stop.abort();
      await sent;
      open = null;
      await parts.forget(bookingIdOf(mark));
    },
    /** A delivery came through the address. */
    arrived({ headers }: Pick<Delivery, "headers">): void {
      reach(markOf(headers), "tunnel");
      reach(markOf(headers), "receiver");
    },
    /** It was kept. */
    kept: ({ headers }: Pick<Delivery, "headers">): void => reach(markOf(headers), "store"),
    /** Whether this is the test booking, which is told whatever the policy says. */
    isTest: (bookingId: string): boolean => open !== null && bookingId === bookingIdOf(open.view.mark),
    /** A notification was shown, or could not be. */
    told(bookingId: string, shown: boolean): void {
      const mark = open?.view.mark ?? "";
      if (bookingId !== bookingIdOf(mark)) return;
      if (shown) reach(mark, "notification");
      else fail(mark, "notifications-failed");
    },
    /** The page has painted it. */
    seen: (mark: string): void => reach(mark, "window"),
  };
}

export type Proof = ReturnType<typeof createProof>;

const lateCode = (reached: ProofView["reached"]): ProblemCode => {
  if (reached.tunnel === undefined) return "front-door-silent";
  return reached.store === undefined ? "store-closed" : "notifications-failed";
};

/** A booking as Timekit would send it, five minutes from now. */
function testBooking(mark: string, now: number, words: MainWords) {
  const at = (ms: number) => new Date(ms).toISOString();
  return {
    id: bookingIdOf(mark),
    graph: "instant",
    state: "confirmed",
    created_at: at(now),
    updated_at: at(now),
    customers: [
      {
        id: mark,
        name: words.testBooking.customer,
        email: `${mark}@bookbell.invalid`,
        phone: "",
        timezone: "",
      },
    ],
    event: {
      start: at(now + 5 * minute),
      end: at(now + 20 * minute),
      what: words.testBooking.subject,
      where: "",
      description: "",
    },
  };
}
