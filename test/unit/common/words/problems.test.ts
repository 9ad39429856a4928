import { expect, test } from "vitest";
import { type Problem, problem } from "../../../../common/problems.ts";
import { english } from "../../../support/english.ts";

test("what has no arguments is worded by its code alone", () =>
  expect(english.problemWords(problem("disk-full"))).toEqual({
    message: "The disk is full, so bookings can’t be saved.",
    remedy: "Free some space; Bookbell will continue automatically.",
  }));

test.each<[Problem, string]>([
  [problem("notifications-wait", { count: 1 }), "Notifications can’t be shown: 1 waits."],
  [problem("notifications-wait", { count: 2 }), "Notifications can’t be shown: 2 wait."],
  [problem("port-other", { port: 26_656, wanted: 26_655 }), "Bookbell is on port 26656."],
  [problem("refused-malformed", { count: 2, reason: "method" }), "2 requests refused: not sent as POST."],
  [problem("refused-malformed", { count: 1, reason: "type" }), "1 request refused: not sent as JSON."],
  [problem("refused-malformed", { count: 1, reason: "size" }), "1 request refused: larger than 256 KiB."],
  [problem("refused-malformed", { count: 1, reason: "encoding" }), "1 request refused: sent compressed."],
  [problem("misdirected", { count: 1, reason: "ended" }), "Bookings still go to your old address."],
  [problem("clock-wrong", { ms: -2 * 86_400_000 }), "This computer’s clock is 2 days behind."],
  [problem("only-by-asking", { count: 1 }), "1 booking found only by asking Timekit."],
  [problem("bookings-unread", { count: 3 }), "3 bookings of Timekit’s list couldn’t be read."],
  [problem("slack-turned-down", { word: "no_text" }), "Slack rejected the message (no_text)."],
  [problem("destination-silent", { host: "n8n.lan" }), "n8n.lan doesn’t answer."],
  [problem("destination-failing", { host: "n8n.lan", status: 502 }), "n8n.lan answers with an error (502)."],
  [problem("destination-busy", { host: "n8n.lan" }), "n8n.lan is limiting requests."],
  [
    problem("destination-clock", { host: "n8n.lan", minutes: 7 }),
    "This computer’s clock is 7 min off, so n8n.lan refuses.",
  ],
  [
    problem("destination-turned-down", { host: "n8n.lan", status: 422 }),
    "n8n.lan rejected the message (422).",
  ],
  [
    problem("destination-long-silent", { host: "n8n.lan", days: 5 }),
    "n8n.lan hasn’t accepted anything for 5 days.",
  ],
  [problem("not-a-port", { least: 1024, most: 65_535 }), "Choose a whole number from 1024 to 65535."],
])("%j is said as %s", (told, message) => expect(english.problemWords(told).message).toBe(message));

test("the remedy is given the arguments, too", () => {
  expect(english.problemWords(problem("port-other", { port: 26_656, wanted: 26_655 })).remedy).toBe(
    "Port 26655 is in use. Point your tunnel at 26656, or change the port.",
  );
  expect(english.problemWords(problem("address-old-used", { count: 1 })).remedy).toBe(
    "1 booking came there. Replace the webhooks that have it.",
  );
});
