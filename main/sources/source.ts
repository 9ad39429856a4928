import type { Advice, UnreadableReason } from "../../common/reasons.ts";
import type { SourceName } from "../../common/sources.ts";
import type { Report } from "../bookings/facts.ts";

export type Reading =
  | { readonly ok: true; readonly report: Report; readonly advice?: Advice }
  | { readonly ok: false; readonly reason: UnreadableReason };

/** One delivery as it was sent. */
export interface Sent {
  readonly source: SourceName;
  /** Those that are kept, by lower-case name: content-type is among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw bytes, as signed. */
  readonly body: Uint8Array;
}

/** One booking service, or who forwards what it sends, as far as taking that in goes. All of it is pure. */
export interface Source {
  readonly name: SourceName;
  /** Whose bookings these are: their ids are that service's own. */
  readonly bookingsOf: SourceName;
  readonly methods: readonly string[];
  /** The content types that it sends, as Express's `request.is` takes them; null = the header may say anything. */
  readonly types: readonly string[] | null;
  /** The answer in HTTP that has it send a delivery again later: the status, and in how many seconds. */
  readonly busy: { readonly status: number; readonly retryAfter: number };
  /**
   * The status, in HTTP, that answers what is meant for Bookbell and cannot be read. It is kept for its user whatever the
   * answer; null = that it is well, for whoever would stop posting otherwise.
   */
  readonly unreadable: number | null;
  /** The header that bears its signature, in lower case; null = it cannot sign. */
  readonly signatureHeader: string | null;
  /**
   * Which of the secrets signed the body exactly as it came; null = none of them. Some services sign when they sent it, too:
   * that counts against `receivedAt`, epoch milliseconds, and never against now, so that what had to wait is not refused.
   */
  signedBy(
    body: Uint8Array,
    signature: string | undefined,
    secrets: readonly string[],
    receivedAt: number,
  ): string | null;
  /**
   * What the body tells of a booking, by the service's own id; null = it is well, and tells of none: it is answered as what
   * is taken in, and kept nowhere. Never throws.
   */
  read(sent: Pick<Sent, "headers" | "body">): Reading | null;
  /**
   * Whether the body tells of a customer by one of these spellings of a mail address; as that of its host alone it does
   * not. Never throws.
   */
  tellsOf(body: Uint8Array, spellings: readonly string[]): boolean;
}

/** Reads what any of the services sent. */
export interface Reader {
  /** With ids that no two services share; null as a source has it. Never throws. */
  read(sent: Sent): Reading | null;
  tellsOf(sent: Pick<Sent, "source" | "body">, spellings: readonly string[]): boolean;
}
