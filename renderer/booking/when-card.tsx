import { ArrowRightLeft, Ban, Clock, Globe, Hourglass, type LucideIcon, TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { BookingDetail } from "../../common/found.ts";
import { isOff, type Status } from "../../common/status.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { moveText, offReason, theirTime, titleOf } from "../text/booking-text.ts";
import { spanFacts, spanOf, whenOf } from "../text/booking-when.ts";

interface Props {
  readonly detail: BookingDetail;
  readonly now: number;
  readonly format: TimeFormat;
  readonly show: (id: string) => void;
}

/** When it is, here and for the customer, and what has to do with that: each line that is about another booking opens it. */
export function WhenCard({ detail, now, format, show }: Props) {
  const { booking, clash, move } = detail;
  const theirs = theirTime(booking, format);
  const said: Partial<Record<Status, string>> = words.booking.status;
  const status = said[booking.status];
  const moved = words.agenda.off.alone({ reason: moveText(detail, null, now, format) });
  return (
    <ul class="card">
      <Line icon={Clock}>
        <span class="card-strong">{whenOf(booking, now, format)}</span>
        {spanFacts(booking, now).map((fact) => (
          <span key={fact} class="soft">{` · ${fact}`}</span>
        ))}
      </Line>
      {theirs && <Line icon={Globe}>{theirs}</Line>}
      {status && <Line icon={Hourglass}>{status}</Line>}
      {isOff(booking) && !(move && moved) && (
        <Line icon={Ban} kind="card-trouble">
          {words.agenda.off.alone({ reason: offReason(booking) })}
        </Line>
      )}
      {move && moved && (
        <Line icon={ArrowRightLeft}>
          {move.id === booking.id ? moved : <Other text={moved} open={() => show(move.id)} />}
        </Line>
      )}
      {clash && (
        <Line icon={TriangleAlert} kind="card-caution">
          <Other
            text={words.booking.clash[clash.kind]({
              time: spanOf(clash.other, format),
              who: titleOf(clash.other),
            })}
            open={() => show(clash.other.id)}
          />
        </Line>
      )}
    </ul>
  );
}

interface LineProps {
  readonly icon: LucideIcon;
  readonly kind?: string;
  readonly children: ComponentChildren;
}

const Line = ({ icon: Icon, kind = "", children }: LineProps) => (
  <li class={`card-line ${kind}`}>
    <Icon class="icon" aria-hidden="true" />
    <div class="card-text">{children}</div>
  </li>
);

/** Leads to another booking. */
const Other = ({ text, open }: { text: string; open: () => void }) => (
  <button type="button" class="link card-link" onClick={open}>
    <bdi>{text}</bdi>
  </button>
);
