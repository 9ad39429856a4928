import { expect, test } from "vitest";
import { graphNames } from "../../../../../common/timekit.ts";
import { wantedPairs, webhookUrl } from "../../../../../main/sources/timekit/api/webhooks.ts";

test("every state that changes the agenda is wanted, and `completed` is not", () => {
  expect(wantedPairs(["group_owner", "reservation"])).toEqual([
    { graph: "group_owner", state: "tentative" },
    { graph: "group_owner", state: "cancelled" },
    { graph: "reservation", state: "reserved" },
    { graph: "reservation", state: "expired" },
  ]);
  expect(wantedPairs([])).toEqual([]);
  expect(wantedPairs(graphNames).some(({ state }) => state === "completed")).toBe(false);
});

test("the pair is told in the address, whatever the address holds already", () => {
  const pair = { graph: "instant", state: "confirmed" };
  expect(webhookUrl("https://host.example/base/hook/token", pair)).toBe(
    "https://host.example/base/hook/token?g=instant&s=confirmed",
  );
  expect(webhookUrl("https://host.example/?a=1&s=old", pair)).toBe(
    "https://host.example/?a=1&s=confirmed&g=instant",
  );
});
