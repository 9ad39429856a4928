import type { Answer } from "../../common/ipc.ts";
import { bookingDays, deliveryDays } from "../../common/setting-choices.ts";
import { words } from "../../common/words/page.ts";
import { ActionRow } from "../form/action-row.tsx";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { Forget } from "./forget.tsx";
import { Presenting } from "./presenting.tsx";
import { Retention } from "./retention.tsx";

/** What is shown, what is kept and for how long, how to take it along and how to have it deleted. */
export function PrivacyPage({ state, view }: { state: PageState; view: ViewSignals }) {
  const { ask, changeSettings: change, say } = state;
  const settings = view.settings.value;
  const { exports } = words.privacy;

  async function save(format: "ics" | "csv"): Promise<Answer<string>> {
    const answer = await ask.exports.bookings(format);
    if (!answer.ok) return answer;
    return { ok: true, value: answer.value === null ? "" : exports.saved({ count: answer.value }) };
  }

  return (
    <>
      <Card>
        <Anchor name="presenting">
          <Presenting view={view} present={ask.settings.setPresenting} />
        </Anchor>
      </Card>
      <Card>
        <Anchor name="keepBookings">
          <Retention
            name={words.privacy.bookings}
            help={words.privacy.bookingsHelp}
            options={bookingDays}
            value={settings.keepBookingsDays}
            shorter={words.privacy.shorterBookings}
            choose={(keepBookingsDays) => change({ keepBookingsDays })}
          />
        </Anchor>
        <Anchor name="keepDeliveries">
          <Retention
            name={words.privacy.deliveries}
            help={words.privacy.deliveriesHelp}
            options={deliveryDays}
            value={settings.keepDeliveriesDays}
            shorter={words.privacy.shorterDeliveries}
            choose={(keepDeliveriesDays) => change({ keepDeliveriesDays })}
          />
        </Anchor>
      </Card>
      <Card>
        <Anchor name="forget">
          <Forget
            forget={ask.privacy.forgetCustomer}
            removeSetAside={() => ask.privacy.removeSetAside()}
            say={say}
          />
        </Anchor>
        <Anchor name="exports">
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
        </Anchor>
      </Card>
    </>
  );
}
