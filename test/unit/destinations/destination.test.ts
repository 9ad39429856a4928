import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../main/destinations/destination.ts";
import { messageOf, testMessage } from "../../../main/destinations/message.ts";
import { noAnswerCode, readNoAnswer } from "../../../main/destinations/no-answer.ts";
import { openDestination, unreadable } from "../../../main/destinations/open-destination.ts";
import { wantedBy } from "../../../main/destinations/rules.ts";
import { english, englishInLondon } from "../../support/english.ts";
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

  test.each(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ERR_UNCONNECTED"])(
    "%s: certainly nothing was taken",
    (code) => expect(readNoAnswer(code, "n8n.lan")).toEqual(silent(false)),
  );

  test.each(["ECONNRESET", "EPIPE", "ETIMEDOUT", "ERR_BROKEN_OFF", "ABORT_ERR", "", "toString"])(
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

  test.each([
    ["ERR_TARGET_RESERVED", "target-reserved"],
    ["ERR_TARGET_UNENCRYPTED", "target-unencrypted"],
  ] as const)("%s: nothing is ever sent there", (code, why) =>
    expect(readNoAnswer(code, "n8n.lan")).toEqual({ result: "stopped", why: { code: why } }),
  );
});

describe("the code to judge by", () => {
  test.each([
    [["ENETUNREACH", "ECONNREFUSED"], "ECONNREFUSED"],
    [["ENETUNREACH", "ETIMEDOUT"], "ERR_UNCONNECTED"],
    [["ENETUNREACH", "ENETUNREACH"], "ENETUNREACH"],
    [["ECONNRESET"], "ERR_UNCONNECTED"],
    [["ABORT_ERR"], "ERR_UNCONNECTED"],
    [[""], "ERR_UNCONNECTED"],
    [["CERT_HAS_EXPIRED"], "CERT_HAS_EXPIRED"],
    [["ERR_TARGET_RESERVED"], "ERR_TARGET_RESERVED"],
  ])("without a connection, of %j, says that nothing was sent: %s", (codes, code) =>
    expect(noAnswerCode(codes, false)).toBe(code),
  );

  test.each([
    ["ENETUNREACH", "ERR_BROKEN_OFF"],
    ["EHOSTUNREACH", "ERR_BROKEN_OFF"],
    ["EPROTO", "ERR_BROKEN_OFF"],
    ["ECONNRESET", "ECONNRESET"],
    ["ABORT_ERR", "ABORT_ERR"],
  ])("after a connection, of %s, leaves open what was taken: %s", (given, code) =>
    expect(noAnswerCode([given], true)).toBe(code),
  );
});

test("the help article's example: a new booking of Sales Demo is one message, of another project none", async () => {
  const posted: string[] = [];
  const slack = openDestination("slack", {
    url: "https://hooks.slack.com/services/T0/B0/x",
    host: "hooks.slack.com",
    async post({ body }) {
      posted.push(body);
      return { status: 200, body: "ok", retryAfter: null, date: null, isWhole: true };
    },
    keys: [],
    l10n: () => englishInLondon,
    now: () => now,
  });
  const outcomes: (Outcome | null)[] = [];
  const post = async (what: ReturnType<typeof happened>) => {
    for (const wanted of wantedBy(what, [aRule(), aRule({ id: "rule-2", detail: "names" })], now)) {
      const message = messageOf(what, wanted, "msg_1", now);
      const outgoing = { message, doubtful: false, refusals: 0 };
      outcomes.push(await slack.send([outgoing], new AbortController().signal));
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

test("one whose address cannot be read fails, and may work later", async () => {
  const message = testMessage("time", "msg_1", now, english);
  const tried = unreadable("slack").send(
    [{ message, doubtful: false, refusals: 0 }],
    new AbortController().signal,
  );
  expect(await tried).toEqual({
    result: "again",
    why: { code: "target-unreadable" },
    afterMs: null,
    doubtful: false,
  });
});
