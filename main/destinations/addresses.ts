import type { DestinationKind } from "../../common/destinations.ts";
import type { ProblemOf } from "../../common/problems.ts";
import { isInside, isLoopback, isReserved, withoutDot } from "./inside.ts";

/** Why nothing can be sent to an address. */
export type AddressRefusal =
  | "target-malformed"
  | "target-unencrypted"
  | "target-login"
  | "target-reserved"
  | "target-own"
  | "target-n8n-test"
  | "target-slack"
  | "target-not-slack"
  | "target-not-workflow";

export type Target =
  | {
      readonly ok: true;
      /** As it is kept: a secret. */
      readonly url: string;
      /** What may be said of it. */
      readonly host: string;
      readonly warning: ProblemOf<"target-open"> | null;
    }
  | { readonly ok: false; readonly why: ProblemOf<AddressRefusal> };

/** What an address is looked at beside. */
export interface Surroundings {
  /** Every address at which Bookbell itself is to be reached: what is sent there would come back. */
  readonly own: readonly string[];
  /** Where Slack's webhooks are. */
  readonly slackOrigins: readonly string[];
}

/** Slack's own, and that of its service for governments. */
export const slackOrigins = ["https://hooks.slack.com", "https://hooks.slack-gov.com"] as const;
const webhookPath = /^\/services\/[TE][A-Z\d]+\/B[A-Z\d]+\/[A-Za-z\d]+\/?$/;
const workflowPath =
  /^\/(?:triggers\/[TE][A-Z\d]+\/\d+\/[\da-f]{32}|workflows\/[TE][A-Z\d]+\/A[A-Z\d]+\/\d+\/[A-Za-z\d]+)\/?$/;
const longest = 2_048;

/** What a user entered as the address of a destination; "https://" is put before one without it. */
export function targetOf(kind: DestinationKind, text: string, around: Surroundings): Target {
  const wanted = text.trim();
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(wanted) ? wanted : `https://${wanted}`;
  if (wanted === "" || whole.length > longest || !URL.canParse(whole)) return refuse("target-malformed");
  const url = new URL(whole);
  url.hash = "";
  const code = refusalOf(kind, url, around);
  if (code) return refuse(code);
  const warning = url.protocol === "http:" && !isLoopback(url.hostname) ? open : null;
  return { ok: true, url: url.href, host: url.host, warning };
}

const refuse = (code: AddressRefusal): Target => ({ ok: false, why: { code } });
const open: ProblemOf<"target-open"> = { code: "target-open" };

function refusalOf(
  kind: DestinationKind,
  url: URL,
  { own, slackOrigins }: Surroundings,
): AddressRefusal | null {
  const { protocol, hostname, username, password, pathname, origin, search } = url;
  if (protocol !== "https:" && protocol !== "http:") return "target-malformed";
  if (username || password) return "target-login";
  const isSlack = slackOrigins.includes(origin);
  if (kind === "slack") return isSlack && webhookPath.test(pathname) && !search ? null : "target-not-slack";
  if (kind === "workflow")
    return isSlack && workflowPath.test(pathname) && !search ? null : "target-not-workflow";
  if (isSlack) return "target-slack";
  if (isReserved(hostname)) return "target-reserved";
  if (own.some((one) => isWithin(url, one))) return "target-own";
  if (pathname.includes("/webhook-test/")) return "target-n8n-test";
  return protocol === "http:" && !isInside(hostname) ? "target-unencrypted" : null;
}

/** Whether a URL leads to what is at an address, or below it, by whichever name of this computer. */
function isWithin(url: URL, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const own = new URL(address);
  const below = own.pathname.replace(/\/?$/, "/");
  return placeOf(url) === placeOf(own) && `${url.pathname}/`.startsWith(below);
}

function placeOf({ hostname, port, protocol }: URL): string {
  const name = isLoopback(hostname) ? "localhost" : withoutDot(hostname);
  return `${name}:${port || (protocol === "https:" ? "443" : "80")}`;
}
