import { CalendarPlus, CalendarX2, Ellipsis, ExternalLink, UserX } from "lucide-preact";
import { serviceOf } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { askingOf } from "../agenda/asking.ts";
import { namedAct } from "../agenda/named-act.ts";
import { Menu } from "../parts/menu.tsx";
import type { MenuItem } from "../parts/menu-items.tsx";
import { useAsked } from "../parts/use-asked.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import type { Known } from "./use-detail.ts";
import type { Begin } from "./use-reaching.ts";

interface Props {
  readonly state: PageState;
  readonly view: ViewSignals;
  readonly known: Known;
  readonly begin: (what: Begin) => void;
}

/** What is seldom wanted of a booking, or cannot be undone. */
export function BookingMenu({ state, view, known: { item, kept }, begin }: Props) {
  const { booking } = item;
  const { id, start, customer } = booking;
  const { answer } = useAsked(() => state.ask.bookings.hasPage(id), [id]);
  const canCancel = kept && askingOf(state, view).actionsOf(booking).includes("cancel");
  const source = serviceOf(booking);
  const service = words.sources[source === "zapier" ? "timekit" : source];
  const all: readonly (MenuItem | false)[] = [
    start !== null && { label: words.booking.calendar, icon: CalendarPlus, choose: () => begin("save") },
    answer?.ok === true &&
      answer.value && {
        label: words.booking.openAt({ service }),
        icon: ExternalLink,
        choose: () => begin("open-page"),
      },
    canCancel && {
      label: words.acting.cancelOpen,
      name: namedAct("cancel", item, view.format.value),
      icon: CalendarX2,
      choose: () => {
        state.wanted.value = { id, act: "cancel" };
      },
      grave: true,
    },
    kept &&
      Boolean(customer?.email) && {
        label: words.booking.forget,
        icon: UserX,
        choose: () => begin("forget"),
        grave: true,
      },
  ];
  const items = all.filter((one) => one !== false);
  if (items.length === 0) return null;
  return (
    <Menu items={items} label={words.booking.more} kind="icon-button">
      <Ellipsis class="icon" aria-hidden="true" />
    </Menu>
  );
}
