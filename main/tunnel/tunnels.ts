import { request } from "node:https";
import { isDeepStrictEqual } from "node:util";
import type { SourceName } from "../../common/sources.ts";
import { type Gap, isRegisteredElsewhere, type ReachView } from "../../common/tunnel.ts";
import { usedSettings } from "../../common/tunnel-settings.ts";
import { systemClocks } from "../lib/clocks.ts";
import { createEvent } from "../lib/event.ts";
import type { Log } from "../lifecycle/log.ts";
import type { OpenProbe } from "../receivers/http/probes.ts";
import { isAddressGiven, type SettingsStore } from "../settings/settings.ts";
import { upTo } from "../store/tables/gap-spans.ts";
import type { StoreClient } from "../store/thread/client.ts";
import { reachAtStart, type ViewModel } from "../view/view-model.ts";
import { chooseProvider, type ProviderParts } from "./choose-provider.ts";
import { type CloudflaredParts, createCloudflared } from "./cloudflared.ts";
import { createGapLedger } from "./gap-ledger.ts";
import { watchNetwork } from "./network-watch.ts";
import { probe } from "./probe.ts";
import { createReach, type Reach } from "./reach-monitor.ts";
import { createSleepWatch, type SleepWatchParts } from "./sleep-watch.ts";
import { createSupervisor, type TunnelState } from "./supervisor.ts";

/** What being reachable needs of the rest of Bookbell. */
export interface TunnelParts extends Pick<ProviderParts, "secrets" | "folder" | "forkNgrok" | "relay"> {
  readonly settings: SettingsStore;
  readonly model: Pick<ViewModel, "update">;
  readonly store: Pick<StoreClient, "gaps">;
  openProbe(): OpenProbe;
  /** Where Timekit posts to below a public URL, secret token included: once the token can be read. */
  whenAddress(url: string): Promise<string>;
  /** Where the receiver listens; null = nowhere. */
  port(): number | null;
  readonly fetch: CloudflaredParts["fetch"];
  readonly power: SleepWatchParts["power"];
  now(): number;
  readonly log: Log;
  onFault(error: unknown): void;
}

/**
 * How the internet reaches the receiver: the chosen tunnel, whether it really leads here, and when it did not. Nothing is
 * opened, tried or watched before `start`.
 */
export function createTunnels(parts: TunnelParts) {
  const { settings, model, store, now, log, onFault } = parts;
  const [address, reception, wake] = [createEvent(), createEvent(), createEvent()];
  const wanted = () => settings.get("tunnel").kind !== "off";
  const keptMs = () => {
    const { kind, relay } = settings.get("tunnel");
    return kind === "relay" && relay ? relay.keepDays * 86_400_000 : 0;
  };
  const cloudflared = createCloudflared({
    settings,
    folder: parts.folder,
    fetch: parts.fetch,
    onView: (view) => model.update({ cloudflared: view }),
  });
  const provider = () => chooseProvider({ ...parts, cloudflared: cloudflared.find });
  /** The last URL through which a probe came back. */
  let proven: string | null = null;
  let known = reachAtStart(settings, now());
  let endWatches = () => {};
  let used = usedSettings(settings.get("tunnel"));
  const ledger = createGapLedger({
    store,
    wanted,
    keptMs,
    now,
    elapsed: systemClocks.elapsed,
    onFault,
  });
  const reach = createReach({
    probe: async (wanted) =>
      up()?.probe?.(wanted) ??
      probe({ ...wanted, url: await parts.whenAddress(wanted.url) }, { open: parts.openProbe, request, now }),
    probeEveryMs: () => provider()?.probeEveryMs ?? 60_000,
    gaps: ledger,
    now,
    onFault,
  });
  const supervisor = createSupervisor({
    provider,
    port: parts.port,
    now,
    random: Math.random,
    log,
    onFault,
  });

  function show(part: Partial<ReachView>) {
    known = { ...known, ...part, moved: isMoved(), given: isAddressGiven(settings) };
    model.update({ reach: known });
  }

  function onReach(found: Reach) {
    const before = known.state;
    const given = givable();
    if (found.state === "receiving") {
      proven = url();
      ledger.contact();
    }
    show(found);
    if (given !== givable()) address.tell();
    if (found.state === "receiving" && before !== "receiving") reception.tell();
  }

  function onTunnel(state: TunnelState) {
    log.info("Tunnel", { state: state.state });
    show(ofTunnel(state));
    reach.onTunnel(state);
    address.tell();
  }

  function up() {
    const state = supervisor.state();
    return state.state === "up" ? state : null;
  }

  const url = (): string | null => up()?.url ?? null;

  /** Null also while an address that the user did not enter is not proven. */
  function givable(): string | null {
    const current = url();
    return provider()?.givenAddress && current !== proven ? null : current;
  }

  /** Who registers webhooks with the key, or has none, needs no warning: those follow the address by themselves. */
  function isMoved(): boolean {
    if (isRegisteredElsewhere(settings.get("tunnel"))) return false;
    const [current, copied] = [givable(), settings.get("copiedUrl")];
    return current !== null && copied !== "" && copied !== current && settings.get("graphs").length === 0;
  }

  function noticed(reason: "wake" | "network") {
    reach.noticed();
    supervisor.retryNow(reason);
  }

  const sleep = createSleepWatch({
    power: parts.power,
    clocks: systemClocks,
    now,
    onStandstill(standstill) {
      ledger.stoodStill(standstill);
      wake.tell();
      noticed("wake");
    },
  });

  /** What the chosen tunnel depends on is not what it was. */
  function apply() {
    look();
    supervisor.apply();
  }

  const look = () => void cloudflared.look().catch(onFault);

  /** A tunnel that is opened anew may get another address: not for what another way is set up with. */
  function onSettings() {
    const before = used;
    used = usedSettings(settings.get("tunnel"));
    if (isDeepStrictEqual(used, before)) look();
    else apply();
  }

  return {
    /** The public URL, without a path; null while no tunnel stands. */
    url,
    /** The one that Timekit may be told of. */
    givable,
    /** Whether this computer has services post to its address. */
    registers: (): boolean => !isRegisteredElsewhere(settings.get("tunnel")),
    /** Where a booking service posts to, where that is not an address of this computer's own; null = it is, or none stands. */
    hook: (source: SourceName): string | null => up()?.hook?.(source) ?? null,
    /** The public address is there, gone, or another one. */
    onAddress: address.on,
    /** Bookings arrive again, or for the first time. */
    onReceiving: reception.on,
    /** The computer slept, or Bookbell was stopped, until now. */
    onWake: wake.on,
    /** Since when webhooks have arrived without a break, epoch milliseconds; null = they do not now. */
    receivingSince: (): number | null => (known.state === "receiving" ? known.since : null),
    /** The key of an SSH server that the user is asked about; null = of none. */
    hostKey: (): string | null => known.hostKey,
    /** Notes that Bookbell did not run until now; to be called before anything can arrive. */
    resume: ledger.start,
    /** Opens the chosen tunnel, and keeps it open. */
    start(): void {
      const { watch } = settings;
      const ends = [
        reach.onReach(onReach),
        reach.onReopen(() => supervisor.retryNow("probe")),
        supervisor.onState(onTunnel),
        watch(["tunnel"], onSettings),
        watch(["copiedUrl", "graphs"], () => show({})),
        sleep.start(),
        watchNetwork(() => noticed("network")),
      ];
      endWatches = () => ends.splice(0).forEach((end) => void end());
      apply();
    },
    apply,
    retry(): void {
      reach.noticed();
      supervisor.retryNow("user");
    },
    minute(): void {
      void ledger.minute();
    },
    /** Whether bookings can be kept: while not, none can arrive. */
    kept(well: boolean): void {
      if (well) ledger.end("not-kept", now());
      else if (wanted()) ledger.begin("not-kept", now());
    },
    gaps: async (): Promise<readonly Gap[]> => {
      const at = now();
      return (await store.gaps.list()).flatMap((gap) => upTo(at, gap));
    },
    /** Timekit was asked about all gaps until `at`, and had so many bookings that Bookbell did not know, or more. False = a gap lasts longer. */
    fetched: ({ at, count, whole }: { at: number; count: number; whole: boolean }): Promise<boolean> =>
      store.gaps.setFetched(at, count, whole),
    async download(): Promise<void> {
      await cloudflared.download();
      supervisor.apply();
    },
    cancelDownload: cloudflared.cancel,
    async close(): Promise<void> {
      endWatches();
      reach.close();
      await supervisor.close();
      await ledger.minute();
    },
  };
}

export type Tunnels = ReturnType<typeof createTunnels>;

function ofTunnel(state: TunnelState): Partial<ReachView> {
  const asks = state.state === "stuck" && state.error.code.startsWith("ssh-host-");
  return {
    host: state.state === "up" ? new URL(state.url).host : null,
    hostKey: asks ? state.error.detail : null,
  };
}
