import type { Answer, Requests } from "../../common/ipc.ts";
import { bookingDays, deliveryDays } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Group } from "../form/group.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Forget } from "./forget.tsx";
import { Presenting } from "./presenting.tsx";
import { Retention } from "./retention.tsx";

interface Props {
  readonly view: ViewSignals;
  readonly ask: Pick<Requests, "exports" | "privacy" | "settings">;
  readonly change: PageState["changeSettings"];
  readonly say: (text: string) => void;
}

/** What is kept and for how long, how to take it along and how to have it removed. */
export function Privacy({ view, ask, change, say }: Props) {
  const settings = view.settings.value;
  const { exports } = words.privacy;

  async function save(format: "ics" | "csv"): Promise<Answer<string>> {
    const answer = await ask.exports.bookings(format);
    if (!answer.ok) return answer;
    return { ok: true, value: answer.value === null ? "" : exports.saved({ count: answer.value }) };
  }

  return (
    <Group title={words.privacy.title}>
      <Presenting view={view} present={ask.settings.setPresenting} />
      <Retention
        name={words.privacy.deliveries}
        help={words.privacy.deliveriesHelp}
        options={deliveryDays}
        value={settings.keepDeliveriesDays}
        shorter={words.privacy.shorterDeliveries}
        choose={(keepDeliveriesDays) => change({ keepDeliveriesDays })}
      />
      <Retention
        name={words.privacy.bookings}
        help={words.privacy.bookingsHelp}
        options={bookingDays}
        value={settings.keepBookingsDays}
        shorter={words.privacy.shorterBookings}
        choose={(keepBookingsDays) => change({ keepBookingsDays })}
      />
      <Forget
        forget={ask.privacy.forgetCustomer}
        removeSetAside={() => ask.privacy.removeSetAside()}
        say={say}
      />
      <ActionRow
        name={exports.title}
        help={exports.help}
        say={say}
        actions={(["ics", "csv"] as const).map((format) => ({
          label: exports[format],
          name: exports.as({ format: exports[format] }),
          run: () => save(format),
        }))}
      />
    </Group>
  );
}
