import { execFile } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { promisify } from "node:util";
import { patienceMs } from "./patience.ts";

/** Runs a program to its end and resolves with what it printed. */
export async function run(program: string, args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(program, args, { timeout: patienceMs })).stdout;
}

/**
 * A port of 127.0.0.1 that was free a moment ago, the first from `from` on. Unless that is told it is any below those that
 * Linux gives to outgoing connections: on a busy machine one of these would now and then have it before its user. The last
 * of the ports that fetch refuses is 10080 (fetch.spec.whatwg.org, "bad port").
 */
export async function freePort(from = 10_081 + Math.floor(Math.random() * 15_000)): Promise<number> {
  const server = createServer();
  const listening = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(from, "127.0.0.1", () => resolve(true));
  });
  if (!listening) return freePort(from + 1);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
