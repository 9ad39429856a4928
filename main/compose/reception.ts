import { randomBytes } from "node:crypto";
import path from "node:path";
import { type PowerMonitor, session, utilityProcess } from "electron";
import type { SecretName } from "../../common/secrets.ts";
import type { SourceName } from "../../common/sources.ts";
import type { GraphState } from "../../common/timekit.ts";
import type { AddressReach } from "../../common/tunnel.ts";
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
import { webhookUrl } from "../sources/timekit/api/webhooks.ts";
import type { StoreClient } from "../store/thread/client.ts";
import { createProof, type Proof } from "../tunnel/proof.ts";
import { createTunnels } from "../tunnel/tunnels.ts";
import type { Profile } from "./profile.ts";

/** What receiving needs of the rest of Bookbell. */
export interface ReceptionParts
  extends Pick<Profile, "folder" | "settings" | "secrets" | "address" | "model"> {
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
  const { settings, secrets, address, store, model, now, log, onFault } = parts;
  const removal = createEvent();
  const signing: Readonly<Record<SourceName, Signing>> = { timekit: secrets.signing };
  const receiver = createHttpReceiver({
    take: store.take,
    signingSecrets: (source) => signing[source].all(),
    onSigned: (source, secret) => void signing[source].signed(secret).catch(onFault),
    now,
    settings,
    address,
    model,
    log,
    turnAway: store.tallies.turnAway,
    onFault,
  });
  // The page's own session fetches nothing but the page.
  const fetchByNet = (url: string, init?: RequestInit) => session.fromPartition("download").fetch(url, init);
  const tunnels = createTunnels({
    ...parts,
    openProbe: receiver.openProbe,
    whenAddress: address.whenAt,
    port: receiver.port,
    folder: path.join(parts.folder, "cloudflared"),
    forkNgrok: () => utilityProcess.fork(parts.ngrokWorker),
    fetch: fetchByNet,
  });
  const below = (url: string | null) => (url === null ? null : address.at(url));
  const hook = () => below(tunnels.givable());

  const proof: Proof = createProof({
    hook: () => below(tunnels.url()),
    signingSecret: secrets.signing.get,
    async post(url, body, headers, signal) {
      return (await fetch(url, { method: "POST", body, headers, signal, redirect: "manual" })).status;
    },
    async forget(bookingId) {
      await store.bookings.forget(bookingId, now());
      removal.tell();
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

  // Not every minute: the keyring may ask the user each time.
  const readAddress = everyNth(10, address.read);
  receiver.onArrived(proof.arrived);
  receiver.onTaken(({ delivery }) => proof.kept(delivery));
  receiver.onMoved(tunnels.apply);
  tunnels.onWake(address.read);
  secrets.onChange((name) => {
    if (ofTunnels.has(name)) tunnels.apply();
  });

  return {
    receiver,
    tunnels,
    proof,
    /** The whole address that the booking service may have now, token included; null while there is none. */
    hook,
    copyAddress,
    /** The test booking was removed again. */
    onTestRemoved: removal.on,
    handlers: {
      address: createAddressHandlers({ address, copy: copyAddress }),
      tunnel: createTunnelHandlers({ settings, address, tunnels, chooseFile: askForFile }),
      proof: createProofHandlers(proof),
    },
    /** Listens; settles once it does, or cannot. */
    listen: receiver.start,
    /** Opens the chosen tunnel. */
    start(): void {
      void address.read();
      tunnels.start();
    },
    minute(): void {
      receiver.minute();
      tunnels.minute();
      readAddress();
    },
    async close(): Promise<void> {
      await tunnels.close();
      await receiver.close();
    },
  };
}

export type Reception = ReturnType<typeof createReception>;

const ofTunnels: ReadonlySet<SecretName> = new Set<SecretName>(["cloudflare", "ngrok", "ssh"]);
