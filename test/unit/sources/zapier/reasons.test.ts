import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Advice, ForwardedReason } from "../../../../common/reasons.ts";
import { english } from "../../../support/english.ts";

/** One of each code: none compiles without its arguments, and none may be left out. */
const one: {
  readonly [Code in (ForwardedReason | Advice)["code"]]: Extract<ForwardedReason | Advice, { code: Code }>;
} = {
  "zap-not-utf8": { code: "zap-not-utf8" },
  "zap-xml": { code: "zap-xml" },
  "zap-broken-json": { code: "zap-broken-json" },
  "zap-neither-json-nor-form": { code: "zap-neither-json-nor-form" },
  "zap-too-deep": { code: "zap-too-deep", levels: 64 },
  "zap-several-bookings": { code: "zap-several-bookings" },
  "zap-own-message": { code: "zap-own-message" },
  "zap-not-mapped": { code: "zap-not-mapped", fields: ["id", "state"] },
  "zap-no-graph": { code: "zap-no-graph" },
  "zap-too-long": { code: "zap-too-long", field: "id" },
  "zap-odd-time": { code: "zap-odd-time", field: "event.start" },
  "zap-not-dated": { code: "zap-not-dated" },
};

const guide = readFileSync(path.join(import.meta.dirname, "../../../../docs/zapier.md"), "utf8");

test.each(Object.values(one))("$code is one line, as the guide has it", (fault) => {
  const words = english.reasonWords(fault);
  expect(words).toMatch(/^[^\n]{20,160}\.$/);
  expect(guide).toContain(`| ${words} |`);
});

test("what alone is missing is named alone", () => {
  expect(english.reasonWords({ code: "zap-not-mapped", fields: ["id"] })).toBe(
    "The Zap sent no id: map id from the trigger.",
  );
});
