import { randomBytes } from "node:crypto";
import path from "node:path";
import { type PowerMonitor, session, utilityProcess } from "electron";
import type { SecretName } from "../../common/secrets.ts";
import type { SourceName } from "../../common/sources.ts";
import type { GraphState } from "../../common/timekit.ts";
import type { AddressReach, TunnelKind } from "../../common/tunnel.ts";
import { askForFile } from "../desktop/dialogs.ts";
import { createAddressHandlers } from "../ipc/address-handlers.ts";
import { createProofHandlers } from "../ipc/proof-handlers.ts";
import { createTunnelHandlers } from "../ipc/tunnel-handlers.ts";
import { createEvent } from "../lib/event.ts";
import { everyNth } from "../lib/minutes.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Log } from "../lifecycle/log.ts";
import { createHttpReceiver } from "../receivers/http/http-receiver.ts";
import type { Signing } from "../settings/signing.ts";
import { sourceOf } from "../sources/registry.ts";
import { webhookUrl } from "../sources/timekit/api/webhooks.ts";
import type { StoreClient } from "../store/thread/client.ts";
import { createProof, type Proof } from "../tunnel/proof.ts";
import { createTunnels } from "../tunnel/tunnels.ts";
import type { Profile } from "./profile.ts";
import { publicAddress, registeredAddress } from "./public-address.ts";
import { createRelay } from "./relay.ts";

/** What receiving needs of the rest of Bookbell. */
export interface ReceptionParts
  extends Pick<Profile, "folder" | "settings" | "secrets" | "addresses" | "model" | "words"> {
  readonly store: StoreClient;
  readonly power: PowerMonitor;
  /** The script of ngrok's process. */
  readonly ngrokWorker: string;
  now(): number;
  readonly log: Log;
  /** Puts it on the clipboard. */
  copyText(text: string): unknown;
  onFault(error: unknown): void;
}

/** How deliveries come in: the receiver, the tunnel that leads to it, and the proof that they arrive. */
export function createReception(parts: ReceptionParts) {
  const { settings, secrets, addresses, store, model, now, log, onFault } = parts;
  const all = Object.values(addresses);
  const removal = createEvent();
  // Zapier has no signature: its address alone says who posts.
  const signing: Readonly<Record<SourceName, Signing | null>> = {
    timekit: secrets.signing,
    zapier: null,
    calcom: secrets.calcomSigning,
    calendly: secrets.calendlySigning,
  };
  const receiver = createHttpReceiver({
    sourceOf,
    take: store.take,
    signingSecrets: async (source) => (await signing[source]?.all()) ?? { secrets: [], unreadable: false },
    onSigned: (source, secret) => void signing[source]?.signed(secret).catch(onFault),
    now,
    settings,
    addresses,
    model,
    log,
    turnAway: store.tallies.turnAway,
    words: parts.words.get,
    onFault,
  });
  // The page's own session fetches nothing but the page.
  const outside = () => session.fromPartition("download");
  const fetchByNet = (url: string, init?: RequestInit) => outside().fetch(url, init);
  const resolveProxy = (url: string) => outside().resolveProxy(url);
  const relay = createRelay({ ...parts, intake: receiver.intake, sourceOf, resolveProxy });
  const tunnels = createTunnels({
    ...parts,
    relay: relay.provider,
    openProbe: receiver.openProbe,
    whenAddress: addresses.timekit.whenAt,
    port: receiver.port,
    folder: path.join(parts.folder, "cloudflared"),
    forkNgrok: () => utilityProcess.fork(parts.ngrokWorker),
    fetch: fetchByNet,
  });
  const ofAddress = { tunnels, addresses };
  const hook = () => registeredAddress("timekit", ofAddress);

  const proof: Proof = createProof({
    hook: () => publicAddress("timekit", tunnels.url(), ofAddress),
    signingSecret: secrets.signing.get,
    async post(url, body, headers, signal) {
      if (tunnels.hook("timekit") !== null) return relay.post(url, body, headers, signal);
      return (await fetch(url, { method: "POST", body, headers, signal, redirect: "manual" })).status;
    },
    async forget(bookingId) {
      await store.bookings.forget(bookingId, now());
      removal.tell();
    },
    now,
    words: parts.words.get,
    newMark: () => randomBytes(12).toString("hex"),
    onView: (proof) => model.update({ proof }),
    onFault,
  });

  /**
   * Puts the whole address for a source on the clipboard, for Timekit marked for a graph and state; while there is no public
   * one, Timekit's is the one that works on this computer only.
   * @throws WorldError address-unreadable; address-unproven; no-public-address where one of this computer is of no use
   */
  async function copyAddress(source: SourceName, pair: GraphState | null): Promise<AddressReach> {
    const address = addresses[source];
    const url = tunnels.givable();
    const relayed = tunnels.hook(source);
    const open = publicAddress(source, url, ofAddress);
    if (relayed === null && address.view().kept === "unreadable") throw new WorldError("address-unreadable");
    if (tunnels.url() !== null && open === null) throw new WorldError("address-unproven");
    if (open === null && (pair || source !== "timekit")) throw new WorldError("no-public-address");
    const whole = open ?? receiver.localAddress();
    if (whole === null) throw new WorldError("address-unreadable");
    if (url !== null) address.copied(url);
    await parts.copyText(pair ? webhookUrl(whole, pair) : whole);
    return open === null ? "this-computer" : "everywhere";
  }

  // Not every minute: the keyring may ask the user each time.
  const readAddresses = () => void Promise.all(all.map(({ read }) => read()));
  const readSometimes = everyNth(10, readAddresses);
  receiver.onArrived(proof.arrived);
  receiver.onTaken(({ delivery }) => proof.kept(delivery));
  receiver.onMoved(tunnels.apply);
  tunnels.onWake(readAddresses);
  secrets.onChange((name) => {
    const reopen = () => {
      if (settings.get("tunnel").kind === waysBySecret[name]) tunnels.apply();
    };
    if (name === "relay") void relay.learn().catch(onFault).then(reopen);
    else reopen();
  });

  return {
    receiver,
    tunnels,
    relay,
    proof,
    /** The whole address that the booking service may have now, token included; null while there is none. */
    hook,
    copyAddress,
    /** The test booking was removed again. */
    onTestRemoved: removal.on,
    handlers: {
      address: createAddressHandlers({ addresses, copy: copyAddress }),
      tunnel: createTunnelHandlers({
        settings,
        readAddresses,
        tunnels,
        chooseFile: askForFile,
        invitation: relay,
      }),
      proof: createProofHandlers(proof),
    },
    /** Listens; settles once it does, or cannot. */
    listen(): Promise<void> {
      // A delivery that came first would hide that Bookbell did not run.
      tunnels.resume();
      return receiver.start();
    },
    /** Opens the chosen tunnel. */
    start(): void {
      readAddresses();
      relay.minute();
      tunnels.start();
    },
    minute(): void {
      receiver.minute();
      tunnels.minute();
      relay.minute();
      readSometimes();
    },
    async close(): Promise<void> {
      await tunnels.close();
      await receiver.close();
    },
  };
}

export type Reception = ReturnType<typeof createReception>;

/** What opens a tunnel of that way. */
const waysBySecret: Partial<Record<SecretName, TunnelKind>> = {
  cloudflare: "cloudflare-named",
  ngrok: "ngrok",
  ssh: "ssh",
  relay: "relay",
};
