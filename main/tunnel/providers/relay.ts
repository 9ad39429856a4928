import type { request } from "node:https";
import {
  type Invitation,
  invitationProblems,
  readInvitation,
  relayHook,
} from "../../../common/invitation.ts";
import { isLasting } from "../../../common/problems.ts";
import { createEvent } from "../../lib/event.ts";
import { pause } from "../../lib/pause.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { RouteTo } from "../../receivers/relay/route.ts";
import { type SubscriptionParts, subscribe } from "../../receivers/relay/subscription.ts";
import type { Provider, Tunnel } from "../provider.ts";
import { probeRelay } from "../relay-probe.ts";

/** What a team's relay as a way in needs of the rest of Bookbell. */
export interface RelayProviderParts {
  /** As it was pasted; null = none was. @throws WorldError */
  invitation(): Promise<string | null>;
  /** The seed of this computer's own key; null = it made none. @throws WorldError */
  key(): Promise<string | null>;
  /** What to do with what comes over it. */
  subscription(invitation: Invitation): Omit<SubscriptionParts, "seat" | "onProbe">;
  /** node:https's, or node:http's on this computer. */
  requestFor(url: string): typeof request;
  readonly routeTo: RouteTo;
  now(): number;
}

/** A relay that is restarted, or changes its accounts, may turn somebody away whom it knows a moment later. */
const sure = { tries: 3, pauseMs: 3_000 };

/** A team's relay keeps what is posted, and this computer fetches it over a connection of its own. */
export const relayProvider = (parts: RelayProviderParts): Provider => ({
  probeEveryMs: 5 * 60_000,
  backoff: { baseMs: 500, capMs: 30_000 },
  async open(_port, signal) {
    const invitation = await invitationOf(parts);
    const link = await openSurely(invitation, parts, signal);
    const probed = createEvent<{ readonly nonce: string; readonly body: Uint8Array }>();
    const given = parts.subscription(invitation);
    const subscription = subscribe(link, { ...given, seat: invitation.seat, onProbe: probed.tell });
    const tunnel: Tunnel = {
      url: new URL(invitation.hook).origin,
      hook: (source) => relayHook(invitation, source),
      lost: subscription.lost,
      close: subscription.close,
      probe: (wanted) =>
        probeRelay(wanted, {
          ...invitation,
          request: parts.requestFor(invitation.hook),
          routeTo: parts.routeTo,
          now: parts.now,
          answers: subscription.answers,
          arrival: (wanted, signal) =>
            new Promise((resolve) => {
              const end = probed.on(({ nonce, body }) => {
                if (nonce === wanted) settle(body);
              });
              const stop = () => settle(null);
              signal.addEventListener("abort", stop);
              function settle(body: Uint8Array | null) {
                end();
                signal.removeEventListener("abort", stop);
                resolve(body);
              }
            }),
        }),
    };
    return tunnel;
  },
});

async function invitationOf({ invitation, now }: RelayProviderParts): Promise<Invitation> {
  const text = await invitation();
  if (!text) throw new WorldError("tunnel-unfinished");
  const read = readInvitation(text);
  if (typeof read === "string") throw new WorldError(invitationProblems[read]);
  if (read.until !== null && read.until <= now()) throw new WorldError("relay-invitation-ended");
  return read;
}

/** What only a new invitation can mend is believed when it was said more than once. */
async function openSurely(invitation: Invitation, { key, routeTo }: RelayProviderParts, signal: AbortSignal) {
  // Only who has a relay needs NATS' library.
  const { openLink } = await import("../../receivers/relay/link.ts");
  const seed = typeof invitation.creds === "string" ? null : await key();
  for (let left = sure.tries; ; left -= 1) {
    try {
      return await openLink(invitation, seed, routeTo, signal);
    } catch (error) {
      const said = error instanceof WorldError && isLasting(error.code);
      if (!said || left === 1 || signal.aborted) throw error;
      await pause(sure.pauseMs, signal);
    }
  }
}
