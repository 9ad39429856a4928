import { expect, type Page } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { relayCreds } from "../../relay/admin/accounts.ts";
import { apply } from "../../relay/admin/apply.ts";
import { invite, revoke } from "../../relay/admin/seats.ts";
import { serve } from "../../relay/serve.ts";
import { opened, postTo } from "../support/bookbell.ts";
import { eventually } from "../support/eventually.ts";
import { exampleAt } from "../support/example.ts";
import { signedWith } from "../support/signing.ts";
import { startTeamServer } from "../support/team-server.ts";
import { test as base, rowOf } from "./test.ts";
import { viewOf } from "./view.ts";

interface Given {
  /** A team's relay, up and running: whom it invites, and where Timekit posts to. */
  relay: {
    readonly url: string;
    invite(seat: string): Promise<string>;
    revoke(seat: string): Promise<unknown>;
  };
}

const test = base.extend<Given>({
  relay: async ({ desktop }, use) => {
    const { team, parts, server, webPort } = await startTeamServer(desktop.dir, { maxBytes: 10_000_000 });
    await apply(parts);
    const { tokens, doors: servers } = team;
    const relay = await serve(
      {
        servers,
        creds: await relayCreds(team),
        team: team.team,
        tokens,
        host: "127.0.0.1",
        port: webPort,
        metricsPort: 0,
        successCode: 204,
      },
      { info() {}, warn() {} },
    );
    const health = `${team.web}/healthz`;
    await eventually(async () => ((await (await fetch(health)).text()) === "ok\n" ? true : null));
    const choices = { projects: [], resource: null, until: null, registers: false };
    await use({
      url: `${team.web}${hookPath(tokens[0] ?? "")}`,
      invite: (seat) => invite({ seat, ...choices }, parts),
      revoke: (seat) => revoke(seat, parts),
    });
    await relay.close();
    await server.stop();
  },
});

/** A booking of today that begins in half an hour, or as many minutes later. */
const bookingOf = (id: string, name: string, minutesLater = 0) => {
  const now = Date.now();
  const at = (minutes: number) => new Date(now + (minutes + minutesLater) * 60_000);
  return exampleAt(now, at(30), at(60), { id, customers: [{ id, name, email: `${id}@example.com` }] });
};

const take = (page: Page, invitation: string) =>
  page.evaluate(async (secret) => {
    const set = await window.bookbell.secrets.set({ name: "relay", secret, plain: true });
    if (set.ok) await window.bookbell.tunnel.change({ kind: "relay" });
    return set.ok;
  }, invitation);

test("bookings wait at the relay, come once there is an invitation, and are told when they are new", async ({
  relay,
  start,
  daemon,
}) => {
  for (const id of ["a", "b", "c", "d", "e"])
    expect(await postTo(relay.url, bookingOf(id, `Early ${id}`))).toBe(204);
  const invitation = await relay.invite("anna");
  const bookbell = await start();
  const page = await opened(bookbell);
  expect(await take(page, invitation)).toBe(true);
  await expect(rowOf(page, "Early e")).toBeVisible();
  await expect(page.getByText("Receiving through Acme’s relay")).toBeVisible();
  expect((await bookbell.settings()).tunnel.relay).toMatchObject({
    team: "Acme",
    seat: "anna",
    keepDays: 14,
  });
  // The first catching up was silent.
  expect(daemon.received).toEqual([]);
  expect(await postTo(relay.url, bookingOf("live", "Jennifer Parker"))).toBe(204);
  await expect(rowOf(page, "Jennifer Parker")).toBeVisible();
  await daemon.waitFor(({ summary, body }) => `${summary} ${body}`.includes("Jennifer Parker"));
  await page.evaluate(() => window.bookbell.proof.run());
  const proof = async () => (await viewOf(page)).proof;
  await expect
    .poll(async () => Object.keys((await proof())?.reached ?? {}))
    .toEqual(expect.arrayContaining(["store", "notification"]));
  expect((await proof())?.failed).toBeNull();
  await relay.revoke("anna");
  await expect(page.getByText(/Your access to the relay was revoked/).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(rowOf(page, "Jennifer Parker")).toBeVisible();
});

test("what came meanwhile is counted down, and told as one", async ({ relay, start, daemon }) => {
  const bookbell = await start();
  const page = await opened(bookbell);
  expect(await take(page, await relay.invite("anna"))).toBe(true);
  const footer = page.getByRole("contentinfo");
  await expect(footer).toContainText("Receiving through Acme’s relay");
  expect((await bookbell.settings()).relayCaughtUp).not.toBe("");
  await page.evaluate(() => window.bookbell.tunnel.change({ kind: "off" }));
  const many = Array.from({ length: 200 }, (_, i) => bookingOf(`many-${i}`, `Customer ${i}`, i % 60));
  for (const body of many) expect(await postTo(relay.url, body)).toBe(204);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const observer = new MutationObserver(() =>
      seen.push(document.querySelector("footer")?.textContent ?? ""),
    );
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    return window.bookbell.tunnel.change({ kind: "relay" });
  });
  await expect(footer).toContainText("Receiving through Acme’s relay");
  const told = await daemon.waitFor(({ summary }) => summary.startsWith("200 booking updates"));
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  const counts = seen.flatMap((text) => text.match(/(?<=Catching up: )\d+(?= to go)/)?.map(Number) ?? []);
  expect(counts.length).toBeGreaterThan(0);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(daemon.received).toEqual([told]);
});

test("a secret that was mistyped loses nothing: what it did not fit is looked at again", async ({
  relay,
  start,
  daemon,
}) => {
  const bookbell = await start();
  const page = await opened(bookbell);
  const setSecret = (secret: string) =>
    page.evaluate((secret) => window.bookbell.secrets.set({ name: "signing", secret, plain: true }), secret);
  await setSecret("mistyped");
  expect(await take(page, await relay.invite("anna"))).toBe(true);
  await expect(page.getByRole("contentinfo")).toContainText("Receiving through Acme’s relay");
  const body = bookingOf("signed", "Jennifer Parker");
  expect(await postTo(relay.url, body, signedWith("the right one", body))).toBe(204);
  const banner = page.getByRole("region", { name: "Needs attention" });
  await expect(banner).toContainText("1 booking arrived with a signature that doesn’t match");
  expect(daemon.received).toEqual([]);
  await setSecret("the right one");
  await expect(rowOf(page, "Jennifer Parker")).toBeVisible();
  await daemon.waitFor(({ summary }) => summary === "New booking: Jennifer Parker");
  await expect(banner).not.toContainText("signature");
});
