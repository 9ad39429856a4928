import { JetStreamApiError, jetstream } from "@nats-io/jetstream";
import { headers } from "@nats-io/nats-core";
import type { Answer } from "../main/receivers/http/app.ts";
import type { Incoming } from "../main/receivers/intake.ts";
import type { Link } from "./link.ts";
import { messageOf } from "./message.ts";

/** Why a request could not be put into the team's stream; in the log, and what `/healthz` says. */
export type Trouble = "no-link" | "no-answer" | "full" | "refused";

export interface PublishParts {
  readonly link: Pick<Link, "connection" | "onLost">;
  readonly team: string;
  now(): number;
}

/** Timekit's own patience is not known; a sender that waits longer comes again by itself. */
const ackMs = 4_000;

/** Puts requests into the team's stream; one counts as taken only once the server has it on its disk. */
export function createPublish({ link, team, now }: PublishParts) {
  let last: Trouble | null = null;

  async function publish(incoming: Incoming): Promise<void> {
    const connection = link.connection();
    if (!connection) throw new Refusal("no-link");
    const { subject, id, headers: own } = messageOf(incoming, team, now());
    const all = headers();
    for (const [name, value] of Object.entries(own)) all.set(name, value);
    const options = { msgID: id, headers: all, timeout: ackMs };
    // The acknowledgement of a server that is gone would be waited for in vain, and the sender with it.
    await unlessLost(() => jetstream(connection).publish(subject, incoming.body, options));
  }

  async function unlessLost(work: () => Promise<unknown>): Promise<void> {
    let forget = () => {};
    const lost = new Promise<never>((_resolve, reject) => {
      forget = link.onLost(() => reject(new Refusal("no-link")));
    });
    try {
      await Promise.race([work(), lost]);
    } finally {
      forget();
    }
  }

  return {
    /** What keeps requests from being taken, as far as is known. */
    trouble: (): Trouble | null => (link.connection() ? last : "no-link"),
    async intake(incoming: Incoming): Promise<Answer> {
      try {
        await publish(incoming);
        last = null;
        return { kind: "taken" };
      } catch (error) {
        last = troubleOf(error);
        return { kind: "unavailable", cause: last };
      }
    },
  };
}

class Refusal extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** JetStream's numbers for: the stream cannot store it, no storage is left, no resources are left. */
const isFull = ({ code }: JetStreamApiError) => [10_077, 10_047, 10_023].includes(code);

function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) return error.trouble;
  if (error instanceof JetStreamApiError) return isFull(error) ? "full" : "refused";
  const { name } = error as Error;
  // No stream, or none that is well: nobody else says so where it is reached through an account's import.
  return name === "TimeoutError" || name === "JetStreamNotEnabled" ? "no-answer" : "no-link";
}
