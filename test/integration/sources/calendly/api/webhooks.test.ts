import { expect, test } from "vitest";
import { aCalendlyApi } from "../../../../support/calendly-client.ts";
import { code } from "../../../../support/timekit-client.ts";

const url = "https://first.example/hooks/calendly/token";
const wanted = { url, signingKey: "made by us" };

test("a webhook is made with our key, listed with its state, and removed", async () => {
  const { api, calendly, now } = await aCalendlyApi();
  const account = await api.account();
  const made = await api.subscribe(account, wanted);
  expect(calendly.requests.at(-1)?.body).toEqual({
    url,
    events: ["invitee.created", "invitee.canceled", "invitee_no_show.created", "invitee_no_show.deleted"],
    organization: account.organization,
    user: account.user,
    scope: "user",
    signing_key: "made by us",
  });
  expect(made).toEqual({
    uri: "https://api.calendly.com/webhook_subscriptions/W1",
    url,
    disabled: false,
    retryingSince: null,
    complete: true,
  });
  calendly.disableAll();
  const retryingSince = now();
  expect(await api.subscriptions(account)).toEqual([{ ...made, disabled: true, retryingSince }]);
  await api.unsubscribe(made.uri);
  await api.unsubscribe(made.uri);
  expect(await api.subscriptions(account)).toEqual([]);
});

test("all of them are found, on however many pages", async () => {
  const { api, calendly } = await aCalendlyApi();
  const account = await api.account();
  const made = await api.subscribe(account, wanted);
  const [one] = calendly.subscriptions.values();
  if (!one) throw new Error("There is none.");
  for (let n = 0; n < 230; n += 1) calendly.subscriptions.set(`X${n}`, { ...one, events: [] });
  const found = await api.subscriptions(account);
  expect([found.length, found[0], found[230]?.complete]).toEqual([231, made, false]);
});

test("where there are no webhooks, that is what is said", async () => {
  const { api } = await aCalendlyApi({}, { webhooks: false });
  expect(await code(api.subscribe(await api.account(), wanted))).toBe("calendly-not-allowed");
});

test("a second one at the same address is turned down", async () => {
  const { api } = await aCalendlyApi();
  const account = await api.account();
  await api.subscribe(account, wanted);
  expect(await code(api.subscribe(account, wanted))).toBe("calendly-turned-down");
});

test("what is posted to it is signed with our key", async () => {
  const { api, calendly } = await aCalendlyApi();
  await api.subscribe(await api.account(), { ...wanted, url: `${calendly.url}/not-here` });
  expect(await calendly.book("E1")).toEqual([401]);
  expect(calendly.requests.at(-1)?.headers["calendly-webhook-signature"]).toMatch(/^t=\d+,v1=[\da-f]{64}$/);
});
