import type { SecretName } from "../secrets.ts";

/** The words that every secret shares. */
export const secret = {
  notSet: "Not set.",
  encrypted: "Saved, encrypted by this system’s keyring.",
  plain: "Saved here without encryption.",
  unreadable: "Cannot be read.",
  change: "Change",
  keep: "Save without encryption…",
  remove: "Remove",
  keepPlain: "Save it here without encryption",
  save: "Save",
  cancel: "Cancel",
} as const;

/** The words for Timekit's signing secrets, of which an earlier one may still count. */
export const signing = {
  setAt: ({ when }: { when: string }) => `Since ${when}.`,
  earlier: ({ count }: { count: number }) => (count === 1 ? "The secret before" : "The secrets before"),
  untilUsed: "Still accepted, until a week after the first delivery signed with the new one.",
  until: ({ when }: { when: string }) => `Still accepted until ${when}.`,
  remove: ({ count }: { count: number }) => `Remove ${count === 1 ? "the secret" : "the secrets"} before`,
  sure: "Remove it? What is still signed with it is then rejected.",
} as const;

/** The words for a Bookbell without a signing secret. */
export const unchecked = {
  message: "Anyone who knows the address can post bookings.",
  remedy: "With Timekit’s signing secret, only Timekit can.",
  action: "Enter secret",
} as const;

export interface SecretWords {
  readonly title: string;
  readonly why: string;
  readonly again: string;
  readonly field: string;
  readonly where: string;
  readonly removeSure: string;
  readonly set: string;
  readonly show: string;
  /** Without a keyring. */
  readonly session: string;
  readonly saved: string;
  readonly removed: string;
}

/** What each secret is called, what it is for and where to find it. */
export const secrets: Readonly<Record<SecretName, SecretWords>> = {
  signing: {
    title: "Signing secret",
    why: "With it, Bookbell checks that a delivery really comes from Timekit.",
    again: "Bookings are rejected until you enter it again.",
    field: "Timekit’s signing secret",
    where: "In Timekit under API Settings, Keys.",
    removeSure: "Remove the secret? Deliveries are then no longer checked.",
    set: "Set secret",
    show: "Show secret",
    session:
      "Set. This system has no keyring, so the secret is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "Signing secret saved",
    removed: "Signing secret removed",
  },
  timekit: {
    title: "App API key",
    why: "With it, Bookbell fetches what it missed, registers webhooks and answers bookings.",
    again: "Nothing can be fetched until you enter it again.",
    field: "Timekit’s App API key",
    where: "In Timekit under API Settings, Keys. Bookbell tries it before keeping it.",
    removeSure: "Remove the key? Webhooks stay; Bookbell can then no longer fetch what it missed.",
    set: "Set key",
    show: "Show key",
    session:
      "Set. This system has no keyring, so the key is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "App API key saved",
    removed: "App API key removed",
  },
  calcom: {
    title: "API key",
    why: "With it, Bookbell registers the webhook, fetches what it missed and answers requests.",
    again: "Nothing can be fetched until you enter it again.",
    field: "Cal.com’s API key",
    where: "In Cal.com under Settings, Developer, API keys. Bookbell tries it before keeping it.",
    removeSure: "Remove the key? The webhook that Bookbell registered goes with it.",
    set: "Set key",
    show: "Show key",
    session:
      "Set. This system has no keyring, so the key is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "Cal.com’s API key saved",
    removed: "Cal.com’s API key removed",
  },
  calcomSigning: {
    title: "Webhook secret",
    why: "With it, Bookbell checks that a delivery really comes from Cal.com.",
    again: "Bookings are rejected until you enter it again.",
    field: "The secret of Cal.com’s webhook",
    where: "What you entered as Secret when you made the webhook in Cal.com.",
    removeSure: "Remove the secret? Deliveries are then no longer checked.",
    set: "Set secret",
    show: "Show secret",
    session:
      "Set. This system has no keyring, so the secret is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "Webhook secret saved",
    removed: "Webhook secret removed",
  },
  calendly: {
    title: "Personal access token",
    why: "With it, Bookbell registers the webhook, and fetches what it missed.",
    again: "Nothing can be fetched until you enter it again.",
    field: "Calendly’s personal access token",
    where: "In Calendly under Integrations, API and webhooks. Bookbell tries it before keeping it.",
    removeSure: "Remove the token? The webhook goes with it, so nothing of Calendly’s arrives.",
    set: "Set token",
    show: "Show token",
    session:
      "Set. This system has no keyring, so the token is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "Calendly’s token saved",
    removed: "Calendly’s token removed",
  },
  calendlySigning: {
    title: "Signing key",
    why: "Bookbell makes it when it registers the webhook.",
    again: "Bookings are rejected until the webhook is registered again.",
    field: "The signing key of Calendly’s webhook",
    where: "Bookbell makes it by itself.",
    removeSure: "Remove the key? Deliveries are then no longer checked.",
    set: "Set key",
    show: "Show key",
    session: "Set, and forgotten when Bookbell quits: this system has no keyring.",
    saved: "Signing key saved",
    removed: "Signing key removed",
  },
  cloudflare: {
    title: "Tunnel token",
    why: "Cloudflare shows it when you create the tunnel.",
    again: "The tunnel stays closed until you enter it again.",
    field: "Cloudflare’s tunnel token",
    where: "The long text after “--token” in the command that Cloudflare shows.",
    removeSure: "Remove the token? The tunnel is then closed.",
    set: "Set token",
    show: "Show token",
    session:
      "Set. This system has no keyring, so the token is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "Tunnel token saved",
    removed: "Tunnel token removed",
  },
  ngrok: {
    title: "Authtoken",
    why: "It opens the tunnel for your ngrok account.",
    again: "The tunnel stays closed until you enter it again.",
    field: "ngrok’s authtoken",
    where: "In ngrok’s dashboard under Your Authtoken.",
    removeSure: "Remove the token? The tunnel is then closed.",
    set: "Set token",
    show: "Show token",
    session:
      "Set. This system has no keyring, so the token is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "Authtoken saved",
    removed: "Authtoken removed",
  },
  relay: {
    title: "Invitation",
    why: "You have it from whoever runs your team’s relay.",
    again: "Bookings wait at the relay until you enter it again.",
    field: "The invitation to your team’s relay",
    where:
      "One line that begins with “bookbell-relay”. It is for this computer alone, and secret as a password is.",
    removeSure: "Remove the invitation? Bookings then wait at the relay, and don’t come here.",
    set: "Enter invitation",
    show: "Show invitation",
    session:
      "Set. This system has no keyring, so the invitation is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "Invitation taken",
    removed: "Invitation removed",
  },
  relayKey: {
    title: "Key for a relay",
    why: "Bookbell makes it when you copy it.",
    again: "Ask for an invitation without it.",
    field: "The key for your team’s relay",
    where: "Bookbell makes it by itself.",
    removeSure: "Remove the key? An invitation that was made for it is then of no use.",
    set: "Set key",
    show: "Show key",
    session: "Set, and forgotten when Bookbell quits: this system has no keyring.",
    saved: "Key saved",
    removed: "Key removed",
  },
  ssh: {
    title: "Key passphrase",
    why: "Only for a key file that asks for one.",
    again: "The tunnel stays closed until you enter it again.",
    field: "Passphrase of the key file",
    where: "The one you chose when you made the key.",
    removeSure: "Remove the passphrase?",
    set: "Set passphrase",
    show: "Show passphrase",
    session:
      "Set. This system has no keyring, so the passphrase is forgotten when Bookbell quits. Enter it again to save it without encryption.",
    saved: "Key passphrase saved",
    removed: "Key passphrase removed",
  },
};
