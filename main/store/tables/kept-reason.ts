import * as z from "zod/mini";
import {
  type Advice,
  type DeliveryReason,
  keptReasons,
  refusalReasons,
  type UnreadableReason,
} from "../../../common/reasons.ts";

const refusals = z.enum(refusalReasons);

/** The text of the column `reason`; what was refused has its code alone there. */
export const keptReason = (reason: UnreadableReason | Advice): string => JSON.stringify(reason);

/** That column of what was set aside unread, and may be read later; for a list in SQL. */
export const setAsideReasons = (["unsigned", "unread"] as const)
  .map((code) => `'${keptReason({ code })}'`)
  .join(", ");

/** What that column tells; null where there is nothing to say. 0.1.0 kept a sentence there, and a damaged row may hold anything. */
export function reasonOf(kept: string): DeliveryReason | null {
  if (kept === "") return null;
  const refused = refusals.safeParse(kept);
  if (refused.success) return { code: refused.data };
  const known = keptReasons.safeParse(parsed(kept));
  return known.success ? known.data : { code: "as-told", text: kept.trim() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
