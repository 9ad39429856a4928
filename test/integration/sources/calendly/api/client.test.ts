import { describe, expect, test } from "vitest";
import { nora } from "../../../../support/calendly-api.ts";
import { aCalendlyApi } from "../../../../support/calendly-client.ts";
import { code } from "../../../../support/timekit-client.ts";

test("a good token tells whose it is", async () => {
  const { api, calendly } = await aCalendlyApi();
  expect(await api.account()).toEqual({
    user: nora.uri,
    organization: nora.current_organization,
    name: "Nora Lindqvist",
  });
  expect(calendly.requests[0]?.headers).not.toHaveProperty("content-type");
});

test.each([
  ["a wrong one", "pat.wrong"],
  ["none", null],
])("%s is refused at once", async (_name, token) => {
  const { api, waits, calendly } = await aCalendlyApi({ key: async () => token });
  expect(await code(api.account())).toBe("calendly-token-refused");
  expect([waits, calendly.requests.length]).toEqual([[], token ? 1 : 0]);
});

test("the token is in no error message, and follows no redirect", async () => {
  const { api, calendly } = await aCalendlyApi();
  for (const how of [
    "cut",
    { status: 422, body: calendly.token },
    { status: 302, headers: { location: `${calendly.url}/users/elsewhere` } },
  ] as const) {
    calendly.fault({ how, times: 4 });
    const error = await api.account().catch((error: unknown) => error);
    expect(String((error as Error).stack)).not.toContain(calendly.token);
  }
  expect(calendly.requests.filter(({ path }) => path.includes("elsewhere"))).toEqual([]);
});

describe("patience", () => {
  test("waits as long as Calendly's limit asks for", async () => {
    const { api, calendly, waits } = await aCalendlyApi();
    calendly.fault({ how: { status: 429, headers: { "X-RateLimit-Reset": "37" }, body: "{}" } });
    await api.account();
    expect(waits[0]).toBe(37_000);
  });

  test("ends when Calendly goes on asking for a pause", async () => {
    const { api, calendly } = await aCalendlyApi();
    calendly.fault({ how: { status: 429, headers: { "X-RateLimit-Reset": "60" }, body: "{}" }, times: 9 });
    expect(await code(api.account())).toBe("calendly-busy");
    expect(calendly.requests).toHaveLength(4);
  });

  test("does not ask twice for what may have been done", async () => {
    const { api, calendly } = await aCalendlyApi();
    calendly.fault({ at: /POST/, how: "cut" });
    expect(await code(api.cancel("E.I", ""))).toBe("calendly-unreachable");
    expect(calendly.requests).toHaveLength(1);
  });
});

test.each([
  [403, "calendly-not-allowed"],
  [404, "calendly-gone"],
  [400, "calendly-turned-down"],
  [418, "calendly-odd"],
])("an answer of %d means %s", async (status, meant) => {
  const { api, calendly } = await aCalendlyApi();
  calendly.fault({ how: { status, body: "{}" } });
  expect(await code(api.account())).toBe(meant);
});

test("what is no answer of Calendly's is odd, and nothing of it is quoted", async () => {
  const { api, calendly } = await aCalendlyApi();
  calendly.fault({ how: { status: 200, body: '{"resource":{"uri":"secret"}}' } });
  const error = await api.account().catch((error: unknown) => error);
  expect(String(error)).toBe("WorldError: calendly-odd (resource.current_organization)");
});
