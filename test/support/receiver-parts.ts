import type { ReceiverParts } from "../../main/receivers/http/app.ts";
import { sourceOf } from "../../main/sources/registry.ts";
import { signing } from "./signing.ts";
import { knowing } from "./tokens.ts";

/** All that a receiver at this token needs beside `take`, for who looks at nothing but its answers. */
export const receiverParts = (token: string): Omit<ReceiverParts, "take"> => ({
  sourceOf,
  ...signing(),
  now: Date.now,
  ...knowing(token),
  successCode: () => 204,
  onRefused() {},
  onMisdirected() {},
  onOldAddress() {},
  trust() {},
  takeProbe: () => null,
  onAnswered() {},
});
