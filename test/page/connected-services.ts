import type { CalcomView } from "../../common/calcom.ts";
import type { CalendlyView } from "../../common/calendly.ts";
import type { View } from "../../common/view.ts";
import { at, connected } from "./views.ts";

const asked = { caughtUpAt: at("10:12"), unread: 0, problem: null };

const calcom: CalcomView = {
  state: "on",
  name: "Nora Lindqvist",
  webhook: { state: "right", problem: null },
  ...asked,
};

const calendly: CalendlyView = {
  state: "on",
  name: "Nora Lindqvist",
  webhook: { state: "active", renewedAt: null, problem: null },
  ...asked,
};

/** With every service that can be asked connected. */
export const allConnected = { timekit: connected, calcom, calendly } satisfies Partial<View>;
