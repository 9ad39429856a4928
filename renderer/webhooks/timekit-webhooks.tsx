import { isRegisteredElsewhere } from "../../common/tunnel-settings.ts";
import type { PageState } from "../state/page-state.ts";
import type { ViewSignals } from "../state/view-signals.ts";
import { ByHand } from "./by-hand.tsx";
import { Webhooks } from "./webhooks.tsx";

/** Timekit's webhooks, with the key and by hand, as far as this computer is the one that has them registered. */
export function TimekitWebhooks({ state, view }: { state: PageState; view: ViewSignals }) {
  const timekit = view.timekit.value;
  const elsewhere = isRegisteredElsewhere(view.tunnel.value);
  return (
    <>
      {timekit.state === "on" && (
        <Webhooks
          webhooks={timekit.webhooks}
          elsewhere={elsewhere}
          register={state.ask.timekit.registerWebhooks}
          say={state.say}
        />
      )}
      {!elsewhere && <ByHand copy={state.ask.address.copy} say={state.say} />}
    </>
  );
}
