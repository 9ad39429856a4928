import type { Booking } from "../../common/booking.ts";
import type { Answered, DeliveryDetail, Forgotten } from "../../common/delivery.ts";
import type { BookingDetail } from "../../common/found.ts";
import type { AskName, Bridge, InputOf, OutputOf, TellName } from "../../common/ipc.ts";
import type { News } from "../../common/news.ts";
import type { Project } from "../../common/policy.ts";
import type { Problem } from "../../common/problems.ts";
import type { Resource } from "../../common/timekit.ts";
import type { Gap } from "../../common/tunnel.ts";
import type { View } from "../../common/view.ts";

type Call = { [K in AskName]: { readonly name: K; readonly input: InputOf<K> } }[AskName];

/** What a test holds of the mocked main: what the page asked, and the means to tell it something. */
export interface Mock {
  readonly calls: Call[];
  readonly change: (changes: Partial<View>) => void;
  readonly reveal: (id: string) => void;
  /** As when the window was hidden for a while. */
  readonly showToday: () => void;
  /** The user presses Join on a notification, and main wants them asked. */
  readonly askToJoin: (id: string) => void;
  /** From now on main refuses this request; null lets it succeed again. */
  readonly refuse: (name: AskName, problem: Problem | null) => void;
  /** Lets what the page was opened with as `slow` answer. */
  readonly answerSlow: () => void;
  /** Deliveries come in, newest first. */
  readonly deliver: (came: readonly DeliveryDetail[]) => void;
  /** It is no longer kept, and the page has not heard yet. */
  readonly remove: (seq: number) => void;
  /** From now on main answers so. */
  readonly answers: Answers;
}

/** What main says when something was asked to be done. */
interface Answers {
  replay: Exclude<Answered, "gone">;
  forgotten: Forgotten;
  exported: number | null;
  diagnostics: boolean;
  /** The file that the user chooses. */
  chosen: string | null;
  gaps: readonly Gap[];
  news: readonly News[];
  projects: readonly Project[];
  bookings: readonly Booking[];
  details: Readonly<Record<string, BookingDetail>>;
  resources: readonly Resource[];
  /** The host that main asks about before it opens a meeting; null = none. */
  unknownHost: string | null;
}

export interface Opening {
  readonly view: View;
  readonly slow: AskName | null;
  /** Newest first. */
  readonly deliveries: readonly DeliveryDetail[];
  /** Newest first. */
  readonly gaps: readonly Gap[];
  readonly news: readonly News[];
  /** Those that can be found and opened, each with this history and this clash. */
  readonly bookings: readonly Booking[];
  /** The host that Join leads to, by the booking's id. */
  readonly joins: Readonly<Record<string, string | null>>;
  readonly history: BookingDetail["history"];
  readonly clash: BookingDetail["clash"];
  readonly refused: { readonly name: AskName; readonly problem: Problem } | null;
}

/** Runs in the page before its own code and is sent there as text: it can use nothing from outside itself. */
export function installMock({
  view,
  slow,
  refused,
  deliveries,
  gaps,
  news,
  bookings,
  joins,
  history,
  clash,
}: Opening): void {
  const calls: Call[] = [];
  const refusals = new Map<AskName, Problem>(refused ? [[refused.name, refused.problem]] : []);
  const listeners: { [K in TellName]: Set<(message: never) => void> } = {
    viewChanged: new Set(),
    deliveriesChanged: new Set(),
    revealBooking: new Set(),
    receivedQuietly: new Set(),
    showToday: new Set(),
    showSettings: new Set(),
    askToJoin: new Set(),
  };
  const current = { ...view };
  const pageSize = 50;
  let log = [...deliveries];
  const answers: Answers = {
    replay: "duplicate",
    forgotten: { bookings: 0, deliveries: 0, alerts: 0, setAside: 0 },
    exported: 0,
    diagnostics: true,
    chosen: null,
    gaps,
    news,
    bookings,
    details: Object.fromEntries(
      bookings.map((booking) => [booking.id, { booking, history, clash, join: joins[booking.id] ?? null }]),
    ),
    projects: [{ id: "lessons", name: "Guitar lessons" }],
    resources: [
      { id: "doc", name: "Emmett Brown" },
      { id: "marty", name: "Marty McFly" },
    ],
    unknownHost: null,
  };
  let answerSlow = () => {};
  const released = slow ? new Promise<void>((resolve) => (answerSlow = resolve)) : Promise.resolve();

  const answer = async <K extends AskName>(name: K, input: InputOf<K>, value: () => OutputOf<K>) => {
    calls.push({ name, input } as Call);
    if (name === slow) await released;
    const problem = refusals.get(name);
    return problem ? ({ ok: false, error: problem } as const) : ({ ok: true, value: value() } as const);
  };
  const listen =
    (name: TellName) =>
    (listener: (message: never) => void): (() => void) => {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    };
  const change = (changes: Partial<View>) => {
    Object.assign(current, changes);
    for (const listener of listeners.viewChanged) (listener as (message: Partial<View>) => void)(changes);
  };
  const deliver = (came: readonly DeliveryDetail[]) => {
    log = [...came, ...log];
    for (const listener of listeners.deliveriesChanged) (listener as (message: null) => void)(null);
  };

  const bridge: Bridge = {
    getView: (input) => answer("getView", input, () => ({ ...current })),
    copyAddress: (input) =>
      answer("copyAddress", input, () => (current.reach.host ? "everywhere" : "this-computer")),
    setPaused: (input) =>
      answer("setPaused", input, () => {
        change({ paused: input });
        return null;
      }),
    setHotkey: (input) =>
      answer("setHotkey", input, () => {
        change({ settings: { ...current.settings, hotkey: input } });
        return current.settings;
      }),
    setStartAtLogin: (input) =>
      answer("setStartAtLogin", input, () => {
        change({ startAtLogin: input });
        return null;
      }),
    checkForUpdates: (input) => answer("checkForUpdates", input, () => null),
    openReleases: (input) => answer("openReleases", input, () => null),
    restartToUpdate: (input) => answer("restartToUpdate", input, () => null),
    setPresenting: (input) =>
      answer("setPresenting", input, () => {
        change({
          presenting: input !== "off",
          presentingUntil: input === "hour" ? current.now + 3_600_000 : null,
        });
        return null;
      }),
    changeSettings: (input) =>
      answer("changeSettings", input, () => {
        change({ settings: { ...current.settings, ...(input as Partial<View["settings"]>) } });
        return current.settings;
      }),
    setSecret: (input) => answer("setSecret", input, () => null),
    changeTunnel: (input) =>
      answer("changeTunnel", input, () => {
        const { ssh, ...part } = input as Partial<View["tunnel"]>;
        const { tunnel } = current;
        change({ tunnel: { ...tunnel, ...part, ssh: { ...tunnel.ssh, ...ssh } } });
        return null;
      }),
    renewAddress: (input) =>
      answer("renewAddress", input, () => {
        change({ address: { ...current.address, oldUntil: current.now + 86_400_000 } });
        return null;
      }),
    endOldAddress: (input) =>
      answer("endOldAddress", input, () => {
        change({ address: { ...current.address, oldUntil: null } });
        return null;
      }),
    removeEarlierSecrets: (input) =>
      answer("removeEarlierSecrets", input, () => {
        change({ signing: { ...current.signing, earlier: 0, until: null } });
        return null;
      }),
    trustHostKey: (input) =>
      answer("trustHostKey", input, () => {
        change({ reach: { ...current.reach, hostKey: null } });
        return null;
      }),
    forgetHostKey: (input) =>
      answer("forgetHostKey", input, () => {
        change({ tunnel: { ...current.tunnel, ssh: { ...current.tunnel.ssh, hostKey: "" } } });
        return null;
      }),
    reconnect: (input) => answer("reconnect", input, () => null),
    downloadCloudflared: (input) => answer("downloadCloudflared", input, () => null),
    cancelDownload: (input) => answer("cancelDownload", input, () => null),
    chooseFile: (input) =>
      answer("chooseFile", input, () => {
        const { chosen } = answers;
        if (chosen === null) return false;
        const { ssh } = current.tunnel;
        if (input === "cloudflared") change({ cloudflared: { state: "found", file: chosen } });
        else change({ tunnel: { ...current.tunnel, ssh: { ...ssh, keyFile: chosen } } });
        return true;
      }),
    getBooking: (input) => answer("getBooking", input, () => answers.details[input] ?? null),
    getDay: (input) =>
      answer("getDay", input, () =>
        answers.bookings
          .filter(({ start, end }) => {
            const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);
            return start !== null && dayAt(start) <= input && input <= dayAt(end ?? start);
          })
          .map((booking) => ({
            booking,
            others: booking.others.length,
            phase: "later",
            off: false,
            clash: false,
            join: joins[booking.id] ?? null,
          })),
      ),
    search: (input) =>
      answer("search", input, () => ({
        bookings: answers.bookings.filter((booking) =>
          JSON.stringify(booking).toLowerCase().includes(input.text.trim().toLowerCase()),
        ),
        more: false,
      })),
    snoozeBooking: (input) => answer("snoozeBooking", input, () => null),
    contactCustomer: (input) => answer("contactCustomer", input, () => null),
    copyBooking: (input) => answer("copyBooking", input, () => null),
    exportBooking: (input) => answer("exportBooking", input, () => true),
    getNews: (input) => answer("getNews", input, () => answers.news),
    markSeen: (input) =>
      answer("markSeen", input, () => {
        answers.news = answers.news.map((line) =>
          input === null || line.booking.id === input ? { ...line, seen: true } : line,
        );
        change({ unseen: answers.news.filter(({ seen }) => !seen).length });
        return null;
      }),
    getProjects: (input) => answer("getProjects", input, () => answers.projects),
    getGaps: (input) => answer("getGaps", input, () => answers.gaps),
    getResources: (input) => answer("getResources", input, () => answers.resources),
    chooseResource: (input) => answer("chooseResource", input, () => null),
    registerWebhooks: (input) => answer("registerWebhooks", input, () => null),
    catchUp: (input) => answer("catchUp", input, () => null),
    joinBooking: (input) =>
      answer("joinBooking", input, () => (input.agreed === answers.unknownHost ? null : answers.unknownHost)),
    actOnBooking: (input) => answer("actOnBooking", input, () => null),
    proveIt: (input) => answer("proveIt", input, () => null),
    proofSeen: (input) => answer("proofSeen", input, () => null),
    setSetup: (input) =>
      answer("setSetup", input, () => {
        change({ setup: input });
        return null;
      }),
    getDeliveries: (input) =>
      answer("getDeliveries", input, () => {
        const older = log.filter(({ seq }) => input.before === null || seq < input.before);
        const lines = older.slice(0, pageSize).map(({ headers: _, body: __, ...line }) => line);
        return { lines, more: older.length > pageSize };
      }),
    getDelivery: (input) => answer("getDelivery", input, () => log.find(({ seq }) => seq === input) ?? null),
    replayDelivery: (input) =>
      answer("replayDelivery", input, () => {
        const again = log.find(({ seq }) => seq === input);
        const next = { seq: (log[0]?.seq ?? 0) + 1, receivedAt: current.now, change: null } as const;
        if (again) deliver([{ ...again, ...next, via: "replay", verdict: answers.replay }]);
        return answers.replay;
      }),
    copyAsCurl: (input) => answer("copyAsCurl", input, () => null),
    forgetCustomer: (input) => answer("forgetCustomer", input, () => answers.forgotten),
    removeSetAside: (input) => answer("removeSetAside", input, () => null),
    exportBookings: (input) => answer("exportBookings", input, () => answers.exported),
    exportDiagnostics: (input) => answer("exportDiagnostics", input, () => answers.diagnostics),
    dismiss: (input) =>
      answer("dismiss", input, () => {
        if (input === "tray") change({ trayMissing: false });
        else if (input === "recovered") change({ recovered: null });
        else if (input === "unchecked") change({ uncheckedKnown: true });
        else change({ tallies: { ...current.tallies, [input]: null } });
        return null;
      }),
    hideWindow: (input) => answer("hideWindow", input, () => null),
    reportFault: (input) => answer("reportFault", input, () => null),
    onViewChanged: listen("viewChanged"),
    onDeliveriesChanged: listen("deliveriesChanged"),
    onRevealBooking: listen("revealBooking"),
    onReceivedQuietly: listen("receivedQuietly"),
    onShowToday: listen("showToday"),
    onShowSettings: listen("showSettings"),
    onAskToJoin: listen("askToJoin"),
  };
  const mock: Mock = {
    calls,
    change,
    showToday: () => {
      for (const listener of listeners.showToday) (listener as (message: null) => void)(null);
    },
    reveal: (id) => {
      for (const listener of listeners.revealBooking) (listener as (id: string) => void)(id);
    },
    askToJoin: (id) => {
      for (const listener of listeners.askToJoin) (listener as (id: string) => void)(id);
    },
    refuse: (name, problem) => {
      if (problem) refusals.set(name, problem);
      else refusals.delete(name);
    },
    answerSlow: () => answerSlow(),
    deliver,
    remove: (gone) => {
      log = log.filter(({ seq }) => seq !== gone);
    },
    answers,
  };
  Object.assign(window, { bookbell: bridge, mock });
}
