import type { RefusalReason } from "./reasons.ts";

/**
 * Every fault of the world that a user may meet; what is said of it is in words/problems. `lasting` = trying again cannot
 * mend it, so Bookbell rests until its user has changed something.
 */
const problems = {
  "zapier-moved": "passing",
  "zapier-renewed": "passing",
  "calcom-moved": "passing",
  "calcom-renewed": "passing",
  "calcom-signing-unreadable": "passing",
  "port-refused": "passing",
  "port-other": "passing",
  "store-closed": "passing",
  "disk-full": "passing",
  "disk-low": "passing",
  "store-flooded": "passing",
  "store-flooded-unsigned": "passing",
  "store-read-only": "passing",
  "store-locked": "passing",
  "store-damaged": "passing",
  "store-moved": "passing",
  "store-restored": "passing",
  "store-recovered": "passing",
  "not-saved": "passing",
  "store-newer": "lasting",
  "notifications-failed": "passing",
  "notifications-wait": "passing",
  "notifications-missing": "passing",
  "tray-missing": "passing",
  "hotkey-taken": "passing",
  "start-at-login": "passing",
  "clock-wrong": "passing",
  "update-failed": "passing",
  "update-altered": "passing",
  "update-unsigned": "passing",
  "update-unkeyed": "passing",
  "update-in-meeting": "passing",
  "setting-disk-full": "passing",
  "setting-read-only": "passing",
  "setting-not-saved": "passing",
  "settings-reset": "passing",
  "settings-address-reset": "passing",
  "settings-damaged": "passing",
  "cloudflared-missing": "lasting",
  "cloudflared-broken": "lasting",
  "download-failed": "passing",
  "download-altered": "passing",
  "secret-unreadable": "passing",
  "tunnel-unfinished": "lasting",
  "tunnel-refused": "lasting",
  "tunnel-limit": "passing",
  "tunnel-address-taken": "passing",
  "tunnel-address-not-yours": "lasting",
  "tunnel-turned-down": "passing",
  "tunnel-conflict": "lasting",
  "tunnel-unreachable": "passing",
  "tunnel-late": "passing",
  "tunnel-ended": "passing",
  "relay-invitation": "lasting",
  "relay-invitation-newer": "lasting",
  "relay-invitation-damaged": "lasting",
  "relay-invitation-unencrypted": "lasting",
  "relay-invitation-other-key": "lasting",
  "relay-key-unkept": "passing",
  "relay-invitation-ended": "lasting",
  "relay-invitation-ends": "passing",
  "relay-refused": "lasting",
  "relay-seat-gone": "lasting",
  "relay-unreachable": "passing",
  "relay-certificate": "passing",
  "relay-proxy": "passing",
  "relay-page": "passing",
  "relay-address": "passing",
  "relay-silent": "passing",
  "relay-door-silent": "passing",
  "relay-door-refused": "passing",
  "relay-door-intercepted": "passing",
  "relay-door-altered": "passing",
  "relay-full": "passing",
  "relay-signature": "passing",
  "relay-clock": "passing",
  "ssh-key-unreadable": "lasting",
  "ssh-passphrase": "lasting",
  "ssh-refused": "lasting",
  "ssh-host-unknown": "lasting",
  "ssh-host-changed": "lasting",
  "ssh-forward-refused": "passing",
  "front-door-silent": "passing",
  "front-door-refused": "passing",
  "front-door-intercepted": "passing",
  "front-door-altered": "passing",
  "not-set-up": "passing",
  "not-given": "passing",
  "not-receiving": "passing",
  "address-unreadable": "passing",
  "address-renewed": "passing",
  "address-changed": "passing",
  "signing-unreadable": "passing",
  "refused-unsigned": "passing",
  "refused-malformed": "passing",
  misdirected: "passing",
  "address-old-used": "passing",
  unreadable: "passing",
  "webhooks-missing": "passing",
  "webhooks-stale": "passing",
  "timekit-key-refused": "passing",
  "timekit-unreachable": "passing",
  "timekit-busy": "passing",
  "timekit-odd": "passing",
  "timekit-endless": "passing",
  "only-by-asking": "passing",
  "bookings-unread": "passing",
  "timekit-gone": "passing",
  "no-link": "passing",
  "link-not-opened": "passing",
  "timekit-not-allowed": "passing",
  "timekit-webhooks-refused": "passing",
  "timekit-webhooks-left": "passing",
  "address-unproven": "passing",
  "no-public-address": "passing",
  "timekit-by-hand": "passing",
  "calcom-key-refused": "passing",
  "calcom-no-api": "passing",
  "calcom-not-a-server": "passing",
  "calcom-webhook-left": "passing",
  "calcom-unreachable": "passing",
  "calcom-busy": "passing",
  "calcom-odd": "passing",
  "calcom-endless": "passing",
  "calcom-gone": "passing",
  "calcom-not-allowed": "passing",
  "calcom-no-reason": "passing",
  "calcom-webhook-off": "passing",
  "calcom-webhook-gone": "passing",
  "calcom-webhook-template": "passing",
  "calcom-webhook-incomplete": "passing",
  "calendly-token-refused": "passing",
  "calendly-not-allowed": "passing",
  "calendly-unreachable": "passing",
  "calendly-busy": "passing",
  "calendly-odd": "passing",
  "calendly-gone": "passing",
  "calendly-turned-down": "passing",
  "calendly-class": "passing",
  "calendly-endless": "passing",
  "calendly-webhook-disabled": "passing",
  "calendly-webhook-left": "passing",
  "calendly-signing-unreadable": "passing",
  "invalid-input": "passing",
  internal: "passing",
  "page-silent": "passing",
  "booking-gone": "passing",
  "delivery-gone": "passing",
  "not-a-port": "passing",
  "not-a-shortcut": "passing",
  "not-a-time": "passing",
  "not-a-mail": "passing",
  "not-an-address": "passing",
  "not-a-domain": "passing",
  "not-a-host": "passing",
  "not-a-user": "passing",
  "not-a-socket": "passing",
  "target-malformed": "passing",
  "target-unencrypted": "passing",
  "target-open": "passing",
  "target-login": "passing",
  "target-reserved": "passing",
  "target-own": "passing",
  "target-n8n-test": "passing",
  "target-slack": "passing",
  "target-not-slack": "passing",
  "target-not-workflow": "passing",
  "slack-removed": "lasting",
  "slack-archived": "lasting",
  "slack-not-allowed": "lasting",
  "slack-turned-down": "passing",
  "slack-busy": "passing",
  "destination-stopped": "passing",
  "destination-down": "passing",
  "messages-given-up": "passing",
  "message-late": "passing",
  "target-unreadable": "passing",
  "destination-silent": "passing",
  "destination-uncertified": "passing",
  "destination-failing": "passing",
  "destination-busy": "passing",
  "destination-elsewhere": "passing",
  "destination-odd": "passing",
  "destination-clock": "passing",
  "destination-turned-down": "passing",
  "destination-not-allowed": "lasting",
  "destination-gone": "lasting",
  "destination-long-silent": "lasting",
} as const satisfies Record<string, "lasting" | "passing">;

export type AnyCode = keyof typeof problems;

type Count = { readonly count: number };
/** Of a destination's address no more than this is ever said: the rest is a secret. */
type Host = { readonly host: string };
/** As its user calls it. */
type Labelled = { readonly label: string };
type Answered = Host & { readonly status: number };

/** What those are given that count or name something. */
export interface ProblemArgs {
  readonly "notifications-wait": Count;
  /** Bookbell listens at `port`, as another program has the `wanted` one. */
  readonly "port-other": { readonly port: number; readonly wanted: number };
  readonly "refused-unsigned": Count;
  readonly "refused-malformed": Count & { readonly reason: Exclude<RefusalReason, "signature"> };
  /** See the tally of that name. */
  readonly misdirected: Count & { readonly reason: "ended" | "signed" | "likely" };
  readonly "address-old-used": Count;
  readonly unreadable: Count;
  /** How far the clock is ahead; negative = behind. */
  readonly "clock-wrong": { readonly ms: number };
  readonly "relay-invitation-ends": { readonly days: number };
  readonly "relay-signature": Count;
  readonly "only-by-asking": Count;
  readonly "bookings-unread": Count;
  readonly "not-a-port": { readonly least: number; readonly most: number };
  /** The word of Slack's that says why, or its status. */
  readonly "slack-turned-down": { readonly word: string };
  readonly "destination-stopped": Labelled;
  readonly "destination-down": Labelled;
  readonly "messages-given-up": Count;
  readonly "destination-silent": Host;
  readonly "destination-uncertified": Host;
  readonly "destination-failing": Answered;
  readonly "destination-busy": Host;
  readonly "destination-elsewhere": Host;
  readonly "destination-odd": Host;
  /** How far this computer's clock is off, without a sign. */
  readonly "destination-clock": Host & { readonly minutes: number };
  readonly "destination-turned-down": Answered;
  readonly "destination-not-allowed": Answered;
  readonly "destination-gone": Host;
  readonly "destination-long-silent": Host & { readonly days: number };
}

export type ArgsOf<Code extends AnyCode> = Code extends keyof ProblemArgs ? ProblemArgs[Code] : null;

/** One that its code says all of. */
export type ProblemCode = Exclude<AnyCode, keyof ProblemArgs>;

/** Something in the world that went wrong, as it travels; it is worded only where it is shown. */
export type Problem =
  | { readonly code: ProblemCode }
  | {
      readonly [Code in keyof ProblemArgs]: { readonly code: Code; readonly args: ProblemArgs[Code] };
    }[keyof ProblemArgs];

/** Those of these codes alone. */
export type ProblemOf<Code extends AnyCode> = Code extends keyof ProblemArgs
  ? { readonly code: Code; readonly args: ProblemArgs[Code] }
  : { readonly code: Code };

const plain = Object.fromEntries(Object.keys(problems).map((code) => [code, { code }])) as Record<
  ProblemCode,
  Problem
>;

/** The same value every time: a trouble that goes on is no change of the view. */
export function problem(code: ProblemCode): Problem;
export function problem<Code extends keyof ProblemArgs>(code: Code, args: ProblemArgs[Code]): Problem;
export function problem(code: AnyCode, args?: object): Problem {
  return args ? ({ code, args } as Problem) : plain[code as ProblemCode];
}

const lasting: ReadonlySet<string> = new Set(
  Object.entries(problems).flatMap(([code, flag]) => (flag === "lasting" ? [code] : [])),
);

/** Whether only the user can mend it: to try again would be of no use. */
export const isLasting = (code: string): boolean => lasting.has(code);
