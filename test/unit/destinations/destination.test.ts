import { describe, expect, test } from "vitest";
import type { Destination, Outcome } from "../../../main/destinations/destination.ts";
import { messageOf } from "../../../main/destinations/message.ts";
import { readNoAnswer } from "../../../main/destinations/no-answer.ts";
import { wantedBy } from "../../../main/destinations/rules.ts";
import { slackBody } from "../../../main/destinations/slack.ts";
import { readSlackAnswer } from "../../../main/destinations/slack-answer.ts";
import { inLondon } from "../../support/bookings.ts";
import { aRule, happened, now } from "../../support/outgoing.ts";

describe("where no answer came", () => {
  const silent = (doubtful: boolean): Outcome => ({
    result: "again",
    why: { code: "destination-silent", args: { host: "n8n.lan" } },
    afterMs: null,
    doubtful,
  });

  test.each(["ENETUNREACH", "ENETDOWN", "EAI_AGAIN"])("%s: this computer is offline", (code) =>
    expect(readNoAnswer(code, "n8n.lan")).toBe(null),
  );

  test.each(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"])(
    "%s: certainly nothing was taken",
    (code) => expect(readNoAnswer(code, "n8n.lan")).toEqual(silent(false)),
  );

  test.each(["ECONNRESET", "EPIPE", "ETIMEDOUT", "UND_ERR_SOCKET", "ABORT_ERR", "", "toString"])(
    "%j: it may have been taken",
    (code) => expect(readNoAnswer(code, "n8n.lan")).toEqual(silent(true)),
  );

  test.each(["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"])(
    "%s: nothing was sent, as who answers is not known",
    (code) =>
      expect(readNoAnswer(code, "n8n.lan")).toMatchObject({
        why: { code: "destination-uncertified" },
        doubtful: false,
      }),
  );
});

test("the help article's example: a new booking of Sales Demo is one message, of another project none", async () => {
  const posted: string[] = [];
  const slack: Destination = {
    kind: "slack",
    send: async ({ body }) => {
      posted.push(body);
      return readSlackAnswer({ status: 200, body: "ok", retryAfter: null, date: null }, "slack", now);
    },
  };
  const outcomes: Outcome[] = [];
  const post = async (what: ReturnType<typeof happened>) => {
    for (const wanted of wantedBy(what, [aRule(), aRule({ id: "rule-2", detail: "names" })], now)) {
      const message = messageOf(what, wanted, "msg_1", now);
      const outgoing = { id: message.id, body: JSON.stringify(slackBody(message, inLondon)) };
      outcomes.push(await slack.send(outgoing, new AbortController().signal));
    }
  };
  await post(happened());
  await post(happened({}, { project: { id: "project-2", name: "Support" } }));
  expect(outcomes).toEqual([{ result: "sent" }]);
  expect(posted).toHaveLength(1);
  expect(JSON.parse(posted[0] ?? "")).toMatchObject({
    text: "New booking: Marty McFly and 1 more, Mon 23 Nov, 15:00 GMT (1 h)",
  });
});
