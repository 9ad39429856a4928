import { expect, test } from "vitest";
import { healthOf, troublesOf } from "../../../common/health.ts";
import { problem } from "../../../common/problems.ts";
import { endsInDays, unknownRelay } from "../../../common/relay.ts";
import { type TrayActions, trayMenu } from "../../../main/tray/menu.ts";
import { throughRelay } from "../../page/relay-screens.ts";
import { reach, tallied, tally, tunnel, typicalDay, view } from "../../page/views.ts";
import { english } from "../../support/english.ts";

const day = 86_400_000;

test.each([
  ["never", null, null],
  ["in a month", 30 * day, null],
  ["in a week", 7 * day, 7],
  ["within the day", 1, 1],
  ["before", -1, null],
])("an access that ends %s is told so", (_when, ms, days) => {
  expect(endsInDays(ms === null ? null : 1_000 * day + ms, 1_000 * day)).toBe(days);
});

test("an invitation that ends soon needs attention, and is still received through", () => {
  const [trouble] = troublesOf(throughRelay({ relay: { ...unknownRelay, endsInDays: 3 } }));
  expect(trouble).toMatchObject({ level: "degraded", remedy: "tunnel" });
  expect(trouble && english.problemWords(trouble.problem).message).toBe(
    "Your invitation to the relay ends in 3 days.",
  );
});

test("what came unsigned through a relay waits here for the right secret", () => {
  const health = healthOf(throughRelay(tallied({ unsigned: tally(2) })));
  expect(health).toMatchObject({ level: "refusing", trouble: { problem: { code: "relay-signature" } } });
});

test("a relay's clock that is ahead needs attention", () => {
  const health = healthOf(throughRelay({ relay: { ...unknownRelay, clockAhead: true } }));
  expect(health).toMatchObject({ level: "degraded", trouble: { problem: { code: "relay-clock" } } });
});

test("an access that was taken away is the user's to mend", () => {
  const health = healthOf(throughRelay(reach("not-receiving", { problem: problem("relay-refused") })));
  expect(health).toMatchObject({ level: "not-receiving", trouble: { remedy: "tunnel" } });
});

test("tray and window say through whom bookings come, and how many are still to", () => {
  const actions = new Proxy({} as TrayActions, { get: () => () => {} });
  const lines = (shown: ReturnType<typeof view>) =>
    trayMenu(shown, actions, english).map(({ label }) => label);
  expect(lines(throughRelay())).toContain("Receiving through Acme’s relay");
  const behind = throughRelay({ relay: { ...unknownRelay, catchingUp: 1_240 } });
  expect(lines(behind)).toContain("Catching up: 1,240 to go");
  expect(english.receivingText(behind)).toBe("Catching up: 1,240 to go");
  const other = view(typicalDay, { ...tunnel("ngrok"), ...reach("receiving", { host: "a.ngrok.app" }) });
  expect(lines(other)).toContain("Receiving");
  expect(english.receivingText(other)).toBe("Receiving through a.ngrok.app");
});
