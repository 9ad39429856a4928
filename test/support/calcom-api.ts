import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import type { Fault } from "./timekit-api.ts";

/** A booking as its API shows it. */
export interface CalcomRow {
  readonly uid: string;
  readonly status: string;
  readonly start: string;
  readonly createdAt: string;
  readonly updatedAt: string | null;
  readonly [key: string]: unknown;
}

export interface CalcomWebhook {
  readonly id: string;
  readonly subscriberUrl: string;
  readonly active: boolean;
  readonly triggers: readonly string[];
  readonly secret: string | null;
  readonly payloadTemplate: string | null;
}

export interface CalcomApiOptions {
  /** Cal.com's clock; the computer's unless told. */
  readonly now?: () => number;
  /** How many questions it answers in a minute. */
  readonly limit?: number;
  /** A server that knows no filters by date: it ignores them, or turns them down. */
  readonly filters?: "ignored" | "refused";
  /** Happens after each page of bookings. */
  readonly afterPage?: () => void;
}

const after: Record<string, readonly [from: string, to: string]> = {
  confirm: ["pending", "accepted"],
  decline: ["pending", "rejected"],
  cancel: ["accepted", "cancelled"],
};

/** Cal.com's API v2 as its OpenAPI and its source show it, with its state in memory, on a port of its own. */
export async function startCalcomApi(options: CalcomApiOptions = {}) {
  const key = "cal_live_stand-in";
  const now = options.now ?? Date.now;
  const bookings = new Map<string, CalcomRow>();
  const webhooks = new Map<string, CalcomWebhook>();
  const requests: { method: string; path: string; headers: Record<string, unknown>; body: string }[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  let [answered, since] = [0, now()];

  const note: RequestHandler = ({ method, url, headers, body }, response, next) => {
    requests.push({ method, path: url, headers, body: Buffer.isBuffer(body) ? body.toString() : "" });
    response.setHeader("date", new Date(now()).toUTCString());
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
    response.write('{"status":"success","data":', () => response.destroy());
  };

  /** So many in a minute, which begins with the first. */
  const throttle: RequestHandler = (_request, response, next) => {
    if (now() - since >= 60_000) [answered, since] = [0, now()];
    answered += 1;
    const left = Math.max(0, (options.limit ?? 120) - answered);
    response.setHeader("x-ratelimit-remaining-default", String(left));
    response.setHeader("x-ratelimit-reset-default", String(Math.ceil((since + 60_000) / 1000)));
    if (answered <= (options.limit ?? 120)) return next();
    failed(response, 429, "ThrottlerException: Too Many Requests");
  };

  const authenticate: RequestHandler = ({ headers }, response, next) => {
    if (headers.authorization === `Bearer ${key}`) next();
    else failed(response, 401, "API Key is not valid");
  };

  const app = express();
  app.use(
    express.raw({ type: () => true }),
    note,
    fail,
    throttle,
    authenticate,
    (request, _response, next) => {
      if (Buffer.isBuffer(request.body)) request.body = JSON.parse(request.body.toString());
      next();
    },
  );
  app.get("/v2/me", (_request, response) => {
    succeed(response, {
      id: 5,
      username: "nora",
      email: "nora.lindqvist@example.com",
      name: "Nora Lindqvist",
    });
  });

  app.get("/v2/webhooks", ({ query }, response) => {
    const skip = Number(query.skip ?? 0);
    succeed(response, [...webhooks.values()].slice(skip, skip + Number(query.take ?? 250)));
  });
  app.post("/v2/webhooks", ({ body }, response) => {
    if ([...webhooks.values()].some(({ subscriberUrl }) => subscriberUrl === body.subscriberUrl))
      return failed(response, 409, "Webhook with this subscriber url already exists for this user");
    const webhook = { secret: null, payloadTemplate: null, ...body, id: randomUUID() };
    webhooks.set(webhook.id, webhook);
    succeed(response, webhook, 201);
  });
  app.patch("/v2/webhooks/:id", ({ params, body }, response, next) => {
    const before = webhooks.get(params.id);
    if (!before) return next();
    webhooks.set(params.id, { ...before, ...body });
    succeed(response, webhooks.get(params.id));
  });
  app.delete("/v2/webhooks/:id", ({ params }, response, next) => {
    const before = webhooks.get(params.id);
    if (!webhooks.delete(params.id)) return next();
    succeed(response, before);
  });

  app.use("/v2/bookings", ({ headers }, response, next) => {
    if (headers["cal-api-version"] === "2024-08-13") next();
    else failed(response, 404, "Cannot GET this in the default version");
  });
  app.get("/v2/bookings", ({ query }, response) => {
    const page = pageOf([...bookings.values()], query as Record<string, string>, options.filters);
    if (!page) return failed(response, 400, "property afterUpdatedAt should not exist");
    response.json(page);
    options.afterPage?.();
  });
  app.get("/v2/bookings/:uid", ({ params }, response, next) => {
    const booking = bookings.get(params.uid);
    if (booking) succeed(response, booking);
    else next();
  });
  app.post("/v2/bookings/:uid/:action", ({ params, body }, response, next) => {
    const booking = bookings.get(params.uid);
    const [from, to] = after[params.action] ?? [];
    if (!booking || !to) return next();
    if (params.action === "cancel" && !body.cancellationReason)
      return failed(response, 400, "Cancellation reason is required when you are the host");
    const isOpen = booking.status === from || (params.action === "cancel" && booking.status === "pending");
    if (!isOpen) return failed(response, 400, `Booking is already ${booking.status}`);
    const { cancellationReason } = body;
    const done = { ...booking, status: to, updatedAt: new Date(now()).toISOString() };
    bookings.set(booking.uid, cancellationReason ? { ...done, cancellationReason } : done);
    succeed(response, bookings.get(booking.uid));
  });
  app.use((_request, response) => failed(response, 404, "Not found"));

  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    /** For `ClientParts.base`. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    key,
    bookings,
    webhooks,
    requests,
    fault: (fault: Fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    /** Posts a body, once and signed, to whoever wants its trigger; gives the statuses of the answers. */
    post(body: Buffer): Promise<number[]> {
      const { triggerEvent } = JSON.parse(body.toString());
      const wanting = [...webhooks.values()].filter(
        ({ active, triggers }) => active && triggers.includes(triggerEvent),
      );
      return Promise.all(wanting.map((webhook) => postTo(webhook, body)));
    },
    /** Also ends what hangs. */
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function postTo({ subscriberUrl, secret }: CalcomWebhook, body: Buffer): Promise<number> {
  const signature = secret ? createHmac("sha256", secret).update(body).digest("hex") : "no-secret-provided";
  const headers = {
    "content-type": "application/json",
    "x-cal-signature-256": signature,
    "x-cal-webhook-version": "2021-10-20",
  };
  const response = await fetch(subscriberUrl, {
    method: "POST",
    headers,
    redirect: "manual",
    body: new Uint8Array(body),
  });
  return response.status;
}

interface Answering {
  status(code: number): { json(body: unknown): unknown };
}

const succeed = (response: Answering, data: unknown, status = 200) =>
  void response.status(status).json({ status: "success", data });

const failed = (response: Answering, status: number, message: string) =>
  void response.status(status).json({ status: "error", error: { code: "Error", message } });

const sorts: Record<string, readonly [after: string, key: keyof CalcomRow]> = {
  sortUpdatedAt: ["afterUpdatedAt", "updatedAt"],
  sortCreated: ["afterCreatedAt", "createdAt"],
  sortStart: ["afterStart", "start"],
};

/** One page, as its database would give it: what has no date is in no list by that date. Null where it is turned down. */
function pageOf(all: readonly CalcomRow[], query: Record<string, string>, filters?: "ignored" | "refused") {
  const [take, skip] = [Number(query.take ?? 100), Number(query.skip ?? 0)];
  const [, [from, key] = ["", "uid"]] = Object.entries(sorts).find(([sort]) => query[sort]) ?? [];
  if (filters === "refused" && query[from]) return null;
  const at = (row: CalcomRow) => Date.parse(String(row[key]));
  const fitting =
    filters === "ignored"
      ? all.toReversed()
      : all
          .filter((row) => at(row) >= Date.parse(query[from] ?? ""))
          .sort((one, other) => at(one) - at(other));
  const data = fitting.slice(skip, skip + take);
  const totalPages = Math.ceil(fitting.length / take);
  const pagination = {
    totalItems: fitting.length,
    remainingItems: Math.max(0, fitting.length - skip - take),
    returnedItems: data.length,
    itemsPerPage: take,
    currentPage: Math.floor(skip / take) + 1,
    totalPages,
    hasNextPage: skip + take < fitting.length,
    hasPreviousPage: skip > 0,
  };
  return { status: "success", data, pagination };
}
