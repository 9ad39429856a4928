import { expect, onTestFinished } from "vitest";
import { createHttpReceiver, type HttpReceiverParts } from "../../main/receivers/http/http-receiver.ts";
import { sourceOf } from "../../main/sources/registry.ts";
import { english } from "./english.ts";
import { someSettings } from "./settings.ts";
import { signing } from "./signing.ts";
import { freePort } from "./system.ts";

/** All of receiving, on a port of its own until the test ends; `parts` are those that matter to it. */
export async function receivingWith({ settings = someSettings(), ...parts }: Partial<HttpReceiverParts>) {
  const port = await freePort();
  const get = ((key) => (key === "port" ? port : settings.get(key))) as typeof settings.get;
  const receiving = createHttpReceiver({
    sourceOf,
    ...signing(),
    now: Date.now,
    words: () => english,
    model: { update() {} },
    log: { info() {}, warn() {}, error() {} },
    onFault: (error: unknown) => expect.fail(String(error)),
    settings: { get, watch: settings.watch },
    ...parts,
  } as HttpReceiverParts);
  await receiving.start();
  onTestFinished(receiving.close);
  return { receiving, port };
}
