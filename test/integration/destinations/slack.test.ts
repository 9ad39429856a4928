import { expect, onTestFinished, test } from "vitest";
import { eventually } from "../../support/eventually.ts";
import { anOutgoing, aWay } from "../../support/posting.ts";
import { type SlackAnswer, startSlack } from "../../support/slack.ts";

async function aSlack() {
  const slack = await startSlack();
  onTestFinished(slack.close);
  return slack;
}

test("a channel and a workflow get a message each in its own form", async () => {
  const { webhook, trigger, posts } = await aSlack();
  expect(await aWay("slack", webhook).send()).toEqual({ result: "sent" });
  expect(await aWay("workflow", trigger).send()).toEqual({ result: "sent" });
  expect(posts).toMatchObject([
    { type: "application/json", body: { unfurl_links: false, blocks: [{ type: "rich_text" }] } },
    { type: "application/json", body: { event: "new", when_before: "" } },
  ]);
});

test("many are one digest", async () => {
  const { webhook, trigger, posts } = await aSlack();
  const many = [anOutgoing(1), anOutgoing(2), anOutgoing(3)] as const;
  await aWay("slack", webhook).send(...many);
  await aWay("workflow", trigger).send(...many);
  expect(posts.map(({ body }) => body.text)).toEqual([
    "3 booking updates: 3 new",
    "3 booking updates: 3 new",
  ]);
});

test("what may be a repeat says so, and what was turned down is text only", async () => {
  const { webhook, trigger, posts } = await aSlack();
  const doubtful = anOutgoing(1, { doubtful: true });
  await aWay("slack", webhook).send(doubtful);
  await aWay("workflow", trigger).send(doubtful);
  await aWay("slack", webhook).send(anOutgoing(1, { refusals: 1 }));
  expect(posts.map(({ body }) => String(body.text).startsWith("May be a repeat"))).toEqual([
    true,
    true,
    false,
  ]);
  expect(posts.map(({ body }) => "blocks" in body)).toEqual([true, false, false]);
});

test.each<[SlackAnswer, object]>([
  ["invalid_payload", { result: "refused", why: { code: "slack-turned-down" } }],
  ["invalid_blocks", { result: "refused" }],
  ["no_text", { result: "refused" }],
  ["too_many_attachments", { result: "refused" }],
  ["invalid_token", { result: "stopped", why: { code: "slack-not-allowed" } }],
  ["action_prohibited", { result: "stopped" }],
  ["posting_to_general_channel_denied", { result: "stopped" }],
  ["no_service", { result: "stopped", why: { code: "slack-removed" } }],
  ["no_active_hooks", { result: "stopped" }],
  ["no_service_id", { result: "stopped" }],
  ["no_team", { result: "stopped" }],
  ["channel_not_found", { result: "stopped" }],
  ["user_not_found", { result: "stopped" }],
  ["team_disabled", { result: "stopped" }],
  ["channel_is_archived", { result: "stopped", why: { code: "slack-archived" } }],
  ["rate_limited", { result: "again", why: { code: "slack-busy" }, afterMs: 7_000 }],
  ["rollup_error", { result: "again", why: { code: "destination-failing" } }],
])("%s means the same from a webhook and from a trigger", async (word, outcome) => {
  const { webhook, trigger, box } = await aSlack();
  Object.assign(box, { answer: word, retryAfter: 7 });
  expect(await aWay("slack", webhook).send()).toMatchObject(outcome);
  expect(await aWay("workflow", trigger).send()).toMatchObject(outcome);
});

test("Slack that took it and never answers leaves it doubtful", async () => {
  const { webhook, posts, box } = await aSlack();
  box.answer = "silence";
  const { send, endLimit } = aWay("slack", webhook);
  const sending = send();
  await eventually(async () => posts[0] ?? null);
  endLimit();
  expect(await sending).toMatchObject({ why: { code: "destination-silent" }, doubtful: true });
});
