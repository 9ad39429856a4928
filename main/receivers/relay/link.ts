import { type Consumer, jetstream } from "@nats-io/jetstream";
import { credsAuthenticator, jwtAuthenticator, type NatsConnection, wsconnect } from "@nats-io/nats-core";
import type { Invitation } from "../../../common/invitation.ts";
import type { ProblemCode } from "../../../common/problems.ts";
import { WorldError } from "../../lib/world-error.ts";
import type { RouteTo } from "./route.ts";
import { createSockets } from "./socket.ts";

/** A connection with a relay, and this laptop's place there. */
export interface Link {
  readonly connection: NatsConnection;
  readonly consumer: Consumer;
  /** So many messages wait there. */
  readonly waiting: number;
}

const dialMs = 5_000;
/** A link that is dead is found out within a minute, however quiet it is. */
const pings = { pingInterval: 20_000, maxPingOut: 2 };

/**
 * Connects with the relay of an invitation, once: to reconnect is the supervisor's. Settles soon after `signal` aborts.
 * `seed` is of this computer's own key, where the invitation is for that.
 * @throws WorldError
 */
export async function openLink(
  invitation: Invitation,
  seed: string | null,
  routeTo: RouteTo,
  signal: AbortSignal,
): Promise<Link> {
  const sockets = createSockets(routeTo, signal);
  let connection: NatsConnection;
  try {
    connection = await wsconnect({
      servers: [...invitation.nats],
      authenticator: authenticatorOf(invitation, seed),
      name: `bookbell ${invitation.seat}`,
      reconnect: false,
      ignoreClusterUpdates: true,
      timeout: dialMs,
      ...pings,
      wsFactory: sockets.factory,
    });
  } catch (error) {
    throw faultOf(error, sockets.fault());
  }
  try {
    if (signal.aborted) throw new WorldError("tunnel-ended");
    const { stream, durable, api } = invitation;
    const streams = jetstream(connection, { apiPrefix: api, timeout: dialMs });
    const consumer = await streams.consumers.get(stream, durable);
    const { num_pending, num_ack_pending } = await consumer.info(true);
    return { connection, consumer, waiting: num_pending + num_ack_pending };
  } catch (error) {
    await connection.close();
    throw faultOf(error, null);
  }
}

function authenticatorOf({ creds }: Invitation, seed: string | null) {
  const bytes = (text: string) => new TextEncoder().encode(text);
  if (typeof creds === "string") return credsAuthenticator(bytes(creds));
  if (seed === null) throw new WorldError("relay-invitation-other-key");
  return jwtAuthenticator(creds.jwt, bytes(seed));
}

/** By the names of the library's errors. */
const codes: Readonly<Record<string, ProblemCode>> = {
  AuthorizationError: "relay-refused",
  UserAuthenticationExpiredError: "relay-refused",
  PermissionViolationError: "relay-refused",
  ConsumerNotFoundError: "relay-seat-gone",
  StreamNotFoundError: "relay-seat-gone",
};

/** To the library this is a refusal; but a computer that is busy now is in time later. */
const tooLate = /authentication timeout/i;

function faultOf(error: unknown, fault: WorldError | null): WorldError {
  if (error instanceof WorldError) return error;
  const { name, message } = error as Error;
  const code = tooLate.test(message) ? undefined : codes[name];
  if (code) return new WorldError(code, message);
  return fault ?? new WorldError("relay-unreachable", name);
}
