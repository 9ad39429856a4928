import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import type { AskName, InputOf } from "../../common/ipc.ts";
import { opened } from "../support/bookbell.ts";
import { bookingAt } from "../support/example.ts";
import { startTimekitApi } from "../support/timekit-api.ts";
import { rowOf, test } from "./test.ts";

test("while presenting, window, tray and notifications tell times and no names", async ({
  tray,
  bookbell,
  page,
  daemon,
  now,
}) => {
  const item = await tray.nextItem();
  await bookbell.post(bookingAt(now, "15:00", "16:00"));
  const named = await daemon.waitFor(({ summary }) => summary === "New booking: Marty McFly");
  await expect(rowOf(page, "Marty McFly")).toBeVisible();

  await item.clickItem("Hide names > Until I show them");
  await expect(page.getByRole("button", { name: "Names hidden: Show names" })).toBeVisible();
  await expect.poll(() => named.state).not.toBe("shown");
  await bookbell.post(bookingAt(now, "17:00", "18:00", { id: "second" }));
  const masked = await daemon.waitFor(
    ({ summary, body }) => summary === "New booking" && body === "Today 17:00–18:00",
  );
  expect(named.hints).toHaveProperty("image-data");
  expect(masked.hints).not.toHaveProperty("image-data");
  await expect(rowOf(page, "17:00")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(/Marty|Emmett|Hill Valley/);
  await expect.poll(() => item.tooltip()).toMatch(/15:00 Booking\n17:00 Booking$/);
  const asked = await page.evaluate(async () =>
    JSON.stringify([
      await window.bookbell.window.view(),
      await window.bookbell.activity.list({ tab: "everything", bookingId: null, count: 50 }),
      await window.bookbell.deliveries.list({ before: null, only: "everything" }),
      await window.bookbell.deliveries.get(1),
    ]),
  );
  expect(asked).not.toMatch(/Marty|Emmett|Hill Valley/);

  await page.getByRole("button", { name: "Show names" }).click();
  await expect(rowOf(page, "Marty McFly").first()).toBeVisible();
});

const name = "Zyx";
const rule = { name: `${name} project`, alerts: null, reminders: [5] as const };

/** There is no destination and no rule of that id. */
const nobodys = "0b5ce9f0-6c56-4d0b-a8b1-2f1f7a1c2d3e";
const ruleDraft: InputOf<"destinations.preview"> = {
  id: null,
  on: true,
  kinds: ["new"],
  projects: null,
  hosts: null,
  destination: nobodys,
  detail: "everything",
};

/** Everything that can be asked; a new ask needs its line here. Dialogs are closed unused, and links go nowhere. */
const asks: { readonly [Name in Exclude<AskName, `fullScreen.${string}`>]: InputOf<Name> } = {
  "settings.setPresenting": "on",
  "window.view": undefined,
  "window.lit": { id: "nobody", lit: false },
  "address.copy": null,
  "settings.setPaused": "on",
  "settings.change": { sound: false },
  "settings.setHotkey": "",
  "settings.setStartAtLogin": false,
  "updates.check": undefined,
  "updates.openReleases": undefined,
  "updates.restart": undefined,
  "secrets.set": { name: "ngrok", secret: "secret", plain: true },
  "tunnel.change": {},
  "services.register": "calcom",
  "services.unregister": "calcom",
  "services.catchUp": "calendly",
  "services.setCalcomBase": "",
  "address.copyFor": "zapier",
  "address.renew": "timekit",
  "address.endOld": "timekit",
  "address.close": "zapier",
  "secrets.removeEarlier": undefined,
  "tunnel.trustHostKey": "none",
  "tunnel.forgetHostKey": undefined,
  "tunnel.reconnect": undefined,
  "tunnel.downloadCloudflared": undefined,
  "tunnel.cancelDownload": undefined,
  "tunnel.chooseFile": "ssh-key",
  "tunnel.openInvitation": undefined,
  "tunnel.takeInvitation": undefined,
  "tunnel.copyRelayKey": undefined,
  "timekit.resources": undefined,
  "timekit.graphs": undefined,
  "timekit.openAdmin": undefined,
  "alerts.greet": undefined,
  "timekit.chooseResource": { id: "resource", name: "" },
  "timekit.registerWebhooks": [],
  "timekit.catchUp": undefined,
  "destinations.save": {
    id: null,
    kind: "url",
    label: "Ours",
    address: "https://example.com/a",
    plain: true,
  },
  "destinations.remove": nobodys,
  "destinations.test": { id: nobodys, detail: "everything" },
  "destinations.retry": nobodys,
  "destinations.copyKey": nobodys,
  "destinations.renewKey": nobodys,
  "destinations.saveRule": ruleDraft,
  "destinations.removeRule": nobodys,
  "destinations.preview": ruleDraft,
  "destinations.hosts": undefined,
  "destinations.messages": nobodys,
  "destinations.sendAgain": 1,
  "destinations.drop": 1,
  "bookings.join": { id: "one", agreed: null },
  "bookings.openLink": { id: "one", link: "https://example.com/", agreed: null },
  "bookings.confirm": "one",
  "bookings.undo": "one",
  "bookings.requests": undefined,
  "bookings.act": { id: "one", action: "cancel", message: "" },
  "proof.run": undefined,
  "proof.seen": "none",
  "settings.setSetup": "done",
  "bookings.get": "one",
  "bookings.days": { first: "2026-11-23", last: "2026-11-29" },
  "bookings.dots": { first: "2026-11-23", last: "2026-11-29" },
  "bookings.search": { text: name, state: "all", time: "all" },
  "bookings.snooze": { id: "one", choice: 5 },
  "bookings.contact": { id: "one", by: "mail" },
  "bookings.hasPage": "one",
  "bookings.openPage": "one",
  "bookings.copy": "one",
  "bookings.export": "one",
  "activity.list": { tab: "everything", bookingId: null, count: 50 },
  "activity.markSeen": "one",
  "bookings.projects": undefined,
  "deliveries.list": { before: null, only: "everything" },
  "deliveries.get": 1,
  "deliveries.replay": 1,
  "deliveries.copyAsCurl": 1,
  "privacy.forgetCustomer": "nobody@example.com",
  "privacy.removeSetAside": undefined,
  "exports.bookings": "ics",
  "exports.diagnostics": undefined,
  "window.dismiss": "tray",
  "window.reportFault": "none",
  "window.hide": undefined,
};

test("while presenting no answer to anything that can be asked holds a name or a text", async ({
  start,
  desktop,
  daemon,
  port,
  now,
}) => {
  const timekit = await startTimekitApi({ resources: [{ id: "resource", name: `${name} resource` }] });
  const profile = path.join(desktop.dir, "profile");
  await mkdir(profile, { recursive: true });
  const settings = {
    port,
    setup: "done",
    projects: { ruled: rule },
    resource: { id: "resource", name: `${name} resource` },
    secrets: { timekit: { kept: "plain", data: timekit.key } },
  };
  await writeFile(path.join(profile, "settings.json"), JSON.stringify(settings));
  const bookbell = await start([], profile, { ...desktop.env, BOOKBELL_TIMEKIT_API: timekit.url });
  await bookbell.app.evaluate(({ dialog, shell }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: "" });
    shell.openExternal = async () => {};
  });
  const page = await opened(bookbell);
  const person = {
    name: `${name} Person`,
    email: "zyx@example.com",
    phone: "+1 555 99",
    comment: `${name} comment`,
  };
  const named = {
    customers: [person, { ...person, name: `${name} Other` }],
    project: { id: "project", name: `${name} project` },
    user: { id: "resource", name: `${name} resource`, timezone: "Europe/London" },
    attributes: { customer: { ...person, school: `${name} school` } },
  };
  const event = { what: `${name} subject`, where: `https://meet.google.com/zyx-${name}`, description: name };
  const at = (from: string, to: string, id: string) => {
    const body = JSON.parse(bookingAt(now, from, to, { id, ...named }).toString());
    return Buffer.from(JSON.stringify({ ...body, event: { ...body.event, ...event } }));
  };
  expect(await bookbell.post(at("15:00", "16:00", "one"))).toBe(204);
  expect(await bookbell.post(at("15:30", "16:30", "two"))).toBe(204);
  await expect(rowOf(page, `${name} Person`)).toHaveCount(2);
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: desktop.env.TZ ?? "UTC" }).format(now);

  const answers = await page.evaluate(
    async (all) => {
      const bridge = window.bookbell as unknown as Record<
        string,
        Record<string, (input: unknown) => unknown>
      >;
      const told: unknown[] = [];
      const said: [string, unknown][] = [];
      for (const [ask, input] of all) {
        const [group = "", own = ""] = ask.split(".");
        said.push([ask, await bridge[group]?.[own]?.(input)]);
        // What main tells by itself counts from then on.
        if (ask === "settings.setPresenting")
          window.bookbell.on.viewChanged((message) => void told.push(message));
      }
      return [...said, ["told", told] as const].map(
        ([ask, answer]) => [ask, JSON.stringify(answer)] as const,
      );
    },
    Object.entries({ ...asks, "bookings.days": { first: date, last: date } }),
  );
  expect(Object.fromEntries(answers)["bookings.days"]).toMatch(/\bid\W+one\b/);
  for (const [ask, answer] of answers) expect(`${ask}: ${answer}`).not.toMatch(/zyx|555 99/i);
  expect(Object.fromEntries(answers)["bookings.search"]).toMatch(/\bid\W+two\b/);

  // What was kept of names while they were hidden is still there.
  await page.evaluate(() =>
    window.bookbell.settings.change({
      projects: { ruled: { name: "", alerts: "list", reminders: null, hue: null, fullScreen: false } },
    }),
  );
  const kept = await bookbell.settings();
  expect(kept.projects).toEqual({
    ruled: { name: rule.name, alerts: "list", reminders: null, hue: null, fullScreen: false },
  });
  expect(kept.resource).toEqual(settings.resource);
  expect(daemon.received.length).toBeGreaterThan(0);
  await timekit.stop();
});
