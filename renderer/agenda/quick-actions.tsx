import { Copy, type LucideIcon, Mail, Video } from "lucide-preact";
import type { AgendaItem } from "../../common/agenda.ts";
import type { TimeFormat } from "../../common/time.ts";
import { namedAct } from "./named-act.ts";
import type { Acts } from "./use-acts.ts";

interface Props {
  readonly item: AgendaItem;
  readonly acts: Acts;
  readonly format: TimeFormat;
  /** Tab stops at them. */
  readonly reachable: boolean;
  /** Join has a button of its own. */
  readonly joins: boolean;
}

/** What is often wanted of a booking, as icons. */
export function QuickActions({ item, acts, format, reachable, joins }: Props) {
  const { customer } = item.booking;
  const button = (which: "join" | "email" | "copy", Icon: LucideIcon, press: () => unknown) => {
    const name = namedAct(which, item, format);
    return (
      <button
        type="button"
        class="icon-button quick-button"
        aria-label={name}
        title={name}
        aria-disabled={acts.busy}
        tabIndex={reachable ? 0 : -1}
        onClick={() => !acts.busy && void press()}
      >
        <Icon class="icon" aria-hidden="true" />
      </button>
    );
  };
  return (
    <span class="quick">
      {acts.canJoin && !joins && button("join", Video, () => acts.join())}
      {customer?.email && button("email", Mail, acts.email)}
      {button("copy", Copy, acts.copy)}
    </span>
  );
}
