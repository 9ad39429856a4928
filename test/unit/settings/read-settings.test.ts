import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alertKinds, calm } from "../../../common/policy.ts";
import { settingsChange } from "../../../common/settings.ts";
import { migrated } from "../../../main/settings/migrations.ts";
import { readSettings } from "../../../main/settings/read-settings.ts";
import released from "../../fixtures/settings/0.1.0.json" with { type: "json" };

const token = "t".repeat(43);
const secret = { kept: "plain", data: "s3cret" };
/** What 0.1.0 wrote: every key, as somebody had set it. */
const { settings: whole } = readSettings({
  token,
  port: 30_000,
  theme: "dark",
  secrets: { signing: secret, timekit: { kept: "session" } },
  tunnel: { kind: "own-url", ownUrl: "https://bell.example.com" },
  setup: "done",
  watermark: 5,
});

test("a file of any version is whole again, with what was set", () => {
  expect(whole).toMatchObject({ token, port: 30_000, theme: "dark", alerts: calm, watermark: 5 });
  expect(whole.tunnel).toMatchObject({
    kind: "own-url",
    ownUrl: "https://bell.example.com",
    ssh: { port: 22 },
  });
  expect(readSettings({ ...whole })).toEqual({ settings: whole, reset: [] });
  expect(readSettings({}).reset).toEqual([]);
});

describe("a file of 0.1.0", () => {
  const { unpaid: _, ...told } = { ...released.told, moved: "ignore" };
  const { settings, reset } = readSettings(migrated({ ...released, told }));

  test("is taken over whole, and a kind of alert that it did not know is calm", () => {
    const { told: __, ...others } = released;
    expect(reset).toEqual([]);
    expect(settings).toMatchObject({ ...others, version: 3 });
    expect(settings.alerts).toEqual({ ...calm, moved: "ignore" });
    expect(settings).not.toHaveProperty("told");
  });

  test("can be changed by the page as any other", () => {
    for (const kind of alertKinds) {
      const change = { alerts: { ...settings.alerts, [kind]: "list" } };
      expect(settingsChange.parse(change)).toEqual(change);
    }
  });

  test.each(["timekit", "reach", "connect", "prove"])(
    "whose first run stood at %s goes on with it",
    (setup) => {
      expect(readSettings(migrated({ ...released, setup })).settings.setup).toBe("open");
      expect(readSettings(migrated({ version: 1, setup })).reset).toEqual([]);
    },
  );

  test("is migrated once", () => {
    const newer = { ...settings, told: "what a later version may mean by it" };
    expect(migrated(newer)).toEqual(newer);
    expect(migrated({ version: 7, told: {} })).toEqual({ version: 7, told: {} });
  });
});

describe("what the page asks to change", () => {
  test("brings no default into what it does not name", () => {
    expect(settingsChange.parse({ port: 30_000 })).toEqual({ port: 30_000 });
    expect(settingsChange.parse({})).toEqual({});
  });

  test.each<[string, object]>([
    ["a key that is none", { moonPhase: "full" }],
    ["half a group", { quietHours: { on: true } }],
    ["a kind of alert that is none", { alerts: { ...calm, loud: "notify" } }],
    ["a port of root's", { port: 80 }],
    ["the shortcut, which may be refused", { hotkey: "Control+B" }],
  ])("%s is refused", (_what, change) => expect(settingsChange.safeParse(change).success).toBe(false));
});

describe("one value that cannot be used", () => {
  test.each<[string, object, string]>([
    ["a theme of a newer version", { theme: "sepia" }, "theme"],
    ["a port beyond all", { port: 70_000 }, "port"],
    ["a token that is too short", { token: "short" }, "token"],
    ["a treatment", { alerts: { ...calm, moved: "shout" } }, "alerts.moved"],
    ["a secret", { secrets: { signing: secret, timekit: "open" } }, "secrets.timekit"],
    ["a way in", { tunnel: { ...whole.tunnel, kind: "carrier-pigeon" } }, "tunnel.kind"],
    [
      "a field of a way in",
      { tunnel: { ...whole.tunnel, ssh: { ...whole.tunnel.ssh, port: "x" } } },
      "tunnel.ssh.port",
    ],
    ["no object where one is to be", { quietHours: [] }, "quietHours"],
  ])("%s is set back alone", (_, changed, name) => {
    const { settings, reset } = readSettings({ ...whole, ...changed });
    expect(reset).toEqual([name]);
    const [key = ""] = name.split(".");
    const { [key as keyof typeof whole]: __, ...others } = whole;
    expect(settings).toMatchObject(others);
  });

  test("leaves the others of its group", () => {
    expect(readSettings({ ...whole, secrets: { signing: secret, timekit: 7 } }).settings.secrets).toEqual({
      signing: secret,
    });
    expect(readSettings({ ...whole, tunnel: { ...whole.tunnel, kind: 7 } }).settings.tunnel.ownUrl).toBe(
      "https://bell.example.com",
    );
  });
});

test("of rules for projects each counts by itself, as far as it can be used", () => {
  const lessons = { name: "Lessons", alerts: "list", reminders: [5] };
  const found = {
    ...whole,
    projects: { lessons, trials: { ...lessons, alerts: "shout" }, "": lessons, odd: 7 },
  };
  const { settings, reset } = readSettings(found);
  expect(settings.projects).toEqual({
    lessons: { ...lessons, hue: null, fullScreen: false },
    trials: { ...lessons, alerts: null, hue: null, fullScreen: false },
    odd: { name: "", alerts: null, reminders: null, hue: null, fullScreen: false },
  });
  expect(reset).toEqual(["projects.trials.alerts", "projects.odd"]);
});

test("what a newer version has added stays in the file", () => {
  expect(readSettings({ ...whole, moonPhase: "full" }).settings).toMatchObject({ moonPhase: "full" });
});

test("whatever is in the file, every setting has a value that can be used", () => {
  const keys = Object.keys(whole);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (file) => {
      const { settings } = readSettings(file as Record<string, unknown>);
      expect(readSettings({ ...settings, token }).reset).toEqual([]);
      for (const key of keys) expect(settings[key as keyof typeof settings]).toBeDefined();
    }),
  );
});
