/** What only the user and one service may know; the page sees whether it is set, never what it is. */
export const secretNames = [
  "signing",
  "cloudflare",
  "ngrok",
  "ssh",
  "relay",
  "relayKey",
  "timekit",
  "calcom",
  "calcomSigning",
  "calendly",
  "calendlySigning",
] as const;
export type SecretName = (typeof secretNames)[number];

/** Characters: far more than the longest, which is an invitation to a relay with the keys that are in it. */
export const mostOfSecret = 32_768;

export type SecretView =
  /** None set. Without a signing secret the unguessable address is the only check. */
  | { readonly state: "off" }
  /** `kept`: encrypted by the system's keyring, as plain text by the user's choice, or until Bookbell quits. */
  | { readonly state: "on"; readonly kept: "encrypted" | "plain" | "session" }
  /** One is set but cannot be read: with an unreadable signing secret deliveries are turned away. */
  | { readonly state: "unreadable" };
