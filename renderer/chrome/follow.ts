import type { PageState } from "../state/page-state.ts";
import type { Remedy } from "../state/status.ts";
import { copyAddress } from "./copy-address.tsx";

/** What follows where a line's button leads. */
const ways: Readonly<Record<Remedy, (state: PageState) => unknown>> = {
  load: ({ load }) => load(),
  recovered: ({ attempt, ask }) => attempt(ask.window.dismiss("recovered")),
  tray: ({ attempt, ask }) => attempt(ask.window.dismiss("tray")),
  dismiss: ({ failure }) => {
    failure.value = null;
  },
  copy: copyAddress,
  reconnect: ({ attempt, ask }) => attempt(ask.tunnel.reconnect()),
  "set-up": ({ attempt, ask }) => attempt(ask.settings.setSetup("open")),
  "hand-out": ({ attempt, ask }) => attempt(ask.settings.setSetup("open")),
  log: ({ log, go }) => {
    log.only.value = "problems";
    go({ name: "log", back: null });
  },
  tunnel: ({ go }) => go({ name: "tunnel", from: "today" }),
  timekit: ({ go }) => go({ name: "timekit", from: "today" }),
  zapier: ({ go }) => go({ name: "zapier", from: "today" }),
  calcom: ({ go }) => go({ name: "calcom", from: "today" }),
  calendly: ({ go }) => go({ name: "calendly", from: "today" }),
  destinations: ({ go }) => go({ name: "destinations", from: "today", back: null }),
  port: ({ go }) => go({ name: "receiving", from: "today", focus: "port" }),
  secret: ({ go }) => go({ name: "timekit", from: "today", focus: "secret" }),
};

/** Goes where a line's button leads, or has done what it says. */
export const follow = (state: PageState, leads: Remedy): void => void ways[leads](state);
