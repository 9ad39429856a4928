import { expect, onTestFinished } from "vitest";
import { createHttpReceiver, type HttpReceiverParts } from "../../main/receivers/http/http-receiver.ts";
import { signing } from "./signing.ts";
import { freePort } from "./system.ts";

/** All of receiving, on a port of its own until the test ends; `parts` are those that matter to it. */
export async function receivingWith(parts: object) {
  const receiving = createHttpReceiver({
    ...signing(),
    now: Date.now,
    model: { update() {} },
    log: { info() {}, warn() {}, error() {} },
    async onKept() {},
    onCounted() {},
    onFault: (error: unknown) => expect.fail(String(error)),
    ...parts,
  } as unknown as HttpReceiverParts);
  const port = await freePort();
  await receiving.listenOn(port);
  onTestFinished(receiving.close);
  return { receiving, port };
}
