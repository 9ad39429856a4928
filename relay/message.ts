import { createHash } from "node:crypto";
import { relayProbeHeader, seatHeader } from "../main/receivers/http/relay-headers.ts";
import type { Incoming } from "../main/receivers/intake.ts";
import { deliverySubject, namedOr, probeSubject } from "./subjects.ts";

/** What is published for one request; the body goes beside it as it came. */
export interface RelayMessage {
  readonly subject: string;
  /** The same for the same request, so that the stream takes it in once. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A question of a laptop's is of use to it for seconds. */
const probeTtl = "10m";

/** What goes into the team's stream for a request that came at `receivedAt`, epoch milliseconds. */
export function messageOf(incoming: Incoming, team: string, receivedAt: number): RelayMessage {
  const { source, body, signature, headers } = incoming;
  const { [seatHeader]: seat = "", [relayProbeHeader]: nonce = "", ...kept } = headers;
  const signatureHeader = signature !== undefined && source.signatureHeader;
  const isOfSeat = namedOr("", seat) !== "";
  return {
    subject: isOfSeat ? probeSubject(team, seat) : deliverySubject(team, source.name, sortedBy(incoming)),
    id: idOf(body, [source.name, signature ?? "", seat, nonce]),
    headers: {
      "Bb-V": "1",
      "Bb-Received-At": `${receivedAt}`,
      "Bb-Source": source.name,
      ...prefixed(kept),
      ...(signatureHeader && prefixed({ [signatureHeader]: signature.slice(0, mostCharacters) })),
      ...(isOfSeat && nonce && { "Bb-Probe": nonce, "Nats-TTL": probeTtl }),
    },
  };
}

const mostCharacters = 200;

const prefixed = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [`Bb-H-${name}`, plain(value)]));

/** Bytes above ASCII would end up as others within a message's headers. */
const plain = (value: string) => value.replace(/[^\x20-\x7e]/g, "?");

/** Of a body that nobody has checked: it sorts, and nothing is believed of it. */
function sortedBy({ source, headers, body }: Incoming): { project?: string; resource?: string } {
  const reading = source.read({ headers, body });
  if (!reading?.ok) return {};
  const { project, host } = reading.report.facts;
  return { ...(project && { project: project.id }), ...(host && { resource: host.id }) };
}

function idOf(body: Uint8Array, others: readonly string[]): string {
  return createHash("sha256")
    .update(body)
    .update(`\n${JSON.stringify(others)}`)
    .digest("base64url");
}
