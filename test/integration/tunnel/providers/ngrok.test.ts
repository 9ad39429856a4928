import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { OpenRequest, Report } from "../../../../main/tunnel/providers/ngrok/messages.ts";
import { type NgrokProcess, ngrokProvider } from "../../../../main/tunnel/providers/ngrok/provider.ts";
import { temporaryFolder } from "../../../support/files.ts";

/** ngrok's process as it is built; `npm test` builds before it tests. */
const worker = path.join(import.meta.dirname, "../../../../out/main/ngrok-worker.js");
const token = "2abcdefghijklmnopqrstuvwxyz_0123456789ABCDEF";

/** What Electron gives to a utility process, made of what Node gives to a child. */
const parentPort = `data:text/javascript,process.parentPort = {
  once: (name, listener) => process.once(name, (data) => listener({ data })),
  postMessage: (data) => process.send(data),
};`;

/** Starts `script` as Electron would. */
function forkLikeElectron(script: string, server?: string): NgrokProcess & { child: ChildProcess } {
  const child = fork(script, {
    execArgv: ["--import", parentPort],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let spawned = false;
  child.once("spawn", () => {
    spawned = true;
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    child,
    pid: child.pid,
    on: child.on.bind(child) as NgrokProcess["on"],
    postMessage: (request: OpenRequest) =>
      void child.send({ ...request, ...(server && { server }) }, () => {}),
    kill: () => void (spawned && child.kill()),
  };
}

/** ngrok's way with a real process that runs `script`, and reaches for `server` if that is ngrok's own script. */
function anNgrok(script = worker, server?: string) {
  const processes: ChildProcess[] = [];
  const provider = ngrokProvider({
    fork() {
      const forked = forkLikeElectron(script, server);
      processes.push(forked.child);
      return forked;
    },
    token: async () => token,
    domain: () => "bell.ngrok.app",
  });
  const stop = new AbortController();
  return {
    open: () => provider.open(27_000, stop.signal),
    stop,
    left: () => processes.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null),
    processes,
  };
}

/** A script that says `reports` in place of ngrok's. */
function saying(...reports: Report[]): string {
  const said = reports.map((report) => `process.send(${JSON.stringify(report)});`).join("\n");
  return aScript(`process.once("message", () => { ${said} });`);
}

function aScript(code: string): string {
  const file = path.join(temporaryFolder(), "process.mjs");
  writeFileSync(file, `${code}\nsetInterval(() => {}, 1e6);`);
  return file;
}

/** A server in place of ngrok's, which says `answer` to whoever connects, then hangs up; or nothing at all. */
async function aServer(answer?: string) {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    onTestFinished(() => void socket.destroy());
    if (answer) socket.end(answer);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, connected: once(server, "connection") };
}

const up: Report = { state: "up", url: "https://bell.ngrok.app" };
const failed = (code: string): Report => ({ state: "failed", code, detail: code });

test.each([null, ""])("without a token (%j) nothing is started", async (none) => {
  const provider = ngrokProvider({
    fork: () => expect.fail("a process was started"),
    token: async () => none,
    domain: () => "",
  });
  await expect(provider.open(27_000, new AbortController().signal)).rejects.toMatchObject({
    code: "tunnel-unfinished",
  });
});

test("a server that cannot be reached is told as such, without the token, and leaves no process", async () => {
  const ngrok = anNgrok(worker, "127.0.0.1:1");
  const error = await ngrok.open().catch((error) => error);
  expect(error).toMatchObject({
    code: "tunnel-unreachable",
    detail: expect.stringContaining("tcp connection"),
  });
  expect(JSON.stringify([error.message, error.detail])).not.toContain(token);
  expect(ngrok.left()).toEqual([]);
});

test("a server that is not ngrok's is told as unreachable, and leaves no process", async () => {
  const server = await aServer("HTTP/1.1 400 Bad Request\r\n\r\n");
  const ngrok = anNgrok(worker, server.address);
  await expect(ngrok.open()).rejects.toMatchObject({ code: "tunnel-unreachable" });
  expect(ngrok.left()).toEqual([]);
});

test("a server that accepts and says nothing is given up after 20 seconds, and leaves no process", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const server = await aServer();
  const ngrok = anNgrok(worker, server.address);
  const opened = expect(ngrok.open()).rejects.toMatchObject({ code: "tunnel-late" });
  await server.connected;
  await vi.advanceTimersByTimeAsync(19_999);
  expect(ngrok.left()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await opened;
  expect(ngrok.left()).toEqual([]);
});

test("an end while it opens is at once, and leaves no process", async () => {
  const server = await aServer();
  const ngrok = anNgrok(worker, server.address);
  const opened = expect(ngrok.open()).rejects.toThrow();
  await server.connected;
  ngrok.stop.abort();
  await opened;
  expect(ngrok.left()).toEqual([]);
});

test("an end before the process has started leaves no process", async () => {
  const ngrok = anNgrok();
  const opened = expect(ngrok.open()).rejects.toThrow();
  await vi.waitUntil(() => ngrok.processes.length === 1, { interval: 0 });
  ngrok.stop.abort();
  await opened;
  expect(ngrok.left()).toEqual([]);
});

test.each([
  ["ERR_NGROK_105", "tunnel-refused"],
  ["ERR_NGROK_107", "tunnel-refused"],
  ["ERR_NGROK_4018", "tunnel-refused"],
  ["ERR_NGROK_108", "tunnel-limit"],
  ["ERR_NGROK_334", "tunnel-address-taken"],
  ["ERR_NGROK_9999", "tunnel-turned-down"],
])("ngrok's %s is told as %s", async (said, code) => {
  const ngrok = anNgrok(saying(failed(said)));
  await expect(ngrok.open()).rejects.toMatchObject({ code, detail: said });
  expect(ngrok.left()).toEqual([]);
});

test("a process that dies while it opens is told", async () => {
  const ngrok = anNgrok(aScript("process.exit(3);"));
  await expect(ngrok.open()).rejects.toMatchObject({
    code: "tunnel-ended",
    detail: expect.stringContaining("3"),
  });
});

test("a tunnel that is closed leaves no process, and is not told as lost", async () => {
  const ngrok = anNgrok(saying(up));
  const tunnel = await ngrok.open();
  expect(tunnel.url).toBe("https://bell.ngrok.app");
  await Promise.all([tunnel.close(), tunnel.close()]);
  expect(ngrok.left()).toEqual([]);
  expect(await Promise.race([tunnel.lost, "not lost"])).toBe("not lost");
});

test("a tunnel whose process dies is lost", async () => {
  const ngrok = anNgrok(saying(up));
  const tunnel = await ngrok.open();
  ngrok.processes[0]?.kill("SIGKILL");
  expect(await tunnel.lost).toMatchObject({ code: "tunnel-ended" });
  await tunnel.close();
});

test("a tunnel whose session ngrok closes is lost, and its process ends with it", async () => {
  const ngrok = anNgrok(saying(up, { state: "closed" }));
  const tunnel = await ngrok.open();
  expect(await tunnel.lost).toMatchObject({ code: "tunnel-ended" });
  await tunnel.close();
  expect(ngrok.left()).toEqual([]);
});

test("a process that does not want to end is ended all the same", async () => {
  const ngrok = anNgrok(
    aScript(`process.on("SIGTERM", () => process.send(${JSON.stringify(failed("x"))}));
    process.once("message", () => process.send(${JSON.stringify(up)}));`),
  );
  const tunnel = await ngrok.open();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const closing = tunnel.close();
  await once(ngrok.processes[0] as ChildProcess, "message");
  await vi.advanceTimersByTimeAsync(2_000);
  await closing;
  expect(ngrok.left()).toEqual([]);
});
