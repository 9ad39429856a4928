import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import { createTimekit, type Sent } from "./timekit.ts";
import {
  bookingAfter,
  bookingsPage,
  type Disobedience,
  pageOf,
  rowOf,
  type StoredBooking,
} from "./timekit-api-bookings.ts";

/** What goes wrong at the next request whose "METHOD /path?query" fits `at`. */
export interface Fault {
  readonly at?: RegExp;
  /** How often; 1 unless told. */
  readonly times?: number;
  /** No answer at all, a connection that ends half-way, or another answer. */
  readonly how:
    | "hang"
    | "cut"
    | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string | Buffer };
}

export interface TimekitApiOptions extends Disobedience {
  readonly resources?: readonly { id: string; name: string }[];
  readonly projects?: readonly object[];
  /** The words that tell a new webhook's id. */
  readonly sentence?: (id: string) => string;
  /** Timekit's clock; the computer's unless told. */
  readonly now?: () => number;
  /** What passes between two tries of a webhook. */
  readonly between?: (attempt: number) => Promise<unknown>;
}

export interface StoredWebhook {
  readonly url: string;
  readonly graph: string;
  readonly state: string;
}

const nora = { id: "5b0c1c3e-7a55-4a0e-9d0f-3f0c6c1b2a01", name: "Nora Lindqvist" };

/**
 * Timekit's API v2 as its documentation and public clients show it, with its state in memory, on a port of its own.
 * A changed booking is posted to every webhook that fits.
 */
export async function startTimekitApi(options: TimekitApiOptions = {}) {
  const key = "test_api_key_stand-in";
  const bookings = new Map<string, StoredBooking>();
  const webhooks = new Map<string, StoredWebhook>();
  const requests: { method: string; path: string; headers: Record<string, unknown>; body: string }[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const awaited: { at: RegExp; resolve: () => void }[] = [];
  let lastWebhook = 1233;

  /** Stores a booking, and tells whoever registered for its graph and state. */
  async function put(booking: StoredBooking): Promise<Sent[]> {
    bookings.set(booking.id, booking);
    const body = Buffer.from(JSON.stringify(booking));
    const fitting = [...webhooks.values()].filter(
      ({ graph, state }) => graph === booking.graph && state === booking.state,
    );
    const { between } = options;
    return Promise.all(
      fitting.map(({ url }) => createTimekit({ url, ...(between && { between }) }).send(body)),
    );
  }

  const note: RequestHandler = ({ method, url, headers, body }, _response, next) => {
    requests.push({ method, path: url, headers, body: Buffer.isBuffer(body) ? body.toString() : "" });
    for (const { at, resolve } of awaited) if (at.test(`${method} ${url}`)) resolve();
    next();
  };

  const fail: RequestHandler = ({ method, url }, response, next) => {
    const due = faults.find(({ fault, left }) => left > 0 && (fault.at ?? /./).test(`${method} ${url}`));
    if (!due) return next();
    due.left -= 1;
    const { how } = due.fault;
    if (how === "hang") return;
    if (how !== "cut") return void response.status(how.status).set(how.headers).send(how.body);
    response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
    response.write('{"data":', () => response.destroy());
  };

  const authenticate: RequestHandler = ({ headers }, response, next) => {
    const right = `Basic ${Buffer.from(`:${key}`).toString("base64")}`;
    if (headers.authorization === right) next();
    else response.status(401).json({ error: "Unauthorized" });
  };

  /** A GET with a body, and a PUT with none or with [], are answered with 400. */
  const checkBody: RequestHandler = (request, response, next) => {
    const { method, headers, body } = request;
    const bad =
      method === "GET"
        ? Boolean(headers["content-type"] || headers["content-length"])
        : method !== "DELETE" && !/^\s*\{/.test(String(body));
    if (bad) return void response.status(400).json({ error: "Bad request" });
    if (Buffer.isBuffer(body)) request.body = JSON.parse(body.toString());
    next();
  };

  const tellTime: RequestHandler = (_request, response, next) => {
    response.setHeader("date", new Date((options.now ?? Date.now)()).toUTCString());
    next();
  };

  const app = express();
  app.use(express.raw({ type: () => true }), tellTime, note, fail, authenticate, checkBody);
  app.get("/v2/app", (_request, response) => {
    const settings = { name: "My App", callback: "https://example.com/cb", from_name: "Hi" };
    response.json({ data: { id: "a1a1a1a1-0000-4000-8000-0000000000f1", slug: "my-app", settings } });
  });
  app.get("/v2/resources", ({ query }, response) => {
    const all = (options.resources ?? [nora]).map((one) => ({ ...one, api_token: "secret-of-the-resource" }));
    response.json(pageOf(all, query, `${url()}/resources`));
  });
  app.get("/v2/projects", ({ query }, response) => {
    const projects = options.projects ?? [{ id: "p1", name: "Consultation", booking: { graph: "instant" } }];
    response.json(pageOf([...projects], query, `${url()}/projects`));
  });
  app.get("/v2/bookings", ({ query }, response) => {
    response.json(bookingsPage([...bookings.values()], { ...options, query, address: `${url()}/bookings` }));
  });
  app.get("/v2/bookings/:id", ({ params, query }, response, next) => {
    const booking = bookings.get(params.id);
    if (booking) response.json({ data: rowOf(booking, query.include) });
    else next();
  });
  app.put("/v2/bookings/:id/:action", async ({ params }, response, next) => {
    const booking = bookings.get(params.id);
    if (!booking) return next();
    const after = bookingAfter(booking, params.action);
    if (!after) return void response.status(422).json({ errors: { action: ["is not available"] } });
    response.json({ data: rowOf(after, undefined) });
    await put(after);
  });
  app.post("/v2/webhooks", ({ body }, response) => {
    lastWebhook += 1;
    const id = String(lastWebhook);
    webhooks.set(id, body);
    const sentence = options.sentence ?? ((id) => `Created webhook with id ${id}`);
    response.json({ meta: { message: sentence(id) } });
  });
  app.delete("/v2/webhooks/:id", ({ params }, response, next) => {
    if (webhooks.delete(params.id)) response.status(204).end();
    else next();
  });
  app.use((_request, response) => {
    response.status(404).json({ error: "Resource does not exist", model: "Booking" });
  });

  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
  return {
    /** For `createTimekitApi`'s `base`. */
    url: url(),
    key,
    bookings,
    webhooks,
    requests,
    put,
    /** Resolves once a request comes whose "METHOD /path?query" fits. */
    next: (at: RegExp) => new Promise<void>((resolve) => void awaited.push({ at, resolve })),
    fault: (fault: Fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    /** Also ends what hangs. */
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
