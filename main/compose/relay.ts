import { open } from "node:fs/promises";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { setTimeout as delay } from "node:timers/promises";
import { aboutInvitation, readInvitation } from "../../common/invitation.ts";
import { endsInDays, type RelayView } from "../../common/relay.ts";
import type { RelaySettings } from "../../common/tunnel-settings.ts";
import { coalesce } from "../lib/coalesce.ts";
import { createEvent } from "../lib/event.ts";
import { WorldError } from "../lib/world-error.ts";
import type { Log } from "../lifecycle/log.ts";
import { seatHeader } from "../receivers/http/relay-headers.ts";
import { type IntakeParts, receive } from "../receivers/intake.ts";
import { createCheckAgain } from "../receivers/relay/check-again.ts";
import { createKeeping } from "../receivers/relay/keeping.ts";
import { type ResolveProxy, routeTo } from "../receivers/relay/route.ts";
import { judgeInvitation } from "../settings/judge-invitation.ts";
import { relayKey } from "../settings/relay-key.ts";
import type { Source } from "../sources/source.ts";
import type { StoreClient } from "../store/thread/client.ts";
import { ask } from "../tunnel/probe.ts";
import type { RelayProviderParts } from "../tunnel/providers/relay.ts";
import type { Profile } from "./profile.ts";

/** What a team's relay as a way in needs of the rest of Bookbell. */
export interface RelayParts extends Pick<Profile, "settings" | "secrets" | "model"> {
  /** Puts it on the clipboard. */
  copyText(text: string): unknown;
  /** What is posted here goes the same way. */
  readonly intake: IntakeParts;
  readonly store: Pick<StoreClient, "deliveries">;
  sourceOf(name: string): Source | undefined;
  /** The system's settings. */
  readonly resolveProxy: ResolveProxy;
  now(): number;
  readonly log: Pick<Log, "warn">;
  onFault(error: unknown): void;
}

/** A count that changed at every message would keep tray and page drawing. */
const showAgainMs = 250;

/** A team's relay: what is done with what it brings, and what is known of it. */
export function createRelay(parts: RelayParts) {
  const { settings, secrets, model, intake, store, sourceOf, now, log, onFault } = parts;
  const catching = createEvent<boolean>();
  const keeping = createKeeping();
  let left: number | null = null;
  /** Of the file that the user opened last, until it is taken. */
  let offered: string | null = null;
  const show = (part: Partial<RelayView>) => {
    const before = model.get().relay;
    const differs = Object.entries(part).some(([key, value]) => before[key as keyof RelayView] !== value);
    if (differs) model.update({ relay: { ...before, ...part } });
  };
  const showLeft = coalesce(async () => {
    show({ catchingUp: left });
    await delay(showAgainMs);
  }, onFault);

  function onLeft(now: number | null) {
    const wasOver = left === null;
    left = now;
    void showLeft();
    if (wasOver !== (now === null)) catching.tell(now !== null);
  }

  function onClockAhead() {
    if (model.get().relay.clockAhead) return;
    log.warn("The relay's clock is ahead");
    show({ clockAhead: true });
  }

  function minute() {
    const { kind, relay } = settings.get("tunnel");
    show({ endsInDays: endsInDays(kind === "relay" && relay ? relay.until : null, now()) });
  }

  const provider: RelayProviderParts = {
    invitation: secrets.relay.get,
    key: secrets.relayKey.get,
    requestFor: (url) => (url.startsWith("https:") ? request : plainRequest),
    routeTo: (url, signal) => routeTo(url, parts.resolveProxy, signal),
    now,
    subscription({ hook, seat }) {
      const place = `${new URL(hook).host}/${seat}`;
      return {
        sourceOf,
        take: intake.take,
        receive: (incoming) => receive(incoming, intake),
        now,
        silent: settings.get("relayCaughtUp") !== place,
        onCaughtUp() {
          if (settings.get("relayCaughtUp") !== place) settings.change({ relayCaughtUp: place });
        },
        onLeft,
        onClockAhead,
        whenKeeping: keeping.when,
        onFault,
      };
    },
  };

  return {
    provider,
    /** Much waited at the relay, and is being fetched; then it is. */
    onCatchingUp: catching.on,
    /** Whether bookings can be kept. */
    kept: keeping.set,
    minute,
    /** Takes in what was set aside for its signature, as far as it is signed; to be called when a signing secret changed. */
    checkAgain: createCheckAgain({
      unsigned: store.deliveries.unsigned,
      signingSecrets: intake.signingSecrets,
      sourceOf,
      take: intake.take,
      onFault,
    }),
    /** Posts to the relay what it is to hand to this seat alone. @returns the status */
    async post(url: string, body: string, own: Record<string, string>, signal: AbortSignal): Promise<number> {
      const seat = settings.get("tunnel").relay?.seat;
      const headers = { ...own, ...(seat && { [seatHeader]: seat }) };
      const route = provider.routeTo(url, signal);
      const asked = { body: Buffer.from(body), headers, route };
      return (await ask(provider.requestFor(url), new URL(url), asked, signal)).status;
    },
    /** Reads an invitation out of a file, and has it ready to be taken. @throws WorldError */
    async openInvitation(file: string): Promise<RelaySettings> {
      const text = await readStart(file);
      const invitation = await judgeInvitation(text, secrets.relayKey);
      offered = text.trim();
      return aboutInvitation(invitation);
    },
    /** Takes the one that was opened last. @throws WorldError */
    async takeInvitation(): Promise<void> {
      if (offered === null) throw new WorldError("invalid-input");
      await secrets.relay.set(offered, false);
      offered = null;
    },
    /** Puts the public half of this computer's key on the clipboard; without a key it makes one. @throws WorldError */
    async copyRelayKey(): Promise<string> {
      const key = await relayKey(secrets.relayKey);
      await parts.copyText(key);
      return key;
    },
    /** Has the settings say what the invitation does; to be called when it changed. */
    async learn(): Promise<void> {
      const text = await secrets.relay.get();
      const read = text === null ? null : readInvitation(text);
      const relay = read === null || typeof read === "string" ? null : aboutInvitation(read);
      show({ clockAhead: false });
      settings.change({ tunnel: { ...settings.get("tunnel"), relay } });
      minute();
    },
  };
}

/** Only so much as an invitation can be: the file may be any. */
async function readStart(file: string): Promise<string> {
  const opened = await open(file).catch(() => null);
  if (!opened) throw new WorldError("relay-invitation");
  try {
    const { buffer, bytesRead } = await opened.read({ buffer: Buffer.alloc(32_768) });
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await opened.close();
  }
}
