import { copiedSources, serviceNames } from "../../common/sources.ts";
import { isRegisteredElsewhere } from "../../common/tunnel.ts";
import type { ViewSignals } from "../state/view-signals.ts";

/** What is posted to the public URL arrives. */
export const isReached = ({ reach }: ViewSignals): boolean => reach.value.state === "receiving";

/** A booking service posts there, or its user has been given the URL to have it do so. */
export function isConnected(view: ViewSignals): boolean {
  const timekit = view.timekit.value;
  return (
    isRegisteredElsewhere(view.tunnel.value) ||
    (timekit.state === "on" && timekit.webhooks.registered > 0) ||
    // By hand: with the key it stands on the line above.
    (timekit.state !== "on" && view.reach.value.given) ||
    copiedSources.some((source) => view.addresses.value[source].copiedHost !== null) ||
    serviceNames.some((name) => {
      const service = view[name].value;
      return service.state === "on" && service.webhook.state !== "none";
    })
  );
}

/** The test booking was on the screen. */
export const isProven = ({ proof }: ViewSignals): boolean => proof.value?.reached.window !== undefined;
