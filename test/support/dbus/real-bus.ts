import path from "node:path";
import { onTestFinished } from "vitest";
import { Child, type Env } from "../desktop/child.ts";
import { busConfig, writeText } from "../desktop/files.ts";
import { temporaryFolder } from "../files.ts";

/** A real bus without a desktop, which ends with the test; returns what programs need to find it. */
export async function aBus(): Promise<Env> {
  const folder = temporaryFolder();
  const config = path.join(folder, "bus.conf");
  await writeText(config, busConfig(path.join(folder, "bus")));
  const env = { PATH: process.env.PATH ?? "" };
  const bus = new Child("dbus-daemon", ["--config-file", config, "--nofork", "--print-address"], env);
  onTestFinished(() => bus.end());
  return { ...env, DBUS_SESSION_BUS_ADDRESS: await bus.printed(/^unix:/) };
}
