import type { Problem } from "../../common/problems.ts";
import type { ServiceName } from "../../common/sources.ts";
import type { View } from "../../common/view.ts";
import { at, secret } from "./views.ts";

type Webhook<Name extends ServiceName> = Extract<View[Name], { state: "on" }>["webhook"];
const asked = { state: "on", name: "Nora Lindqvist", caughtUpAt: at("14:30"), problem: null } as const;

/** Cal.com connected by its key, with the webhook so. */
export function calcomWith(
  state: Webhook<"calcom">["state"],
  problem: Problem | null = null,
): Pick<View, "calcom" | "secrets"> {
  const calcom = { ...asked, unread: 0, webhook: { state, problem } };
  return { ...secret("calcom", { state: "on", kept: "encrypted" }), calcom };
}

/** Calendly connected by its token, with the webhook so. */
export function calendlyWith(
  state: Webhook<"calendly">["state"],
  more: Partial<Webhook<"calendly">> = {},
): Pick<View, "calendly" | "secrets"> {
  const webhook = { state, renewedAt: null, problem: null, ...more };
  const calendly = { ...asked, unread: 2, webhook };
  return { ...secret("calendly", { state: "on", kept: "encrypted" }), calendly };
}
