import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { readKey } from "../../../../../main/tunnel/providers/ssh/key.ts";
import { startSession } from "../../../../../main/tunnel/providers/ssh/session.ts";
import { temporaryFolder } from "../../../../support/files.ts";
import { aServer, fails, listen, open } from "../../../../support/ssh-tunnel.ts";
import { createKey } from "../../../../support/sshd.ts";

describe("does not open", () => {
  // What sshd writes, at this log level, for each try to sign in.
  const signIn = "userauth-request";

  test("to a server that was never met, and shows its key without signing in", async () => {
    const { sshd, settings } = await aServer();
    const error = await fails({ ...settings, hostKey: "" });
    expect(error).toMatchObject({ code: "ssh-host-unknown", detail: sshd.hostFingerprint });
    await sshd.stop();
    expect(await sshd.log()).not.toContain(signIn);
  });

  test("to a server with another key than the trusted one, and does not sign in", async () => {
    const { sshd, settings } = await aServer();
    const error = await fails({ ...settings, hostKey: `SHA256:${"A".repeat(43)}` });
    expect(error).toMatchObject({ code: "ssh-host-changed", detail: sshd.hostFingerprint });
    await sshd.stop();
    expect(await sshd.log()).not.toContain(signIn);
  });

  test("with a key that the server does not know", async () => {
    const { dir, sshd, settings } = await aServer();
    await createKey(path.join(dir, "other"));
    expect(await fails({ ...settings, keyFile: path.join(dir, "other") })).toMatchObject({
      code: "ssh-refused",
    });
    await sshd.stop();
    expect(await sshd.log()).toContain(signIn);
  });

  test.each([
    ["nothing", ["AllowStreamLocalForwarding no", "AllowTcpForwarding no"], "hooks.sock"],
    ["no such folder", [], "none/hooks.sock"],
    ["no such port", [], "8022"],
  ])("where the server lets it listen on %s", async (_name, config, place) => {
    const { dir, settings } = await aServer({ config });
    const socket = place === "8022" ? place : path.join(dir, place);
    expect(await fails({ ...settings, socket })).toMatchObject({ code: "ssh-forward-refused" });
  });

  test("without its fields", async () => {
    const { settings } = await aServer();
    for (const field of ["host", "user", "keyFile", "socket", "url"])
      expect(await fails({ ...settings, [field]: "" })).toMatchObject({ code: "tunnel-unfinished" });
  });

  test("with a key file that is none", async () => {
    const { dir, settings } = await aServer();
    const garbage = path.join(dir, "garbage");
    await writeFile(garbage, "no key");
    for (const keyFile of [garbage, `${garbage}.none`, dir, `${settings.keyFile}.pub`])
      expect(await fails({ ...settings, keyFile })).toMatchObject({ code: "ssh-key-unreadable" });
  });

  test("when nobody has answered at all, before the system gives up", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { settings } = await aSilentServer();
    const key = await readKey(settings.keyFile, async () => null);
    const session = startSession(settings, key);
    // No event has been heard of yet, and so no answer.
    vi.advanceTimersByTime(7_500);
    expect((await session.ended).message).toBe("The server does not answer.");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("when its time is up and the server has said nothing", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { settings, connected, gone } = await aSilentServer();
    const failing = fails(settings);
    await connected;
    vi.advanceTimersByTime(30_000);
    expect(await failing).toMatchObject({ code: "tunnel-late" });
    await gone;
  });

  test("once it is given up, at once, and leaves no connection behind", async () => {
    const { settings, connected, gone } = await aSilentServer();
    const giveUp = new AbortController();
    const failing = fails(settings, null, giveUp.signal);
    await connected;
    giveUp.abort();
    expect(await failing).toMatchObject({ code: "tunnel-ended" });
    await gone;
    expect(await fails(settings, null, giveUp.signal)).toMatchObject({ code: "tunnel-ended" });
  });

  async function aSilentServer() {
    const dir = temporaryFolder();
    await createKey(path.join(dir, "user"));
    let gone: Promise<void> | undefined;
    const server = createServer();
    const connected = new Promise<void>((resolve) => {
      server.on("connection", (socket) => {
        gone = new Promise((resolve) => void socket.on("error", () => {}).once("close", resolve));
        socket.resume();
        resolve();
      });
    });
    const port = await listen(server);
    onTestFinished(() => void server.close());
    const names = { user: "hooks", keyFile: path.join(dir, "user"), socket: "/run/hooks.sock" };
    const settings = { host: "127.0.0.1", port, ...names, url: "https://hooks.example.com", hostKey: "" };
    return { settings, connected, gone: connected.then(() => gone) };
  }
});

describe("a key with a passphrase", () => {
  test("opens with it, and only with it", async () => {
    const { dir, settings } = await aServer();
    const keyFile = path.join(dir, "locked");
    await createKey(keyFile, "open sesame");
    const allowed = path.join(dir, "authorized_keys");
    await writeFile(allowed, `restrict,port-forwarding ${await readFile(`${keyFile}.pub`, "utf8")}`);
    const locked = { ...settings, keyFile };
    expect(await fails(locked)).toMatchObject({ code: "ssh-passphrase" });
    expect(await fails(locked, "open barley")).toMatchObject({ code: "ssh-passphrase" });
    await open(locked, 1, "open sesame");
  });
});
