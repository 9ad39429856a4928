import { expect, test } from "vitest";
import { aCalcomApi } from "../../../../support/calcom-client.ts";
import { code } from "../../../../support/timekit-client.ts";

test("says whose key it is, and shows it to that server alone", async () => {
  const { api, calcom } = await aCalcomApi();
  expect(await api.checkKey()).toBe("Nora Lindqvist");
  expect(calcom.requests[0]).toMatchObject({
    method: "GET",
    path: "/v2/me",
    headers: { authorization: `Bearer ${calcom.key}`, "cal-api-version": "2024-08-13" },
  });
});

test.each([
  [401, "calcom-key-refused"],
  [403, "calcom-key-refused"],
  [404, "calcom-no-api"],
  [302, "calcom-no-api"],
  [400, "calcom-not-allowed"],
  [500, "calcom-no-api"],
  [502, "calcom-busy"],
])("a key that is answered with %i is %s", async (status, expected) => {
  const { api, calcom } = await aCalcomApi();
  calcom.fault({ how: { status, headers: { location: "https://elsewhere.example" } }, times: 9 });
  expect(await code(api.checkKey())).toBe(expected);
});

test("a page that is none of Cal.com’s is no API", async () => {
  const { api, calcom } = await aCalcomApi();
  calcom.fault({ how: { status: 200, body: "<html>Welcome</html>" } });
  expect(await code(api.checkKey())).toBe("calcom-no-api");
});

test("without a key nothing is asked", async () => {
  const { api, calcom } = await aCalcomApi({ key: async () => null });
  expect(await code(api.checkKey())).toBe("calcom-key-refused");
  expect(calcom.requests).toEqual([]);
});

test("a server that answers nothing is out of reach, in the end", async () => {
  let asked = 0;
  // A busy machine may end one before it gets to the server.
  const counted: typeof fetch = (url, init) => {
    asked += 1;
    return fetch(url, init);
  };
  const { api, calcom } = await aCalcomApi({ deadlineMs: 20, fetch: counted });
  calcom.fault({ how: "hang", times: 9 });
  expect(await code(api.checkKey())).toBe("calcom-unreachable");
  expect(asked).toBe(4);
});

test("an answer that is cut off is asked for again", async () => {
  const { api, calcom } = await aCalcomApi();
  calcom.fault({ how: "cut" });
  expect(await api.checkKey()).toBe("Nora Lindqvist");
});

test.each([
  ["retry-after", "7", 7_000],
  ["retry-after-default", "7", 7_000],
  ["retry-after", "Tue, 01 Dec 2026 12:00:09 GMT", 9_000],
])("waits as long as it is told by %s: %s", async (header, value, least) => {
  const { api, calcom, waits } = await aCalcomApi();
  calcom.fault({ how: { status: 429, headers: { [header]: value } } });
  await api.checkKey();
  expect(Math.max(...waits)).toBeGreaterThanOrEqual(least - 1_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(least);
});

test("waits until its limit is renewed, and asks no faster than half of that", async () => {
  const { api, waits } = await aCalcomApi({}, { limit: 3 });
  for (let i = 0; i < 5; i += 1) await api.checkKey();
  expect(Math.max(...waits)).toBeGreaterThan(50_000);
  expect(waits.filter((wait) => wait === 1_000).length).toBeGreaterThanOrEqual(2);
});

test("leaves it to a later time when the pause is long", async () => {
  const { api, calcom, waits } = await aCalcomApi();
  calcom.fault({ how: { status: 429, headers: { "retry-after": "3600" } } });
  expect(await code(api.checkKey())).toBe("calcom-busy");
  expect(waits).toEqual([]);
});

test("what is under way ends with Bookbell", async () => {
  const ending = new AbortController();
  const { api, calcom } = await aCalcomApi({ signal: ending.signal });
  calcom.fault({ how: "hang" });
  const asking = api.checkKey();
  ending.abort(new Error("bye"));
  await expect(asking).rejects.toThrow("bye");
});
