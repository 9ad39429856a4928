import {
  BellOff,
  BellRing,
  Check,
  CloudOff,
  FileQuestion,
  ListIcon,
  type LucideIcon,
  Moon,
  OctagonAlert,
  Power,
} from "lucide-preact";
import type { ActivityLine, HowTold } from "../../common/activity.ts";
import { type TimeFormat, timeOf } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { UntrustedText } from "../parts/untrusted-text.tsx";
import type { Place } from "../parts/use-virtual-rows.ts";
import type { Fix } from "./fix.ts";
import { lineText } from "./line-text.ts";

interface Props {
  readonly line: ActivityLine;
  readonly now: number;
  readonly format: TimeFormat;
  /** It is marked as not looked at. */
  readonly fresh: boolean;
  readonly fix: Fix | null;
  /** The one row that Tab stops at. */
  readonly current: boolean;
  readonly place: Place;
  /** Null where there is nothing more of it. */
  readonly open: (() => void) | null;
  readonly follow: (fix: Fix) => void;
}

/** What happened, when, and how the user was told; opens what it is of. */
export function ActivityRow({ line, now, format, fresh, fix, current, place, open, follow }: Props) {
  const { who, what, more } = lineText(line, now, format);
  const { icon: Icon, tone } = lookOf(line);
  const lasting = line.kind === "outage" && line.gap.to === null;
  const id = line.key;
  const tab = current ? 0 : -1;
  const text = (
    <>
      <time class="act-time" dateTime={new Date(line.at).toISOString()}>
        {timeOf(line.at, format)}
      </time>
      <span class={`act-icon act-${tone}`}>
        <Icon class="icon" aria-hidden="true" />
      </span>
      <span class="act-text">
        <span class="act-title">
          {fresh && (
            <>
              <span class="fresh" aria-hidden="true" />
              <span class="visually-hidden">{words.activity.unread} </span>
            </>
          )}
          {who !== null && (
            <>
              <span class="act-who">
                <UntrustedText text={who} />
              </span>
              {" · "}
            </>
          )}
          {what}
          {lasting && <span class="tag act-lasting">{words.outages.lasting}</span>}
        </span>
        <span class="visually-hidden">, </span>
        <span class="act-more">{more}</span>
      </span>
    </>
  );
  return (
    <li class={fix?.below ? "act act-with-below" : "act"} {...place}>
      {open ? (
        <button type="button" class="act-main" data-id={id} tabIndex={tab} onClick={open}>
          {text}
        </button>
      ) : (
        <div class="act-main">{text}</div>
      )}
      {fix && (
        <button
          type="button"
          class={
            fix.below || line.kind === "change" ? "button button-plain act-fix act-quiet" : "button act-fix"
          }
          data-id={open ? undefined : id}
          tabIndex={tab}
          onClick={() => follow(fix)}
        >
          {fix.label}
          <span class="visually-hidden">: {who ?? what}</span>
        </button>
      )}
    </li>
  );
}

interface Look {
  readonly icon: LucideIcon;
  readonly tone: "good" | "plain" | "caution" | "trouble";
}

/** Shape and colour repeat what the words say. */
function lookOf(line: ActivityLine): Look {
  if (line.kind === "change") return lookOfTold(line.told);
  if (line.kind !== "outage")
    return { icon: line.kind === "refused" ? OctagonAlert : FileQuestion, tone: "trouble" };
  const { reason } = line.gap;
  if (reason === "asleep") return { icon: Moon, tone: "plain" };
  return reason === "not-running" ? { icon: Power, tone: "plain" } : { icon: CloudOff, tone: "caution" };
}

function lookOfTold(told: HowTold): Look {
  if (told.how === "waiting") return { icon: BellRing, tone: told.tried ? "caution" : "plain" };
  if (told.how !== "silent") return { icon: Check, tone: "good" };
  const isListed = told.outcome === "quiet" && told.why?.code !== "quiet-hours";
  return { icon: isListed ? ListIcon : BellOff, tone: "plain" };
}
