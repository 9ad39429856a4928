import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calm } from "../../../common/policy.ts";
import { readValues } from "../../../main/settings/values.ts";

const token = "t".repeat(43);
const secret = { kept: "plain", data: "s3cret" };
/** What 0.1.0 wrote: every key, as somebody had set it. */
const { settings: whole } = readValues({
  token,
  port: 30_000,
  theme: "dark",
  secrets: { signing: secret, timekit: { kept: "session" } },
  tunnel: { kind: "own-url", ownUrl: "https://bell.example.com" },
  setup: "done",
  watermark: 5,
});

test("a file of any version is whole again, with what was set", () => {
  expect(whole).toMatchObject({ token, port: 30_000, theme: "dark", told: calm, watermark: 5 });
  expect(whole.tunnel).toMatchObject({
    kind: "own-url",
    ownUrl: "https://bell.example.com",
    ssh: { port: 22 },
  });
  expect(readValues({ ...whole })).toEqual({ settings: whole, reset: [] });
  expect(readValues({}).reset).toEqual([]);
});

test("a kind of change that an older version did not know is told as by default", () => {
  const { unpaid: _, ...older } = { ...calm, new: "ignore" };
  const { settings, reset } = readValues({ ...whole, told: older });
  expect(settings.told).toEqual({ ...calm, new: "ignore" });
  expect(reset).toEqual([]);
});

describe("one value that cannot be used", () => {
  test.each<[string, object, string]>([
    ["a theme of a newer version", { theme: "sepia" }, "theme"],
    ["a port beyond all", { port: 70_000 }, "port"],
    ["a token that is too short", { token: "short" }, "token"],
    ["a treatment", { told: { ...calm, moved: "shout" } }, "told.moved"],
    ["a secret", { secrets: { signing: secret, timekit: "open" } }, "secrets.timekit"],
    ["a way in", { tunnel: { ...whole.tunnel, kind: "carrier-pigeon" } }, "tunnel.kind"],
    [
      "a field of a way in",
      { tunnel: { ...whole.tunnel, ssh: { ...whole.tunnel.ssh, port: "x" } } },
      "tunnel.ssh.port",
    ],
    ["no object where one is to be", { quietHours: [] }, "quietHours"],
  ])("%s is set back alone", (_, changed, name) => {
    const { settings, reset } = readValues({ ...whole, ...changed });
    expect(reset).toEqual([name]);
    const [key = ""] = name.split(".");
    const { [key as keyof typeof whole]: __, ...others } = whole;
    expect(settings).toMatchObject(others);
  });

  test("leaves the others of its group", () => {
    expect(readValues({ ...whole, secrets: { signing: secret, timekit: 7 } }).settings.secrets).toEqual({
      signing: secret,
    });
    expect(readValues({ ...whole, tunnel: { ...whole.tunnel, kind: 7 } }).settings.tunnel.ownUrl).toBe(
      "https://bell.example.com",
    );
  });
});

test("what a newer version has added stays in the file", () => {
  expect(readValues({ ...whole, moonPhase: "full" }).settings).toMatchObject({ moonPhase: "full" });
});

test("whatever is in the file, every setting has a value that can be used", () => {
  const keys = Object.keys(whole);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (file) => {
      const { settings } = readValues(file as Record<string, unknown>);
      expect(readValues({ ...settings, token }).reset).toEqual([]);
      for (const key of keys) expect(settings[key as keyof typeof settings]).toBeDefined();
    }),
  );
});
