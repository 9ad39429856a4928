import { expect, test, vi } from "vitest";
import type { DestinationView } from "../../../common/destination-view.ts";
import type { Rule } from "../../../common/destinations.ts";
import { createCatalogue } from "../../../main/destinations/catalogue.ts";
import { createDestinationsHandlers } from "../../../main/ipc/destinations-handlers.ts";
import { createDestinationSecrets } from "../../../main/settings/destination-secrets.ts";
import { createSafe } from "../../../main/settings/safe.ts";
import { aRule } from "../../support/outgoing.ts";
import { someSettings } from "../../support/settings.ts";
import { aStore, asClient } from "../../support/store.ts";

const slackUrl = "https://hooks.slack.com/services/T0AAA/B0AAA/abcdefghq3Xy";
const slack = { id: null, kind: "slack", label: "#sales", address: slackUrl, plain: false } as const;

async function start() {
  const { store } = aStore();
  const remote = asClient(store);
  const settings = someSettings();
  const clock = { now: 1_000 };
  const shown = { destinations: [] as readonly DestinationView[], rules: [] as readonly Rule[] };
  const vault = {
    encrypt: async (text: string) => `locked:${text}`,
    decrypt: async (data: string) => data.replace("locked:", ""),
  };
  const now = () => clock.now;
  const secrets = createDestinationSecrets({ settings, safe: createSafe(vault), now });
  let last = 0;
  const catalogue = createCatalogue({
    store: remote.destinations,
    secrets,
    around: () => ({
      own: ["https://hooks.example.com", "http://127.0.0.1:26655"],
      slackOrigins: ["https://hooks.slack.com"],
    }),
    newId: () => `id-${++last}`,
    now,
    onView: (view) => Object.assign(shown, view),
  });
  const dispatcher = { wake: vi.fn(), retry: vi.fn(), removed: vi.fn() };
  const copyText = vi.fn();
  const parts = {
    catalogue,
    secrets,
    store: remote,
    dispatcher,
    test: vi.fn(),
    preview: vi.fn(),
    now,
    copyText,
  };
  await catalogue.load();
  return {
    store,
    settings,
    clock,
    shown,
    secrets,
    catalogue,
    dispatcher,
    copyText,
    handlers: createDestinationsHandlers(parts),
  };
}

test("a destination is shown by host and last four; its address lies with the secrets only", async () => {
  const { handlers, shown, store, secrets } = await start();
  expect(await handlers.save(slack)).toEqual({ id: "id-1", warning: null });
  expect(shown.destinations).toEqual([
    {
      id: "id-1",
      kind: "slack",
      label: "#sales",
      host: "hooks.slack.com",
      lastFour: "q3Xy",
      isOpen: false,
      standing: { state: "working" },
      kept: "encrypted",
      earlierKeyUntil: null,
      waiting: 0,
      givenUp: 0,
    },
  ]);
  expect(JSON.stringify([shown, store.destinations.list()])).not.toContain("abcdefgh");
  expect((await secrets.get("id-1")).address).toBe(slackUrl);
});

test.each([
  ["target-not-slack", slack, "https://example.com/services/T0/B0/x"],
  ["target-malformed", slack, null],
  ["target-own", { ...slack, kind: "url" }, "https://hooks.example.com/hooks/timekit/x"],
  ["target-own", { ...slack, kind: "url" }, "http://localhost:26655/x"],
  ["target-unencrypted", { ...slack, kind: "url" }, "http://example.com/x"],
] as const)("an address to which nothing may be sent is refused: %s", async (code, draft, address) => {
  const { handlers, shown, settings } = await start();
  await expect(handlers.save({ ...draft, address })).rejects.toMatchObject({ code });
  expect([shown.destinations, settings.get("destinations")]).toEqual([[], {}]);
});

test("one in the home network without encryption is taken with a warning, which stays", async () => {
  const { handlers, shown } = await start();
  const saved = await handlers.save({
    ...slack,
    kind: "url",
    address: "http://homeassistant.local:8123/api/x",
  });
  expect(saved.warning).toEqual({ code: "target-open" });
  await handlers.save({ ...slack, id: saved.id, kind: "url", label: "Home", address: null });
  expect(shown.destinations).toMatchObject([
    { label: "Home", host: "homeassistant.local:8123", isOpen: true },
  ]);
});

test("a new address of a stopped one has it working again, and is tried; a new label changes nothing else", async () => {
  const { handlers, shown, store, catalogue, dispatcher } = await start();
  const { id } = await handlers.save(slack);
  const stopped = { state: "stopped", since: 5, why: { code: "slack-removed" } } as const;
  store.outgoing.settle(id, [], { state: "sent" }, stopped);
  await catalogue.refresh();
  dispatcher.retry.mockClear();
  await handlers.save({ ...slack, id, label: "#team", address: null });
  expect(shown.destinations).toMatchObject([{ label: "#team", lastFour: "q3Xy", standing: stopped }]);
  expect(dispatcher.retry).not.toHaveBeenCalled();
  await handlers.save({ ...slack, id, address: slackUrl.replace("q3Xy", "n3wx") });
  expect(shown.destinations).toMatchObject([{ lastFour: "n3wx", standing: { state: "working" } }]);
  expect(dispatcher.retry).toHaveBeenCalledExactlyOnceWith(id);
});

test("its key can be copied and renewed, and goes with it, as do its rules", async () => {
  const { handlers, shown, copyText, settings, dispatcher } = await start();
  const { id } = await handlers.save({ ...slack, kind: "url", address: "https://example.com/x" });
  await handlers.saveRule(aRuleFor(id));
  await handlers.copyKey(id);
  await handlers.renewKey(id);
  await handlers.copyKey(id);
  const [[first], [second]] = copyText.mock.calls as [[string], [string]];
  expect(first).toMatch(/^whsec_/);
  expect(second).not.toBe(first);
  expect(shown.destinations[0]?.earlierKeyUntil).toBe(86_401_000);
  await handlers.remove(id);
  expect([shown.destinations, shown.rules, settings.get("destinations")]).toEqual([[], [], {}]);
  expect(dispatcher.removed).toHaveBeenCalledWith(id);
});

const aRuleFor = (destination: string) => {
  const { since: _, ...draft } = aRule({ destination });
  return { ...draft, id: null };
};

test("a rule reaches back to when it was made or switched on, whatever is changed about it", async () => {
  const { handlers, shown, clock } = await start();
  const draft = aRuleFor((await handlers.save(slack)).id);
  const id = await handlers.saveRule(draft);
  const change = async (at: number, more: object) => {
    clock.now = at;
    await handlers.saveRule({ ...draft, id, ...more });
    return shown.rules[0]?.since;
  };
  expect(await change(2_000, { detail: "names" })).toBe(1_000);
  expect(await change(3_000, { on: false })).toBe(3_000);
  expect(await change(4_000, { on: true })).toBe(4_000);
  await handlers.removeRule(id);
  expect(shown.rules).toEqual([]);
  await expect(handlers.saveRule(aRuleFor("none"))).rejects.toMatchObject({ code: "invalid-input" });
});

test("names that the page does not know while others see the screen stay as they were", async () => {
  const { handlers, shown } = await start();
  const draft = aRuleFor((await handlers.save(slack)).id);
  const projects = [
    { id: "p1", name: "Sales Demo" },
    { id: "", name: "Only a name" },
    { id: "", name: "Another" },
  ];
  const id = await handlers.saveRule({ ...draft, projects });
  const nameless = projects.map((one) => ({ ...one, name: "" }));
  await handlers.saveRule({ ...draft, id, projects: [...nameless, { id: "p2", name: "New" }] });
  expect(shown.rules[0]?.projects).toEqual([...projects, { id: "p2", name: "New" }]);
});

test("what could not be sent is sent again or dropped", async () => {
  const { handlers, store, dispatcher, shown } = await start();
  const { id } = await handlers.save(slack);
  await handlers.saveRule({ ...aRuleFor(id), projects: null });
  const body = { id: "b1", state: "confirmed", graph: "instant", updated_at: "1970-01-01T00:00:01Z" };
  store.take([
    {
      source: "timekit",
      receivedAt: 7,
      via: "webhook",
      headers: {},
      body: Buffer.from(JSON.stringify(body)),
    },
  ]);
  const [{ seq } = { seq: 0 }] = await handlers.messages(id);
  store.outgoing.settle(id, [seq], { state: "given-up", why: { code: "message-late" } }, null);
  dispatcher.wake.mockClear();
  await handlers.sendAgain(seq);
  expect(dispatcher.wake).toHaveBeenCalledOnce();
  expect(shown.destinations).toMatchObject([{ waiting: 1, givenUp: 0 }]);
  await handlers.drop(seq);
  expect(shown.destinations).toMatchObject([{ waiting: 0, givenUp: 0 }]);
});
