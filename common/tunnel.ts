import type { Problem } from "./problems.ts";

/** The ways in which Timekit's webhooks can reach this computer. */
export const tunnelKinds = [
  "cloudflare-quick",
  "cloudflare-named",
  "ngrok",
  "ssh",
  "own-url",
  "relay",
] as const;
export type TunnelKind = (typeof tunnelKinds)[number];

/** What of the settings says who registers. */
interface Registering {
  readonly kind: TunnelKind | "off";
  readonly relay: { readonly registers: boolean } | null;
}

/** Whether somebody else's computer has booking services post here: at a team's relay one does so for all. */
export const isRegisteredElsewhere = ({ kind, relay }: Registering): boolean =>
  kind === "relay" && relay?.registers !== true;

/** Whether what Timekit posts arrives here: three answers only, and `off` when no tunnel was chosen. */
export interface ReachView {
  readonly state: "off" | "unknown" | "receiving" | "not-receiving";
  /** Since when, epoch milliseconds. */
  readonly since: number;
  /** Why nothing arrives, or why it is not known. */
  readonly problem: Problem | null;
  /** The public host name, without path and token; null until there is one. */
  readonly host: string | null;
  /** When the front door was last tried, epoch milliseconds. */
  readonly checkedAt: number | null;
  /** The server's key ("SHA256:…") that waits for the user's trust. */
  readonly hostKey: string | null;
  /** The public address is not the one that Timekit was last given. */
  readonly moved: boolean;
  /** Timekit was given an address: copied by the user, or registered with the key. */
  readonly given: boolean;
}

/** From where an address can be reached: Timekit needs one that is reached from everywhere. */
export type AddressReach = "everywhere" | "this-computer";

/** Cloudflare's program on this computer. Sizes in bytes. */
export type ProgramView =
  | { readonly state: "found"; readonly file: string }
  /** `size` null: there is no download for this system. */
  | { readonly state: "missing"; readonly size: number | null; readonly version: string }
  | { readonly state: "downloading"; readonly got: number; readonly size: number };

/** Why nothing could have arrived. */
export type GapReason = "asleep" | "not-running" | "unreachable" | "no-tunnel" | "not-kept" | "too-long-away";

/** A span in which nothing could have arrived; epoch milliseconds. */
export interface Gap {
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  readonly reason: GapReason;
  /** Bookings that were new or changed when Timekit was asked afterwards; null = it was not asked. */
  readonly fetched: number | null;
  /** Timekit told all that it has: nothing else was missed. Means nothing until it was asked. */
  readonly whole: boolean;
}

/** The test booking's way through Bookbell, in this order. */
export const proofSteps = ["tunnel", "receiver", "store", "notification", "window"] as const;
export type ProofStep = (typeof proofSteps)[number];

/** How far the test booking has come. */
export interface ProofView {
  /** Names this try; the page gives it back once it has painted. */
  readonly mark: string;
  /** Milliseconds from the press of the button to each step that was reached. */
  readonly reached: Readonly<Partial<Record<ProofStep, number>>>;
  /** Where it stopped, and why; null while it is on its way, and when it is through. */
  readonly failed: { readonly step: ProofStep; readonly problem: Problem } | null;
}
