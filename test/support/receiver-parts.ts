import { createReceiverApp, type ReceiverParts } from "../../main/receivers/http/app.ts";
import { type IntakeParts, receive } from "../../main/receivers/intake.ts";
import { sourceOf } from "../../main/sources/registry.ts";
import { english } from "./english.ts";
import { signing } from "./signing.ts";
import { knowing } from "./tokens.ts";

export type TakingParts = Omit<ReceiverParts, "intake"> & IntakeParts;

/** HTTP with the intake behind it, as on a laptop. */
export const takingApp = (parts: TakingParts) =>
  createReceiverApp({ ...parts, intake: (incoming) => receive(incoming, parts) });

/** All that a receiver at this token needs beside `take`, for who looks at nothing but its answers. */
export const receiverParts = (token: string): Omit<TakingParts, "take"> => ({
  sourceOf,
  ...signing(),
  now: Date.now,
  ...knowing(token),
  reasonWords: english.reasonWords,
  successCode: () => 204,
  onRefused() {},
  onMisdirected() {},
  onOldAddress() {},
  trust() {},
  takeProbe: () => null,
  onAnswered() {},
});
