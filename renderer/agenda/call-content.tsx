import { Video } from "lucide-preact";
import { joinServiceOf } from "../../common/join-link.ts";
import { words } from "../../common/words/page.ts";
import { tagsOf } from "../text/booking-text.ts";
import { joinKey } from "../text/single-keys.ts";
import { ActsBelow, isAsking } from "./acts-below.tsx";
import { Circle } from "./circle.tsx";
import { named } from "./named-act.ts";
import { QuickActions } from "./quick-actions.tsx";
import type { RowProps } from "./row-shell.tsx";
import { RowTime } from "./row-time.tsx";
import { RowTitle } from "./row-title.tsx";
import { SecondLine } from "./second-line.tsx";
import { Tags } from "./tags.tsx";
import { type Asking, useActs } from "./use-acts.ts";

interface Props extends RowProps {
  readonly asking: Asking;
  readonly span: { readonly start: number; readonly end: number };
  /** J joins it. */
  readonly keyed: boolean;
}

/** The call that is on: its own row, grown, with how far it is, and the way in. */
export function CallContent({ asking, span: { start, end }, keyed, ...row }: Props) {
  const { item, day, now, format, marked, fresh, current } = row;
  const acts = useActs(item, asking, true);
  const left = words.spans.hoursAndMinutes(Math.max(1, Math.ceil((end - now) / 60_000)));
  const passed = Math.min(1, Math.max(0, (now - start) / (end - start)));
  const host = item.join ?? "";
  // What is not known by name is known by its host.
  const label = host && !joinServiceOf(host) ? words.acting.join({ host }) : words.acting.joinCall;
  return (
    <>
      <RowTime booking={item.booking} day={day} format={format} />
      <Circle booking={item.booking} />
      <div class="row-text">
        <div class="row-top">
          <RowTitle item={item} fresh={fresh} />
          <Tags tags={tagsOf(item, format, marked)} />
          <span class="call-left">{words.agenda.left({ span: left })}</span>
        </div>
        <SecondLine item={item} day={day} now={now} format={format} reachable={current} open={row.open} />
        <div class="call-bar" aria-hidden="true">
          <div class="call-passed" style={{ inlineSize: `${Math.round(passed * 1000) / 10}%` }} />
        </div>
        {!isAsking(acts) && (
          <div class="call-acts">
            {acts.canJoin && (
              <button
                type="button"
                class="button call-join"
                aria-label={named(label, item, format)}
                aria-keyshortcuts={keyed ? joinKey : undefined}
                aria-disabled={acts.busy}
                tabIndex={current ? 0 : -1}
                onClick={() => !acts.busy && void acts.join()}
              >
                <Video class="icon" aria-hidden="true" />
                {label}
                {keyed && (
                  <span class="key-cap" aria-hidden="true">
                    {joinKey}
                  </span>
                )}
              </button>
            )}
            <QuickActions item={item} acts={acts} format={format} reachable={current} joins />
          </div>
        )}
        <ActsBelow booking={item.booking} acts={acts} />
      </div>
    </>
  );
}
