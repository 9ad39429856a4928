import { request as plainRequest } from "node:http";
import { type RequestOptions, request } from "node:https";
import { isIP, type Socket } from "node:net";
import { type ConnectionOptions, connect } from "node:tls";
import { WorldError } from "../../lib/world-error.ts";
import { firstUsable } from "./proxy-answer.ts";

/** By what the system has this computer reach a URL, in a proxy script's words: "PROXY proxy.example:3128;DIRECT". */
export type ResolveProxy = (url: string) => Promise<string>;

/** What one request, or one WebSocket, is opened with so that it goes the way that the network wants. */
export type Route = Pick<RequestOptions, "createConnection">;

/** What is on its way ends when `signal` aborts. Where a proxy is in the way, the request's error is a WorldError. */
export type RouteTo = (url: string, signal: AbortSignal) => Route;

/** Less than a connection may take in all, so that what is said is the proxy's fault. */
const proxyMs = 4_000;
/** Without a network a proxy is not found either. */
const away: ReadonlySet<string> = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "ENETDOWN",
  "EHOSTUNREACH",
]);

/**
 * The way to one address, for one connection. A proxy is asked here and not by an agent of the request's: so its refusal is
 * not taken for the relay's answer, and the certificate is compared with the relay's name whatever that looks like.
 */
export function routeTo(url: string, resolveProxy: ResolveProxy, signal: AbortSignal): Route {
  // Scripts know nothing of "wss:".
  const target = new URL(url.replace(/^wss:/, "https:"));
  // Only on this computer.
  if (target.protocol !== "https:") return {};
  const host = bare(target.hostname);
  const named = { host, port: target.port || 443, servername: isIP(host) ? "" : host, path: undefined };
  return {
    createConnection(options, done) {
      void towards(target, resolveProxy, signal).then(
        (socket) => done(null, connect({ ...options, ...named, socket } as ConnectionOptions)),
        (error) => done(error, null as never),
      );
      return undefined;
    },
  };
}

/** What leads there; undefined = nothing is in between. @throws WorldError */
async function towards(target: URL, resolveProxy: ResolveProxy, given: AbortSignal) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), proxyMs);
  const signal = AbortSignal.any([given, late.signal]);
  try {
    const proxy = firstUsable(await unlessOver(resolveProxy(target.href), signal));
    if (proxy === null) throw new WorldError("relay-proxy", "SOCKS");
    return proxy === "direct" ? undefined : await passThrough(proxy, target, signal);
  } finally {
    clearTimeout(timer);
  }
}

/** Has a proxy pass all on to that address. */
function passThrough(proxy: URL, target: URL, signal: AbortSignal): Promise<Socket> {
  const [ask, port] = proxy.protocol === "https:" ? [request, 443] : [plainRequest, 80];
  const authority = `${target.hostname}:${target.port || 443}`;
  const options: RequestOptions = {
    host: bare(proxy.hostname),
    port: proxy.port || port,
    method: "CONNECT",
    path: authority,
    headers: { host: authority },
    agent: false,
    signal,
    rejectUnauthorized: true,
  };
  return new Promise((resolve, reject) => {
    const asking = ask(options);
    asking.on("connect", ({ statusCode = 0 }, socket: Socket) => {
      if (statusCode >= 200 && statusCode < 300) return resolve(socket);
      socket.destroy();
      // It would let this computer through, but does not come to the relay.
      const code = statusCode >= 500 ? "relay-unreachable" : "relay-proxy";
      reject(new WorldError(code, `proxy HTTP ${statusCode}`));
    });
    asking.on("error", ({ code = "" }: NodeJS.ErrnoException) =>
      reject(signal.aborted ? noAnswer() : faultOf(code)),
    );
    asking.end();
  });
}

const noAnswer = () => new WorldError("relay-proxy", "no answer");
const faultOf = (code: string) =>
  new WorldError(away.has(code) ? "relay-unreachable" : "relay-proxy", `proxy ${code}`);

/** Without the brackets of an IPv6 address. */
const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "");

function unlessOver<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(noAnswer());
    if (signal.aborted) end();
    signal.addEventListener("abort", end);
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}
