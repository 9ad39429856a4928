import * as z from "zod/mini";
import type { DeepReadonly } from "./deep-readonly.ts";

const plain = <Code extends string>(code: Code) => z.object({ code: z.literal(code) });

export const refusalReasons = ["signature", "method", "type", "size", "encoding"] as const;
/** Why what came to the right address was not taken in; nothing of it is kept but when it came, and its size. */
export type RefusalReason = (typeof refusalReasons)[number];

const forwarded = z.discriminatedUnion("code", [
  plain("zap-not-utf8"),
  plain("zap-xml"),
  plain("zap-broken-json"),
  plain("zap-neither-json-nor-form"),
  z.object({ code: z.literal("zap-too-deep"), levels: z.number() }),
  plain("zap-several-bookings"),
  plain("zap-own-message"),
  z.object({ code: z.literal("zap-not-mapped"), fields: z.array(z.enum(["id", "state"])) }),
  plain("zap-no-graph"),
  z.object({ code: z.literal("zap-too-long"), field: z.string() }),
  z.object({ code: z.literal("zap-odd-time"), field: z.string() }),
]);
/** Why a booking that a Zap forwarded could not be read. Quotes nothing of its body. */
export type ForwardedReason = DeepReadonly<z.infer<typeof forwarded>>;

const unreadable = z.discriminatedUnion("code", [
  plain("not-json"),
  /** The relay had it, and no secret of this computer's has signed it. */
  plain("unsigned"),
  /** Nobody tried to: it came again and again, or from a relay that knows more than this version. */
  plain("unread"),
  plain("calcom-template"),
  z.object({ code: z.literal("calcom-no-text"), fields: z.array(z.string()) }),
  z.object({ code: z.literal("too-deep"), levels: z.number() }),
  plain("no-object"),
  /** Those are missing that have to be a text. */
  z.object({ code: z.literal("no-text"), fields: z.array(z.string()) }),
  /** What its reading stumbled over, by the name of the error. */
  z.object({ code: z.literal("read-failed"), error: z.string() }),
  z.object({ code: z.literal("not-kept"), error: z.string() }),
  forwarded,
  /** Those are missing of what Calendly posts that have to be a text. */
  z.object({ code: z.literal("calendly-no-text"), fields: z.array(z.string()) }),
]);
/** Why what came could not be read, or kept. Quotes nothing of its body. */
export type UnreadableReason = DeepReadonly<z.infer<typeof unreadable>>;

const advice = plain("zap-not-dated");
/** What whoever sent a delivery that was taken in should mend. */
export type Advice = DeepReadonly<z.infer<typeof advice>>;

/** All that is kept of why, or of what to mend, with what it is made of. */
export const keptReasons = z.discriminatedUnion("code", [unreadable, advice]);

/** Why a delivery was not taken in, or what to mend though it was, as it travels; words/reasons has its words. */
export type DeliveryReason =
  | UnreadableReason
  | Advice
  | { readonly code: RefusalReason }
  /** In the words of 0.1.0, which kept those. */
  | { readonly code: "as-told"; readonly text: string };
