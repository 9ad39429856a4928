import * as z from "zod";
import type { Advice, DeliveryReason, RefusalReason, UnreadableReason } from "../../../common/reasons.ts";

const refusals = z.enum([
  "signature",
  "method",
  "type",
  "size",
  "encoding",
]) satisfies z.ZodType<RefusalReason>;

const reasons = z.discriminatedUnion("code", [
  z.object({ code: z.literal("not-json") }),
  z.object({ code: z.literal("too-deep"), levels: z.number() }),
  z.object({ code: z.literal("no-object") }),
  z.object({ code: z.literal("no-text"), fields: z.array(z.string()) }),
  z.object({ code: z.literal("read-failed"), error: z.string() }),
  z.object({ code: z.literal("not-kept"), error: z.string() }),
  z.object({ code: z.literal("zap-not-utf8") }),
  z.object({ code: z.literal("zap-xml") }),
  z.object({ code: z.literal("zap-broken-json") }),
  z.object({ code: z.literal("zap-neither-json-nor-form") }),
  z.object({ code: z.literal("zap-too-deep"), levels: z.number() }),
  z.object({ code: z.literal("zap-several-bookings") }),
  z.object({ code: z.literal("zap-own-message") }),
  z.object({ code: z.literal("zap-not-mapped"), fields: z.array(z.enum(["id", "state"])) }),
  z.object({ code: z.literal("zap-no-graph") }),
  z.object({ code: z.literal("zap-too-long"), field: z.string() }),
  z.object({ code: z.literal("zap-odd-time"), field: z.string() }),
  z.object({ code: z.literal("zap-not-dated") }),
]) satisfies z.ZodType<UnreadableReason | Advice>;

/** The text of the column `reason`; what was refused has its code alone there. */
export const keptReason = (reason: UnreadableReason | Advice): string => JSON.stringify(reason);

/** What that column tells; null where there is nothing to say. 0.1.0 kept a sentence there, and a damaged row may hold anything. */
export function reasonOf(kept: string): DeliveryReason | null {
  if (kept === "") return null;
  const refused = refusals.safeParse(kept);
  if (refused.success) return { code: refused.data };
  const known = reasons.safeParse(parsed(kept));
  return known.success ? known.data : { code: "as-told", text: kept.trim() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
