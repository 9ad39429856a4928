import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { newSeed, publicKeyOf } from "../../../main/settings/nkey.ts";
import { openKeyFolder } from "../../../relay/admin/key-folder.ts";
import { createCertificate } from "../../support/certificate.ts";
import { eventually } from "../../support/eventually.ts";
import { temporaryFolder } from "../../support/files.ts";
import { invitationIn } from "../../support/invitation.ts";
import { natsServerVersion } from "../../support/nats-server.ts";
import { openSeat, post } from "../../support/relay.ts";
import { initiatedTeam, relayProgram, runRelay } from "../../support/relay-program.ts";
import { run } from "../../support/system.ts";

const version = await natsServerVersion();

/** A team made by the program, until the test ends. */
async function aTeam(options: Parameters<typeof initiatedTeam>[1] = {}) {
  const dir = temporaryFolder();
  const team = await initiatedTeam(dir, options);
  onTestFinished(() => team.nats.stop());
  return { ...team, dir, run: (...args: string[]) => runRelay(dir, args) };
}

test("from nothing to the first booking, a seat narrowed, and taken away", async () => {
  const { run, start, url } = await aTeam();
  expect(await run("apply")).toMatchObject({ code: 0, out: "" });
  const relay = await start();
  onTestFinished(() => relay.end());
  const invited = await run("invite", "anna", "--days", "365", "--registers");
  // One line and nothing else, so that it can be put into a file.
  expect(invited).toMatchObject({ code: 0, out: expect.stringMatching(/^bookbell-relay:1\.[\w-]+\n$/) });
  expect((await post(url, "{}")).status).toBe(204);
  const laptop = await openSeat(invitationIn(invited.out));
  await laptop.take(1);
  expect(await run("change", "anna", "--projects", "a,b")).toMatchObject({ code: 0 });
  expect((await run("list")).out).toMatch(
    /^anna · seen \S+ \S+ · 0 waiting · projects a,b · ends \S+ \S+\n$/,
  );
  expect(await run("invite", "anna")).toMatchObject({ code: 1, out: "" });
  expect(await run("revoke", "anna")).toMatchObject({ code: 0 });
  await laptop.connection.closed();
  expect(await run("list")).toMatchObject({ code: 0, out: "" });
});

test("keys are for their owner only, and none of them goes to the server but the relay's own", async () => {
  const { dir, server, keys, run } = await aTeam();
  await run("apply");
  await run("invite", "anna");
  const modes = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mode & 0o077);
  expect(modes(path.join(dir, "bookbell-relay", "keys"))).toEqual([0, 0]);
  const { seeds } = keys.team();
  const found = await Promise.all(Object.values(seeds).map((seed) => grep(seed, server)));
  expect(found.flat().map((file) => path.basename(file))).toEqual(["relay.creds"]);
});

test("a second team does not take the place of the first, whose files can be had again", async () => {
  const { dir, keys, run } = await aTeam();
  const before = keys.team();
  expect(await run("init", "--host", "other.example.com", "--team", "other")).toMatchObject({ code: 1 });
  expect(await run("init", "--no-containers")).toMatchObject({ code: 0 });
  expect(keys.team()).toEqual(before);
  expect(readdirSync(path.join(dir, "bookbell-relay", "server"))).toContain("bookbell-relay.service");
});

test("a new address is in what server and laptops get, and the one before counts beside it", async () => {
  const { server, keys, run, start, url } = await aTeam();
  await run("apply");
  await run("invite", "anna");
  const before = keys.team().tokens[0] ?? "";
  expect(await run("renew-token")).toMatchObject({ code: 0, out: "" });
  const [now = ""] = keys.team().tokens;
  expect(now).not.toBe(before);
  const file = path.join(server, "token");
  expect(readFileSync(file, "utf8")).toMatch(new RegExp(`^${now}\n${before} \\S+Z\n$`));
  expect(statSync(file).mode & 0o077).toBe(0);
  const relay = await start();
  onTestFinished(() => relay.end());
  const { hook } = invitationIn((await run("invitation", "anna")).out);
  expect(hook).toBe(url.replace(before, now));
  for (const address of [hook, url]) expect((await post(address, address)).status).toBe(204);
});

test("for a key that the laptop made the line that is printed holds no seed", async () => {
  const { run } = await aTeam();
  await run("apply");
  const seed = newSeed();
  const invited = await run("invite", "anna", "--key", publicKeyOf(seed));
  expect(invited).toMatchObject({ code: 0, out: expect.stringMatching(/^bookbell-relay:1\.[\w-]+\n$/) });
  const invitation = invitationIn(invited.out);
  expect(JSON.stringify(invitation)).not.toMatch(/S[AU][A-Z2-7]{56}/);
  await openSeat(invitation, seed);
  expect(await run("invite", "ben", "--key", "UABC")).toMatchObject({ code: 1, out: "" });
});

test("a door whose certificate nobody vouches for gives no invitation, and says why", async () => {
  const folder = temporaryFolder();
  const tls = { certificate: path.join(folder, "c.pem"), key: path.join(folder, "k.pem") };
  await createCertificate(tls.certificate, tls.key);
  const { dir } = await aTeam({ tls });
  expect(await runRelay(dir, ["invite", "anna"])).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("certificate"),
  });
  const trusting = { NODE_EXTRA_CA_CERTS: tls.certificate };
  expect(await runRelay(dir, ["apply"], trusting)).toMatchObject({ code: 0 });
  expect(await runRelay(dir, ["invite", "anna"], trusting)).toMatchObject({ code: 0 });
});

test("the doctor finds what would lose bookings", async () => {
  const { run, start } = await aTeam();
  expect((await run("doctor")).out).toContain("BAD stream not found");
  await run("apply");
  const closed = await run("doctor");
  expect(closed.code).toBe(1);
  expect(closed.out).toMatch(/^BAD http:\S+ cannot be reached: .*ECONNREFUSED/);
  const relay = await start();
  onTestFinished(() => relay.end());
  const { out } = await run("doctor");
  expect(out).toMatch(/^ok {2}http:\S+ takes bookings\.$/m);
  expect(out).toMatch(/^ok {2}The stream holds 0 messages: 0 %/m);
  // The server of the tests writes to its disk every two minutes, as servers do by default.
  expect(out).toMatch(/^BAD A power cut loses/m);
});

test("a relay that is killed amid requests loses none that was taken", async () => {
  const { run, start, url } = await aTeam();
  await run("apply");
  const invitation = invitationIn((await run("invite", "anna")).out);
  const acknowledged: number[] = [];
  let sent = 0;
  for (let kill = 0; kill < 3; kill += 1) {
    const relay = await start();
    const before = acknowledged.length;
    let isOver = false;
    const sending = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const number = sent++;
        const answer = await post(url, `${number}`).catch(() => null);
        if (answer?.status === 204) acknowledged.push(number);
      }
    });
    await eventually(async () => (acknowledged.length > before + 10 ? true : null));
    process.kill(relay.pid, "SIGKILL");
    await relay.end();
    isOver = true;
    await Promise.all(sending);
  }
  const laptop = await openSeat(invitation);
  const kept = (await laptop.take(await laptop.waiting())).map(({ data }) => Number(Buffer.from(data)));
  expect(acknowledged.filter((number) => !kept.includes(number))).toEqual([]);
});

test("a relay that is asked to end does so", async () => {
  const { run, start, url } = await aTeam();
  await run("apply");
  const relay = await start();
  process.kill(relay.pid, "SIGTERM");
  await relay.printed(/^Ended/);
  await relay.end();
  await expect(post(url, "{}")).rejects.toThrow();
});

test.skipIf(version < 2.1).each([
  ["containers", "/data", [], ""],
  ["systemd", "/var/lib/nats", ["--no-containers"], ""],
  [
    "one of three servers",
    "/data",
    ["--nodes", "a.example.com,b.example.com,c.example.com"],
    "b.example.com",
  ],
])(
  "what init writes for %s is a configuration for the server (nats-server 2.10)",
  async (_, data, args, node) => {
    const dir = temporaryFolder();
    await runRelay(dir, ["init", "--host", "relay.example.com", "--team", "acme", ...args]);
    const server = path.join(dir, "bookbell-relay", "server", node);
    await createCertificate(path.join(dir, "cluster.pem"), path.join(dir, "cluster.key"));
    for (const name of ["nats.conf", "accounts.conf"]) {
      const file = path.join(server, name);
      // The server makes its folders even when it only looks.
      writeFileSync(file, readFileSync(file, "utf8").replaceAll(data, dir).replaceAll("/etc/nats", dir));
    }
    await run("nats-server", ["-t", "-c", path.join(server, "nats.conf")]);
  },
);

test("each of three servers has what is its own, and knows the others", async () => {
  const dir = temporaryFolder();
  const nodes = ["a.example.com", "b.example.com", "c.example.com"];
  const init = ["init", "--host", "relay.example.com", "--team", "acme", "--nodes"];
  expect(await runRelay(dir, [...init, "a.example.com,a.example.com"])).toMatchObject({ code: 1 });
  expect(await runRelay(dir, [...init, nodes.join(",")])).toMatchObject({ code: 0 });
  const { doors, replicas } = openKeyFolder(path.join(dir, "bookbell-relay", "keys")).team();
  expect({ doors, replicas }).toEqual({ doors: nodes.map((node) => `wss://${node}/nats`), replicas: 3 });
  for (const node of nodes) {
    const server = path.join(dir, "bookbell-relay", "server", node);
    const text = (name: string) => readFileSync(path.join(server, name), "utf8");
    const others = nodes.filter((one) => one !== node);
    expect(text("nats.conf")).toContain(`server_name: "${node}"`);
    expect(text("nats.conf").match(/(?<=nats-route:\/\/)[^:]+/g)).toEqual(others);
    expect(text("relay.env").match(/(?<=wss:\/\/)[^/]+/g)).toEqual(others);
    expect(text("Caddyfile")).toMatch(new RegExp(`^relay\\.example\\.com, ${node} \\{`));
    expect(text("compose.yaml")).toContain("cluster.pem:/etc/nats/cluster.pem:ro");
    expect(statSync(path.join(server, "relay.creds")).mode & 0o077).toBe(0);
  }
});

test("the program is one file, with the licence of all that is within it", () => {
  const text = readFileSync(relayProgram, "utf8");
  const [code = "", notices = ""] = text.split("\n/*!\n");
  for (const [, imported = ""] of code.matchAll(/\bfrom ?"([^"]+)"/g)) expect(isBuiltin(imported)).toBe(true);
  const listed = [...notices.matchAll(/^(\S+) (\d+\.\S+) \((.+)\)$/gm)];
  const names = listed.map(([, name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(["@nats-io/jetstream", "@nats-io/jwt", "express", "tweetnacl", "ws", "zod"]),
  );
  const free = /^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|Unlicense|0BSD|Unicode-DFS-2016)$/;
  expect(listed.filter(([, , , licence = ""]) => !free.test(licence))).toEqual([]);
});

async function grep(text: string, folder: string): Promise<string[]> {
  const found = await run("grep", ["-rl", "--", text, folder]).catch(() => "");
  return found.split("\n").filter(Boolean);
}
