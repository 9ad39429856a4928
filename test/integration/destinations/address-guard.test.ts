import { lookup as systemLookup } from "node:dns";
import type { AddressInfo, LookupFunction } from "node:net";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../support/files.ts";
import { anHttpsDoor, createCertificate, trusting } from "../../support/https-door.ts";
import { aUrl, aWay } from "../../support/posting.ts";

/** Every name leads there. */
const leadingTo = (...addresses: readonly string[]): LookupFunction =>
  ((_name, options, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (!options.all) throw new Error("All of them have to be judged.");
    callback(null, found);
  }) as LookupFunction;
const failing = (code: string): LookupFunction =>
  ((_name, _options, callback) => callback(Object.assign(new Error(code), { code }), [])) as LookupFunction;

describe("nothing is sent", () => {
  test.each([
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "64:ff9b::a9fe:a9fe",
    "fd00:ec2::254",
  ])("to a name that leads to %s, by either protocol", async (address) => {
    for (const url of ["https://example.com/", "http://n8n.lan/"])
      expect(await aWay("url", url, { lookup: leadingTo(address) }).send()).toEqual({
        result: "stopped",
        why: { code: "target-reserved" },
      });
  });

  test("where one of several addresses is such a one", async () =>
    expect(
      await aWay("url", "https://example.com/", { lookup: leadingTo("127.0.0.1", "169.254.0.1") }).send(),
    ).toMatchObject({ why: { code: "target-reserved" } }));

  test.each([
    "http://169.254.169.254/",
    "https://[::ffff:169.254.169.254]/",
    "https://metadata.google.internal/",
    "https://0xa9fea9fe/",
  ])("to %s, which is looked up nowhere", async (url) =>
    expect(await aWay("url", url, { lookup: leadingTo("127.0.0.1") }).send()).toMatchObject({
      why: { code: "target-reserved" },
    }),
  );

  test.each(["203.0.113.7", "2001:db8::1", "::ffff:203.0.113.7"])(
    "in clear to a name of the home network that leads to %s",
    async (address) =>
      expect(await aWay("url", "http://n8n.lan/", { lookup: leadingTo("10.0.0.1", address) }).send()).toEqual(
        {
          result: "stopped",
          why: { code: "target-unencrypted" },
        },
      ),
  );

  test("in clear to an address on the internet", async () =>
    expect(await aWay("url", "http://203.0.113.7/").send()).toMatchObject({
      why: { code: "target-unencrypted" },
    }));
});

test("a name of the home network that leads there is posted to", async () => {
  const { port, posts } = await aUrl((response) => response.end());
  const { send } = aWay("url", `http://n8n.lan:${port}/`, { lookup: leadingTo("127.0.0.1") });
  expect(await send()).toEqual({ result: "sent" });
  expect(posts[0]?.headers.host).toBe(`n8n.lan:${port}`);
});

describe("without a connection nothing was taken", () => {
  test("offline: no try", async () =>
    expect(await aWay("url", "https://example.com/", { lookup: failing("EAI_AGAIN") }).send()).toBe(null));

  test("an unknown name", async () =>
    expect(await aWay("url", "https://example.com/", { lookup: failing("ENOTFOUND") }).send()).toMatchObject({
      result: "again",
      doubtful: false,
    }));

  test("nobody listens", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await aWay("url", `http://127.0.0.1:${port}/`).send()).toMatchObject({
      result: "again",
      doubtful: false,
    });
  });

  test("the limit is over before the name is known, or the other side has proved who it is", async () => {
    const never = aWay("url", "https://example.com/", { lookup: (() => never.endLimit()) as LookupFunction });
    expect(await never.send()).toMatchObject({ why: { code: "destination-silent" }, doubtful: false });
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", () => mute.endLimit());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const mute = aWay("url", `https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect(await mute.send()).toMatchObject({ why: { code: "destination-silent" }, doubtful: false });
  });
});

test("a certificate has to be one that this computer trusts", async () => {
  const secrets = await createCertificate(temporaryFolder());
  let posts = 0;
  const { url } = await anHttpsDoor(secrets, (_asked, response) => {
    posts += 1;
    response.end();
  });
  expect(await aWay("url", url).send()).toMatchObject({
    why: { code: "destination-uncertified" },
    doubtful: false,
  });
  expect(posts).toBe(0);
  const trusted = { lookup: systemLookup as LookupFunction, request: trusting(secrets.cert) };
  expect(await aWay("url", url, trusted).send()).toEqual({ result: "sent" });
});
