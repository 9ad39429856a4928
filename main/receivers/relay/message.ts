import type { Source } from "../../sources/source.ts";
import { proofHeader } from "../http/proof-header.ts";
import type { Incoming } from "../intake.ts";
import { momentsOf } from "./moments.ts";

/** One message of a laptop's place at the relay, whoever brought it. */
export interface RelayMessage {
  readonly subject: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type RelayedIncoming = Incoming & Required<Pick<Incoming, "relayed">>;

/** What a message is to this seat. */
export type Read =
  | { readonly kind: "delivery"; readonly incoming: RelayedIncoming; readonly clockAhead: boolean }
  /** Bookbell's own question, come back. */
  | { readonly kind: "probe"; readonly nonce: string; readonly body: Uint8Array }
  /** It is for another seat. */
  | { readonly kind: "foreign" }
  /** Of a relay that knows more than this version: it is kept as it is. */
  | {
      readonly kind: "unknown";
      readonly receivedAt: number;
      readonly headers: Readonly<Record<string, string>>;
    };

/** What reading messages needs of the rest of Bookbell. */
export interface ReadParts {
  /** The source of that name, which may be anything. */
  sourceOf(name: string): Source | undefined;
  readonly seat: string;
}

const version = "1";
/** What the relay had of the request's own headers. */
const requestPrefix = "bb-h-";
const mostCharacters = 200;

/** Reads what the relay wrote, at the moment it arrived here; believes nothing of the body, and does not look at it. */
export function readMessage(
  { subject, headers, body }: RelayMessage,
  parts: ReadParts,
  arrivedAt: number,
): Read {
  const [, , kind, ...rest] = subject.split(".");
  if (kind === "probe" && rest.join(".") !== parts.seat) return { kind: "foreign" };
  const nonce = headers["bb-probe"];
  if (kind === "probe" && nonce !== undefined) return { kind: "probe", nonce, body };
  const { receivedAt, clockAhead } = momentsOf(headers["bb-received-at"] ?? "", arrivedAt);
  const request = requestHeaders(headers);
  const kept = { ...wanted(request), "arrived-at": new Date(arrivedAt).toISOString() };
  const source = parts.sourceOf(headers["bb-source"] ?? "");
  if (!source || headers["bb-v"] !== version) return { kind: "unknown", receivedAt, headers: kept };
  const signature = source.signatureHeader === null ? undefined : request[source.signatureHeader];
  const test = proofHeader in request;
  const incoming: RelayedIncoming = { source, body, signature, headers: kept, test, relayed: { receivedAt } };
  return { kind: "delivery", incoming, clockAhead };
}

function requestHeaders(headers: RelayMessage["headers"]): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith(requestPrefix));
  return Object.fromEntries(
    own.map(([name, value]) => [name.slice(requestPrefix.length), value.slice(0, mostCharacters)]),
  );
}

/** Those that help to find a fault, as with what is posted here. */
const wanted = (request: Record<string, string>) =>
  Object.fromEntries(
    ["user-agent", "content-type", proofHeader].flatMap((name) =>
      request[name] ? [[name, request[name]]] : [],
    ),
  );
