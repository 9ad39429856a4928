import type { Answer } from "../../common/ipc.ts";
import { bookingDays, deliveryDays } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Forget } from "./forget.tsx";
import { Presenting } from "./presenting.tsx";
import { Retention } from "./retention.tsx";

/** What is kept and for how long, how to take it along and how to have it removed. */
export function Privacy({ state, view }: { state: PageState; view: ViewSignals }) {
  const settings = view.settings.value;
  const { exports } = words.privacy;

  async function save(format: "ics" | "csv"): Promise<Answer<string>> {
    const answer = await state.ask.exports.bookings(format);
    if (!answer.ok) return answer;
    return { ok: true, value: answer.value === null ? "" : exports.saved({ count: answer.value }) };
  }

  return (
    <Group title={words.privacy.title}>
      <Presenting view={view} present={state.ask.settings.setPresenting} />
      <Retention
        name={words.privacy.deliveries}
        help={words.privacy.deliveriesHelp}
        options={deliveryDays}
        value={settings.keepDeliveriesDays}
        shorter={words.privacy.shorterDeliveries}
        choose={(keepDeliveriesDays) => state.changeSettings({ keepDeliveriesDays })}
      />
      <Retention
        name={words.privacy.bookings}
        help={words.privacy.bookingsHelp}
        options={bookingDays}
        value={settings.keepBookingsDays}
        shorter={words.privacy.shorterBookings}
        choose={(keepBookingsDays) => state.changeSettings({ keepBookingsDays })}
      />
      <Forget
        forget={state.ask.privacy.forgetCustomer}
        removeSetAside={() => state.ask.privacy.removeSetAside()}
        say={state.say}
      />
      <ActionRow
        name={exports.title}
        help={exports.help}
        say={state.say}
        actions={(["ics", "csv"] as const).map((format) => ({
          label: exports[format],
          name: exports.as({ format: exports[format] }),
          run: () => save(format),
        }))}
      />
    </Group>
  );
}
