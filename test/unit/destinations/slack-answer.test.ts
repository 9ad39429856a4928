import { describe, expect, test } from "vitest";
import { readSlackAnswer } from "../../../main/destinations/slack-answer.ts";
import { now } from "../../support/outgoing.ts";

const read = (status: number, body = "", retryAfter: string | null = null) =>
  readSlackAnswer({ status, body, retryAfter, date: null }, "hooks.slack.com", now);

test.each(["ok", "ok\n", '{"ok":true}'])("200 and %j is sent", (body) =>
  expect(read(200, body)).toEqual({ result: "sent" }),
);

describe("its user has to do something", () => {
  test.each([
    ["slack-removed", 404, "no_service"],
    ["slack-removed", 404, "no_active_hooks"],
    ["slack-removed", 404, "no_service_id"],
    ["slack-removed", 404, "no_team"],
    ["slack-removed", 403, "team_disabled"],
    ["slack-removed", 404, "channel_not_found"],
    ["slack-removed", 404, "user_not_found"],
    ["slack-archived", 410, "channel_is_archived"],
    ["slack-not-allowed", 400, "invalid_token"],
    ["slack-not-allowed", 403, "action_prohibited"],
    ["slack-not-allowed", 403, "posting_to_general_channel_denied"],
    ["slack-removed", 404, "<html>"],
    ["slack-removed", 410, ""],
    ["slack-not-allowed", 403, ""],
    ["slack-not-allowed", 401, ""],
  ] as const)("%s: %d %s", (code, status, word) =>
    expect(read(status, word)).toEqual({ result: "stopped", why: { code } }),
  );

  test("the word counts more than the status", () => {
    expect(read(200, "no_service")).toMatchObject({ result: "stopped" });
    expect(read(500, '{"ok":false,"error":"channel_is_archived"}')).toMatchObject({
      why: { code: "slack-archived" },
    });
  });
});

test.each([
  [400, "invalid_payload", "invalid_payload"],
  [400, "invalid_blocks", "invalid_blocks"],
  [500, "no_text", "no_text"],
  [400, "too_many_attachments", "too_many_attachments"],
  [400, "who knows", "400"],
  [413, "", "413"],
] as const)("%d %j is the message's own fault", (status, body, word) =>
  expect(read(status, body)).toEqual({
    result: "refused",
    why: { code: "slack-turned-down", args: { word } },
  }),
);

test.each([
  [429, "", "30", "slack-busy", 30_000],
  [429, "rate_limited", null, "slack-busy", null],
  [500, "rollup_error", null, "destination-failing", null],
  [503, "", "7", "destination-failing", 7_000],
  [408, "", null, "destination-failing", null],
  [418, "", null, "destination-failing", null],
  [302, "", null, "destination-elsewhere", null],
  [200, "<html>Sign in to this network</html>", null, "destination-odd", null],
  [200, '{"ok":', null, "destination-odd", null],
  [204, "", null, "destination-odd", null],
] as const)("%d %j is tried again", (status, body, retryAfter, code, afterMs) =>
  expect(read(status, body, retryAfter)).toMatchObject({
    result: "again",
    why: { code },
    afterMs,
    doubtful: false,
  }),
);
