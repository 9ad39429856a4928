import { type AddedSource, addedSources } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { Anchor } from "../form/anchor.tsx";
import { Card } from "../form/card.tsx";
import { LinkRow } from "../form/link-row.tsx";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { connectionOf, serviceText } from "../text/connection.ts";

/** What the user is booked with, and how each of them is connected. */
export function ServicesPage({ state: { go }, view }: { state: PageState; view: ViewSignals }) {
  return (
    <Card>
      <Anchor name="timekit">
        <LinkRow
          name={words.timekit.row}
          help={connectionOf(view.timekit.value)}
          onClick={() => go({ name: "timekit", from: "settings" })}
        />
      </Anchor>
      {addedSources.map((source) => (
        <Anchor key={source} name={source}>
          <LinkRow
            name={words[source].row}
            help={addedText(source, view)}
            onClick={() => go({ name: source, from: "settings" })}
          />
        </Anchor>
      ))}
    </Card>
  );
}

/** Whether bookings come from there, in a line. */
function addedText(source: AddedSource, view: ViewSignals): string {
  const { isOpen } = view.addresses.value[source];
  if (source === "zapier") return isOpen ? words.zapier.on : words.zapier.off;
  const service = view[source].value;
  return service.state === "off" && isOpen && source === "calcom" ? words.calcom.on : serviceText(service);
}
