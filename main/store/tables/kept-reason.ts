import * as z from "zod";
import type { DeliveryReason, RefusalReason, UnreadableReason } from "../../../common/reasons.ts";

const refusals = z.enum([
  "signature",
  "method",
  "type",
  "size",
  "encoding",
]) satisfies z.ZodType<RefusalReason>;

const unreadable = z.discriminatedUnion("code", [
  z.object({ code: z.literal("not-json") }),
  z.object({ code: z.literal("too-deep"), levels: z.number() }),
  z.object({ code: z.literal("no-object") }),
  z.object({ code: z.literal("no-text"), fields: z.array(z.string()) }),
  z.object({ code: z.literal("read-failed"), error: z.string() }),
  z.object({ code: z.literal("not-kept"), error: z.string() }),
]) satisfies z.ZodType<UnreadableReason>;

/** The text of the column `reason`; what was refused has its code alone there. */
export const keptReason = (reason: UnreadableReason): string => JSON.stringify(reason);

/** What that column tells; null for what was taken in. 0.1.0 kept a sentence there, and a damaged row may hold anything. */
export function reasonOf(kept: string): DeliveryReason | null {
  if (kept === "") return null;
  const refused = refusals.safeParse(kept);
  if (refused.success) return { code: refused.data };
  const known = unreadable.safeParse(parsed(kept));
  return known.success ? known.data : { code: "as-told", text: kept.trim() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
