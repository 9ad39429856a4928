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
  /** A line for each token that counts: two while the address is being renewed. */
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
  const tokens = readFileSync(data.BOOKBELL_RELAY_TOKEN_FILE, "utf8").split("\n").filter(Boolean);
  if (tokens.length === 0 || !tokens.every((token) => tokenShape.test(token)))
    throw new Error("The token file holds something else than tokens of 43 letters, one a line.");
  return {
    servers: data.BOOKBELL_RELAY_NATS.split(","),
    creds: readFileSync(data.BOOKBELL_RELAY_CREDS_FILE, "utf8"),
    team: data.BOOKBELL_RELAY_TEAM,
    tokens,
    host: data.BOOKBELL_RELAY_HOST,
    port: data.BOOKBELL_RELAY_PORT,
    metricsPort: data.BOOKBELL_RELAY_METRICS_PORT,
    successCode: data.BOOKBELL_RELAY_SUCCESS_CODE,
  };
}
