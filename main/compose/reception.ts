import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { app, type PowerMonitor, session, utilityProcess } from "electron";
import type { GraphState } from "../../common/timekit.ts";
import type { AddressReach } from "../../common/tunnel.ts";
import type { Delivery, Taken } from "../bookings/delivery.ts";
import { askForFile } from "../desktop/dialogs.ts";
import { createAddressHandlers } from "../ipc/address-handlers.ts";
import { createProofHandlers } from "../ipc/proof-handlers.ts";
import { createSecretsHandlers } from "../ipc/secrets-handlers.ts";
import { createTimekitHandlers } from "../ipc/timekit-handlers.ts";
import { createTunnelHandlers } from "../ipc/tunnel-handlers.ts";
import { coalesce } from "../lib/coalesce.ts";
import { WorldError } from "../lib/world-error.ts";
import { clockError } from "../lifecycle/clock-error.ts";
import type { Log } from "../lifecycle/log.ts";
import type { createHttpReceiver } from "../receivers/http/http-receiver.ts";
import type { Address } from "../settings/address.ts";
import type { Secrets } from "../settings/secrets.ts";
import type { SettingsStore } from "../settings/settings.ts";
import { createTimekitApi } from "../sources/timekit/api/api.ts";
import { webhookUrl } from "../sources/timekit/api/webhooks.ts";
import { createCatchUp } from "../sources/timekit/catch-up.ts";
import { createConnection } from "../sources/timekit/connection.ts";
import { createHostActions } from "../sources/timekit/host-actions.ts";
import { createRereading } from "../sources/timekit/rereading.ts";
import type { StoreClient } from "../store/thread/client.ts";
import { createProof, type Proof } from "../tunnel/proof.ts";
import { createTunnels } from "../tunnel/tunnels.ts";
import type { ViewModel } from "../view/view-model.ts";

/** What being reachable, and Timekit itself, need of the rest of Bookbell. */
export interface ReceptionParts {
  readonly receiver: ReturnType<typeof createHttpReceiver>;
  readonly address: Address;
  readonly store: StoreClient;
  readonly settings: SettingsStore;
  readonly secrets: Secrets;
  readonly model: ViewModel;
  readonly power: PowerMonitor;
  /** The profile's folder. */
  readonly profile: string;
  /** The script of ngrok's process. */
  readonly ngrokWorker: string;
  now(): number;
  readonly log: Log;
  /** Puts it on the clipboard. */
  copyText(text: string): unknown;
  /** What is kept is not what it was. */
  onKeptChanged(): Promise<unknown>;
  /** Timekit's signing secret is another one now. */
  onSigningSecret(): Promise<void>;
  /** The host has answered or called off a booking from here. */
  onActed(bookingId: string): Promise<void>;
  onFault(error: unknown): void;
}

const tenMinutes = 10;

/** The way from Timekit to this computer and back: tunnel, front door, webhooks, and what was missed. */
export function createReception(parts: ReceptionParts) {
  const { receiver, address, store, settings, secrets, model, now, onFault, onKeptChanged } = parts;
  const ended = new AbortController();
  // The page's own session fetches nothing but the page.
  const fetchByNet = (url: string, init?: RequestInit) => session.fromPartition("download").fetch(url, init);

  const tunnels = createTunnels({
    ...parts,
    openProbe: receiver.openProbe,
    whenAddress: address.whenAt,
    port: receiver.port,
    folder: path.join(parts.profile, "cloudflared"),
    forkNgrok: () => utilityProcess.fork(parts.ngrokWorker),
    fetch: fetchByNet,
    onAddress: () => void connection.addressChanged(),
    onReceiving: () => void sync(),
    onWake() {
      void address.read();
      void sync();
    },
  });
  const hook = (url = tunnels.givable()) => (url === null ? null : address.at(url));

  const api = createTimekitApi({
    base: timekitAt(),
    key: secrets.timekit.get,
    fetch,
    delay: (ms, signal) => delay(ms, undefined, { signal }),
    now,
    deadlineMs: 15_000,
    signal: ended.signal,
  });
  const connection = createConnection({
    api,
    settings,
    hasKey: () => secrets.timekit.view().state === "on",
    hook: () => hook(),
    now,
    onView: (timekit) => model.update({ timekit }),
    onFault,
  });
  const take = (body: Uint8Array, quietly = false) =>
    store.take({
      source: "timekit",
      receivedAt: now(),
      via: "catch-up",
      headers: {},
      body,
      quietly,
      asOf: api.timekitsNow(),
    });
  const catchUp = createCatchUp({
    api,
    connection,
    settings,
    take,
    now,
    receivingSince() {
      const { state, since } = model.get().reach;
      return state === "receiving" ? since : null;
    },
    gaps: tunnels.gaps,
    reread: createRereading({ api, ahead: store.schedule.between, unsure: store.schedule.unsure, now }),
    onFetched: tunnels.fetched,
    onKept: onKeptChanged,
    onFault,
  });

  const lookAtClock = coalesce(async () => {
    const byAnswers = connection.isOn() ? now() - api.timekitsNow() : null;
    model.update({
      clockError: clockError({ now: now(), byAnswers, arrivals: await store.deliveries.arrivals() }),
    });
  }, onFault);

  /** Asks Timekit for what was missed, once the key is known to be good. */
  const sync = async () => {
    await connection.ensure().catch(() => {});
    await catchUp.run();
    await lookAtClock();
  };

  const hostActions = createHostActions({
    api,
    booking: store.bookings.get,
    async takeAnswer(body) {
      await take(body);
      await onKeptChanged();
    },
  });

  /** What the host does is no news to the host. */
  const act: typeof hostActions = async (wanted) => {
    await hostActions(wanted);
    await parts.onActed(wanted.id);
  };

  const proof: Proof = createProof({
    hook: () => hook(tunnels.url()),
    signingSecret: secrets.signing.get,
    async post(url, body, headers, signal) {
      return (await fetch(url, { method: "POST", body, headers, signal, redirect: "manual" })).status;
    },
    async forget(bookingId) {
      await store.bookings.forget(bookingId, now());
      await onKeptChanged();
    },
    now,
    newMark: () => randomBytes(12).toString("hex"),
    onView: (proof) => model.update({ proof }),
    onFault,
  });

  /**
   * Puts the whole address for Timekit on the clipboard, marked for a graph and state; while there is no public one, the
   * one that works on this computer only.
   * @throws WorldError address-unreadable; address-unproven; no-public-address for one that is marked, and so of use to Timekit only
   */
  async function copyAddress(pair: GraphState | null): Promise<AddressReach> {
    const open = hook();
    if (address.view().kept === "unreadable") throw new WorldError("address-unreadable");
    if (tunnels.url() !== null && open === null) throw new WorldError("address-unproven");
    if (open === null && pair) throw new WorldError("no-public-address");
    const whole = open ?? receiver.localAddress();
    if (whole === null) throw new WorldError("address-unreadable");
    tunnels.copied();
    if (open !== null) address.copied();
    await parts.copyText(pair ? webhookUrl(whole, pair) : whole);
    return open === null ? "this-computer" : "everywhere";
  }

  let minutes = 0;

  return {
    proof,
    act,
    /** Keeps what the receiver took in. */
    async take(delivery: Delivery): Promise<Taken> {
      proof.arrived(delivery);
      const taken = await store.take(delivery);
      proof.kept(delivery);
      if ("bookingId" in taken && !proof.isTest(taken.bookingId)) connection.posted();
      return taken;
    },
    copyAddress,
    handlers: {
      address: createAddressHandlers({ address, copy: copyAddress }),
      tunnel: createTunnelHandlers({ model, settings, address, tunnels, chooseFile: askForFile }),
      proof: createProofHandlers(proof),
      timekit: createTimekitHandlers({
        connection,
        catchUp: sync,
        onResource() {
          void sync();
          return onKeptChanged();
        },
      }),
      secrets: createSecretsHandlers({
        model,
        secrets,
        connection,
        catchUp: sync,
        onTunnelSecret: tunnels.apply,
        onSigningSecret: parts.onSigningSecret,
      }),
    },
    /** Opens the chosen tunnel, and asks Timekit for what came while Bookbell did not run. */
    async start(): Promise<void> {
      void address.read();
      tunnels.start();
      connection.show();
      await sync();
    },
    /** The address has another token: webhooks that Bookbell registered follow it. */
    addressRenewed: connection.addressChanged,
    /** The receiver listens on another port. */
    portChanged: tunnels.apply,
    kept: tunnels.kept,
    /** To be called when a webhook came: it tells how late it is by this computer's clock. */
    came: lookAtClock,
    minute(): void {
      tunnels.minute();
      void lookAtClock();
      minutes += 1;
      if (minutes % tenMinutes !== 0) return;
      // Not every minute: the keyring may ask the user each time.
      void address.read();
      // Where Timekit could not be reached before, webhooks still lead to an address that ends.
      void connection.addressChanged();
      if (catchUp.isDue()) void sync();
    },
    async close(): Promise<void> {
      ended.abort();
      await tunnels.close();
    },
  };
}

/** Tests and the demo have a Timekit of their own; the installed Bookbell knows one only. */
function timekitAt(): string {
  const stand = app.isPackaged ? undefined : process.env.BOOKBELL_TIMEKIT_API;
  return stand ?? "https://api.timekit.io/v2";
}
