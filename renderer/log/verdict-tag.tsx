import { CirclePlus, ClockAlert, Equal, type LucideIcon, OctagonX, PencilLine } from "lucide-preact";
import type { Verdict } from "../../common/delivery.ts";
import { words } from "../words.ts";

const icons: Record<Verdict, LucideIcon> = {
  first: CirclePlus,
  newer: PencilLine,
  duplicate: Equal,
  stale: ClockAlert,
  unreadable: OctagonX,
};

/** What a delivery was worth: in words, as a shape and in a colour. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const Icon = icons[verdict];
  return (
    <span class={`tag verdict verdict-${verdict}`}>
      <Icon class="icon" aria-hidden="true" />
      {words.log.verdicts[verdict]}
    </span>
  );
}
