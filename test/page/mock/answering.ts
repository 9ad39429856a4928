import type { ActivityLine, ActivityTab } from "../../../common/activity.ts";
import type { DeliveryDetail } from "../../../common/delivery.ts";
import { aboutInvitation } from "../../../common/invitation.ts";
import type { SettingsView } from "../../../common/settings.ts";
import type { ServiceName, SourceName } from "../../../common/sources.ts";
import type { TunnelSettings } from "../../../common/tunnel-settings.ts";
import type { AddressView, View } from "../../../common/view.ts";
import { someInvitation } from "../../support/invitation.ts";
import type { Answering } from "./answers.ts";
import { dayAnswers } from "./days.ts";
import { destinationAnswers } from "./destinations.ts";
import type { World } from "./world.ts";

const pageSize = 50;

const isFailure = (verdict: DeliveryDetail["verdict"]) => verdict === "refused" || verdict === "unreadable";
/** As the store has it. */
function isOfTab(line: ActivityLine, tab: ActivityTab): boolean {
  if (tab === "everything") return true;
  if (line.kind !== "change") return tab === "problems" && (line.kind !== "outage" || line.gap.fetched !== 0);
  return tab === "silent" ? line.told.how === "silent" : line.told.how === "waiting" && line.told.tried;
}

/** How main answers each ask, and what that makes of what it knows. */
export function createAnswering(world: World): Answering {
  const { view, answers, change } = world;

  function changeTunnel({ ssh, ...part }: Partial<TunnelSettings>): null {
    change({ tunnel: { ...view.tunnel, ...part, ssh: { ...view.tunnel.ssh, ...ssh } } });
    return null;
  }
  const addressOf = (source: SourceName) => (source === "timekit" ? view.address : view.addresses[source]);
  function changeAddress(source: SourceName, part: Partial<AddressView>): null {
    const address = { ...addressOf(source), ...part };
    change(source === "timekit" ? { address } : { addresses: { ...view.addresses, [source]: address } });
    return null;
  }
  function changeView(changes: Parameters<World["change"]>[0]): null {
    change(changes);
    return null;
  }
  function changeSettings(changes: Partial<SettingsView>): SettingsView {
    change({ settings: { ...view.settings, ...changes } });
    return view.settings;
  }

  type Webhook<Name extends ServiceName> = Extract<View[Name], { state: "on" }>["webhook"]["state"];
  function changeCalcom(state: Webhook<"calcom">): null {
    const { calcom } = view;
    return changeView(
      calcom.state === "on" ? { calcom: { ...calcom, webhook: { state, problem: null } } } : {},
    );
  }
  function changeCalendly(state: Webhook<"calendly">): null {
    const { calendly } = view;
    const webhook = { state, renewedAt: null, problem: null };
    return changeView(calendly.state === "on" ? { calendly: { ...calendly, webhook } } : {});
  }

  return {
    "window.view": () => ({ ...view }),
    "fullScreen.view": () => null,
    "window.dismiss"(what) {
      if (what === "tray") return changeView({ trayMissing: false });
      if (what === "recovered") return changeView({ recovered: null });
      if (what === "unchecked") return changeView({ uncheckedKnown: true });
      return changeView({ tallies: { ...view.tallies, [what]: null } });
    },

    "bookings.get": (id) => {
      const detail = answers.details[id];
      return detail ? { ...detail, move: answers.moves[id] ?? detail.move } : null;
    },
    ...dayAnswers(world),
    "bookings.search": ({ text }) => ({
      bookings: answers.bookings.filter((booking) =>
        JSON.stringify(booking).toLowerCase().includes(text.trim().toLowerCase()),
      ),
      more: false,
    }),
    "bookings.projects": () => answers.projects,
    "bookings.join": ({ agreed }) => (agreed === answers.unknownHost ? null : answers.unknownHost),
    "bookings.openLink": ({ agreed }) => (agreed === answers.unknownHost ? null : answers.unknownHost),
    "bookings.confirm"(id) {
      const others = view.confirming.filter((one) => one.id !== id);
      return changeView({ confirming: [...others, { id, state: "waiting" }] });
    },
    "bookings.undo"(id) {
      const waits = view.confirming.some((one) => one.id === id && one.state === "waiting");
      if (waits) change({ confirming: view.confirming.filter((one) => one.id !== id) });
      return waits;
    },
    "bookings.export": () => true,
    "bookings.hasPage": (id) => answers.pages.includes(id),
    "activity.list": ({ tab, bookingId, count }) => {
      const found = answers.activity.filter((line) =>
        bookingId === null ? isOfTab(line, tab) : line.kind === "change" && line.booking.id === bookingId,
      );
      return { lines: found.slice(0, count), more: found.length > count };
    },
    "activity.markSeen"(id) {
      answers.activity = answers.activity.map((line) =>
        line.kind === "change" && (id === null || line.booking.id === id) ? { ...line, seen: true } : line,
      );
      const unseen = answers.activity.flatMap((line) =>
        line.kind === "change" && !line.seen ? [line.booking.id] : [],
      );
      return changeView({ unseen: [...new Set(unseen)] });
    },

    "deliveries.list"({ before, only }) {
      const older = world
        .log()
        .filter(
          ({ seq, verdict }) =>
            (before === null || seq < before) && (only === "everything" || isFailure(verdict)),
        );
      const lines = older.slice(0, pageSize).map(({ headers: _, body: __, ...line }) => line);
      return { lines, more: older.length > pageSize };
    },
    "deliveries.get": (wanted) => world.log().find(({ seq }) => seq === wanted) ?? null,
    "deliveries.replay"(wanted) {
      const again = world.log().find(({ seq }) => seq === wanted);
      const next = { seq: (world.log()[0]?.seq ?? 0) + 1, receivedAt: view.now, change: null } as const;
      if (again) world.deliver([{ ...again, ...next, via: "replay", verdict: answers.replay }]);
      return answers.replay;
    },
    "privacy.forgetCustomer": () => answers.forgotten,
    "exports.bookings": () => answers.exported,
    "exports.diagnostics": () => answers.diagnostics,

    "settings.change": (changes) => changeSettings(changes as Partial<SettingsView>),
    "settings.setHotkey": (hotkey) => changeSettings({ hotkey }),
    "settings.setStartAtLogin": (startAtLogin) => changeView({ startAtLogin }),
    "settings.setPaused": (span) =>
      changeView({ paused: span !== "off", pausedUntil: span === "hour" ? view.now + 3_600_000 : null }),
    "settings.setPresenting": (choice) =>
      changeView({
        presenting: choice !== "off",
        presentingUntil: choice === "hour" ? view.now + 3_600_000 : null,
      }),
    "settings.setSetup": (setup) => changeView({ setup }),
    "alerts.greet": () => changeView({ greeted: answers.greeted }),
    "secrets.removeEarlier": () => changeView({ signing: { ...view.signing, earlier: 0, until: null } }),

    "address.copy": () => (view.reach.host ? "everywhere" : "this-computer"),
    "address.copyFor": (source) => {
      changeAddress(source, { copiedHost: view.reach.host, toCopy: false });
      return "everywhere";
    },
    "address.renew": (source) =>
      changeAddress(source, {
        isOpen: true,
        oldUntil: addressOf(source).isOpen ? view.now + 86_400_000 : null,
      }),
    "address.endOld": (source) => changeAddress(source, { oldUntil: null }),
    "address.close": (source) => changeAddress(source, { isOpen: false, oldUntil: null, copiedHost: null }),
    "tunnel.change": (changes) => changeTunnel(changes as Partial<TunnelSettings>),
    "tunnel.chooseFile"(which) {
      const { chosen } = answers;
      if (chosen === null) return false;
      if (which === "cloudflared") change({ cloudflared: { state: "found", file: chosen } });
      else changeTunnel({ ssh: { ...view.tunnel.ssh, keyFile: chosen } });
      return true;
    },
    "tunnel.openInvitation": () => (answers.chosen === null ? null : aboutInvitation(someInvitation)),
    "tunnel.copyRelayKey": () => `U${"A".repeat(55)}`,
    "tunnel.trustHostKey": () => changeView({ reach: { ...view.reach, hostKey: null } }),
    "tunnel.forgetHostKey": () => changeTunnel({ ssh: { ...view.tunnel.ssh, hostKey: "" } }),
    "services.setCalcomBase": (base) => changeView({ calcomBase: base.trim() }),
    "services.register": (name) => (name === "calcom" ? changeCalcom("right") : changeCalendly("active")),
    "services.unregister": (name) => (name === "calcom" ? changeCalcom("none") : changeCalendly("none")),
    "timekit.resources": () => answers.resources,
    "timekit.graphs": () => answers.graphs,
    "timekit.registerWebhooks"(graphs) {
      const { timekit } = view;
      if (timekit.state !== "on") return null;
      const count = graphs.length * 5;
      const webhooks = { ...timekit.webhooks, graphs, registered: count, wanted: count, stale: false };
      return changeView({ timekit: { ...timekit, webhooks } });
    },
    ...destinationAnswers(world),
  };
}
