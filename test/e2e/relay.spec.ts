import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { relayCreds } from "../../relay/admin/accounts.ts";
import { apply } from "../../relay/admin/apply.ts";
import { openKeyFolder } from "../../relay/admin/key-folder.ts";
import { invite, revoke } from "../../relay/admin/seats.ts";
import { newTeam } from "../../relay/admin/team.ts";
import { accountsConf } from "../../relay/files/accounts.ts";
import { serve } from "../../relay/serve.ts";
import { opened, postTo } from "../support/bookbell.ts";
import { eventually } from "../support/eventually.ts";
import { exampleAt } from "../support/example.ts";
import { startNatsServer } from "../support/nats-server.ts";
import { freePort } from "../support/system.ts";
import { test as base, rowOf } from "./test.ts";

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
    const [wsPort, webPort] = [await freePort(), await freePort()];
    const team = newTeam({
      team: "acme",
      name: "Acme",
      web: `http://127.0.0.1:${webPort}`,
      doors: [`ws://127.0.0.1:${wsPort}`],
      keepDays: 14,
      maxBytes: 10_000_000,
      replicas: 1,
    });
    const folder = path.join(desktop.dir, "nats");
    const keys = openKeyFolder(path.join(desktop.dir, "keys"));
    keys.writeTeam(team);
    mkdirSync(folder);
    writeFileSync(path.join(folder, "accounts.conf"), await accountsConf(team, folder));
    const server = await startNatsServer(folder, { port: wsPort, config: ['include "accounts.conf"'] });
    const parts = { keys, now: Date.now };
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

test("bookings wait at the relay, come once there is an invitation, and are told when they are new", async ({
  relay,
  start,
  daemon,
}) => {
  const now = Date.now();
  const at = (minutes: number) => new Date(now + minutes * 60_000);
  const booking = (id: string, name: string) =>
    exampleAt(now, at(30), at(60), { id, customers: [{ id, name, email: `${id}@example.com` }] });
  for (const id of ["a", "b", "c", "d", "e"])
    expect(await postTo(relay.url, booking(id, `Early ${id}`))).toBe(204);
  const invitation = await relay.invite("anna");
  const bookbell = await start();
  const page = await opened(bookbell);
  const set = await page.evaluate(
    (secret) => window.bookbell.secrets.set({ name: "relay", secret, plain: true }),
    invitation,
  );
  expect(set).toEqual({ ok: true, value: null });
  await page.evaluate(() => window.bookbell.tunnel.change({ kind: "relay" }));
  await expect(rowOf(page, "Early e")).toBeVisible();
  await expect(page.getByText("Receiving through Acme’s relay")).toBeVisible();
  expect((await bookbell.settings()).tunnel.relay).toMatchObject({
    team: "Acme",
    seat: "anna",
    keepDays: 14,
  });
  // The first catching up was silent.
  expect(daemon.received).toEqual([]);
  expect(await postTo(relay.url, booking("live", "Jennifer Parker"))).toBe(204);
  await expect(rowOf(page, "Jennifer Parker")).toBeVisible();
  await daemon.waitFor(({ summary, body }) => `${summary} ${body}`.includes("Jennifer Parker"));
  await page.evaluate(() => window.bookbell.proof.run());
  const proof = () =>
    page.evaluate(async () => {
      const answer = await window.bookbell.window.view();
      return answer.ok ? answer.value.proof : null;
    });
  await expect
    .poll(async () => Object.keys((await proof())?.reached ?? {}))
    .toEqual(expect.arrayContaining(["store", "notification"]));
  expect((await proof())?.failed).toBeNull();
  await relay.revoke("anna");
  await expect(page.getByText(/Your access to the relay was taken away/).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(rowOf(page, "Jennifer Parker")).toBeVisible();
});
