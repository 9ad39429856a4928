import { CirclePlus, ClockAlert, Equal, type LucideIcon, OctagonX, PencilLine, ShieldX } from "lucide-preact";
import type { DeliveryLine } from "../../common/delivery.ts";
import { words } from "../../common/words/page.ts";

const icons: Record<DeliveryLine["verdict"], LucideIcon> = {
  first: CirclePlus,
  newer: PencilLine,
  duplicate: Equal,
  stale: ClockAlert,
  unreadable: OctagonX,
  refused: ShieldX,
};

/** What a delivery was worth: in words, as a shape and in a colour. */
export function VerdictTag({ verdict }: Pick<DeliveryLine, "verdict">) {
  const Icon = icons[verdict];
  return (
    <span class={`tag verdict verdict-${verdict}`}>
      <Icon class="icon" aria-hidden="true" />
      {words.log.verdicts[verdict]}
    </span>
  );
}
