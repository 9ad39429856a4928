import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { ports } from "../common/ports.ts";
import { tokenShape } from "../main/lib/tokens.ts";
import { teamShape } from "./subjects.ts";

const port = z.coerce.number().check(z.int(), z.gte(0), z.lte(ports.most));

/** Of the environment, whatever sets it: systemd, a container, `node --env-file`. Secrets are in files only. */
const environment = z.object({
  /** The doors of the nats-servers, separated by commas. */
  BOOKBELL_RELAY_NATS: z.string().check(z.minLength(1)),
  BOOKBELL_RELAY_CREDS_FILE: z.string().check(z.minLength(1)),
  BOOKBELL_RELAY_TEAM: z.string().check(z.regex(teamShape)),
  /** A line for each token that counts; behind one that ends stands when, as `renew-token` writes it. */
  BOOKBELL_RELAY_TOKEN_FILE: z.string().check(z.minLength(1)),
  BOOKBELL_RELAY_HOST: z._default(z.string(), "127.0.0.1"),
  BOOKBELL_RELAY_PORT: z._default(port, 8081),
  /** For the counters, on 127.0.0.1. */
  BOOKBELL_RELAY_METRICS_PORT: z._default(port, 8082),
  /** What the booking service is set to expect. */
  BOOKBELL_RELAY_SUCCESS_CODE: z._default(z.coerce.number().check(z.int(), z.gte(200), z.lte(299)), 204),
});

export interface Config {
  readonly servers: readonly string[];
  readonly creds: string;
  readonly team: string;
  readonly tokens: readonly string[];
  /** The one before a renewal, which counts as well until then, epoch milliseconds. */
  readonly ending?: { readonly token: string; readonly until: number };
  readonly host: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly successCode: number;
}

/** @throws an error that says which of it is missing or wrong, without its value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const names = read.error.issues.map(({ path }) => path[0]);
    throw new Error(`Not set, or wrong: ${names.join(", ")}.`);
  }
  const { data } = read;
  return {
    servers: data.BOOKBELL_RELAY_NATS.split(","),
    creds: readFileSync(data.BOOKBELL_RELAY_CREDS_FILE, "utf8"),
    team: data.BOOKBELL_RELAY_TEAM,
    ...readTokens(readFileSync(data.BOOKBELL_RELAY_TOKEN_FILE, "utf8")),
    host: data.BOOKBELL_RELAY_HOST,
    port: data.BOOKBELL_RELAY_PORT,
    metricsPort: data.BOOKBELL_RELAY_METRICS_PORT,
    successCode: data.BOOKBELL_RELAY_SUCCESS_CODE,
  };
}

function readTokens(text: string): Pick<Config, "tokens" | "ending"> {
  const lines = text.split("\n").filter(Boolean);
  const read = lines.map((line) => {
    const [token = "", end] = line.split(" ");
    return { token, until: end === undefined ? null : Date.parse(end) };
  });
  const tokens = read.flatMap(({ token, until }) => (until === null ? [token] : []));
  const ending = read.find(({ until }) => until !== null);
  if (
    tokens.length === 0 ||
    !read.every(({ token, until }) => tokenShape.test(token) && !Number.isNaN(until))
  )
    throw new Error("The token file holds something else than tokens of 43 letters, one a line.");
  return { tokens, ...(ending && { ending: ending as NonNullable<Config["ending"]> }) };
}
