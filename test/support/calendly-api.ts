import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import {
  type Booking,
  created,
  eventsPage,
  type Invitee,
  inviteesPage,
  pageOf,
  type ScheduledEvent,
  withEnd,
} from "./calendly-api-bookings.ts";
import { signedByCalendly } from "./calendly-signing.ts";
import type { Fault } from "./timekit-api.ts";

/** A webhook as Calendly keeps it; the signing key is never told. */
export interface StoredSubscription {
  readonly uri: string;
  readonly callback_url: string;
  readonly events: readonly string[];
  readonly signing_key: string;
  readonly state: "active" | "disabled";
  readonly retry_started_at: string | null;
}

export interface CalendlyApiOptions {
  /** Calendly's clock; the computer's unless told. */
  readonly now?: () => number;
  /** Of the user's plan; none without. */
  readonly webhooks?: boolean;
  /** Its lists come to no end. */
  readonly endless?: boolean;
}

const api = "https://api.calendly.com";
export const nora = {
  uri: `${api}/users/U0A1B2C3D4E5F6A7`,
  name: "Nora Lindqvist",
  email: "nora.lindqvist@example.com",
  current_organization: `${api}/organizations/O0A1B2C3D4E5F6A7`,
};

/**
 * Calendly's API v2 as its reference shows it, with its state in memory, on a port of its own. What happens to a booking is
 * posted, signed, to every webhook that wants it.
 */
export async function startCalendlyApi({
  now = Date.now,
  webhooks = true,
  endless,
}: CalendlyApiOptions = {}) {
  const token = "pat.stand-in";
  const events = new Map<string, ScheduledEvent>();
  const invitees = new Map<string, Invitee>();
  const subscriptions = new Map<string, StoredSubscription>();
  const requests: { method: string; path: string; headers: Record<string, unknown>; body: unknown }[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  let last = 0;

  const moment = () => new Date(now()).toISOString().replace("Z", "000Z");
  const idOf = (uri: string) => uri.split("/").at(-1) ?? "";

  /** Keeps a booking, and posts what happened to those who want to know. */
  async function put({ event, invitee }: Booking, happened: string): Promise<number[]> {
    events.set(idOf(event.uri), event);
    invitees.set(idOf(invitee.uri), invitee);
    const payload = { ...invitee, scheduled_event: event };
    const told = { event: happened, created_at: moment(), created_by: nora.uri, payload };
    const body = Buffer.from(JSON.stringify(told));
    const fitting = [...subscriptions.values()].filter(
      (one) => one.state === "active" && one.events.includes(happened),
    );
    return Promise.all(
      fitting.map(async ({ callback_url, signing_key }) => {
        const signature = signedByCalendly(signing_key, body, now());
        const headers = { "content-type": "application/json", "calendly-webhook-signature": signature };
        const { status } = await fetch(callback_url, {
          method: "POST",
          headers,
          body,
          redirect: "manual",
        }).catch(() => ({ status: 0 }));
        return status;
      }),
    );
  }

  const note: RequestHandler = ({ method, url, headers, body }, _response, next) => {
    requests.push({ method, path: url, headers, body });
    next();
  };

  const fail: RequestHandler = ({ method, url }, response, next) => {
    const due = faults.find(({ fault, left }) => left > 0 && (fault.at ?? /./).test(`${method} ${url}`));
    if (!due) return next();
    due.left -= 1;
    const { how } = due.fault;
    if (how === "hang") return;
    if (how === "cut") return void response.destroy();
    response.status(how.status).set(how.headers).send(how.body);
  };

  const refuse =
    (status: number, title: string, message: string): RequestHandler =>
    (_request, response) =>
      void response.status(status).json({ title, message });

  const authenticate: RequestHandler = (request, response, next) => {
    if (request.headers.authorization === `Bearer ${token}`) next();
    else refuse(401, "Unauthenticated", "The access token is invalid")(request, response, next);
  };

  const app = express();
  app.use(express.json(), note, fail, authenticate, (_request, response, next) => {
    response.setHeader("date", new Date(now()).toUTCString());
    next();
  });
  app.get("/users/me", (_request, response) => void response.json({ resource: nora }));
  const told = ({ signing_key: _, ...subscription }: StoredSubscription) => ({
    ...subscription,
    scope: "user",
    user: nora.uri,
    organization: nora.current_organization,
  });
  app.get("/webhook_subscriptions", (request, response, next) => {
    const { organization, user, scope } = request.query;
    if (!organization || (scope === "user" && !user))
      return refuse(400, "Invalid Argument", "The supplied parameters are invalid.")(request, response, next);
    response.json(pageOf([...subscriptions.values()].map(told), request.query));
  });
  app.post("/webhook_subscriptions", (request, response, next) => {
    if (!webhooks)
      return refuse(403, "Permission Denied", "Please upgrade to a paid Calendly account.")(
        request,
        response,
        next,
      );
    const { url, events, signing_key } = request.body;
    if ([...subscriptions.values()].some(({ callback_url }) => callback_url === url))
      return refuse(409, "Already Exists", "Hook with this url already exists")(request, response, next);
    last += 1;
    const uri = `${api}/webhook_subscriptions/W${last}`;
    const made = {
      uri,
      callback_url: url,
      events,
      signing_key,
      state: "active",
      retry_started_at: null,
    } as const;
    subscriptions.set(`W${last}`, made);
    response.status(201).json({ resource: told(made) });
  });
  app.delete("/webhook_subscriptions/:id", ({ params }, response, next) => {
    if (subscriptions.delete(params.id)) response.status(204).end();
    else next();
  });
  app.get("/scheduled_events", ({ query }, response) => {
    response.json(eventsPage([...events.values()], query, endless));
  });
  app.get("/scheduled_events/:id", ({ params }, response, next) => {
    const resource = events.get(params.id);
    if (resource) response.json({ resource });
    else next();
  });
  app.get("/scheduled_events/:id/invitees", ({ params, query }, response) => {
    response.json(inviteesPage([...invitees.values()], params.id, query));
  });
  app.get("/scheduled_events/:id/invitees/:invitee", ({ params }, response, next) => {
    const resource = invitees.get(params.invitee);
    if (resource) response.json({ resource });
    else next();
  });
  app.post("/scheduled_events/:id/cancellation", async (request, response, next) => {
    const event = events.get(request.params.id);
    if (!event) return next();
    if (event.status === "canceled")
      return refuse(403, "Permission Denied", "Event is already canceled")(request, response, next);
    const cancellation = {
      canceled_by: nora.name,
      reason: request.body?.reason ?? "",
      canceler_type: "host",
      created_at: moment(),
    };
    response.status(201).json({ resource: cancellation });
    for (const invitee of invitees.values())
      if (invitee.event === event.uri)
        await put(withEnd({ event, invitee }, cancellation), "invitee.canceled");
  });
  app.use(refuse(404, "Resource Not Found", "The server could not find the requested resource."));

  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    /** For `createCalendlyApi`'s `base`. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    subscriptions,
    requests,
    put,
    /** Somebody books; `changes` are the event's, which others may have booked before. */
    book(id: string, changes: Partial<ScheduledEvent> = {}, who = "sam") {
      const created_at = events.get(id)?.created_at ?? moment();
      return put(created(id, who, moment(), { created_at, ...changes }), "invitee.created");
    },
    /** What came of a booking, by the ids of its event and its invitee. */
    bookingAt: (id: string, who = "sam"): Booking => ({
      event: events.get(id) as ScheduledEvent,
      invitee: invitees.get(`${id}-${who}`) as Invitee,
    }),
    /** As after a day in which nothing was taken. */
    disableAll(): void {
      for (const [id, one] of subscriptions)
        subscriptions.set(id, { ...one, state: "disabled", retry_started_at: moment() });
    },
    moment,
    fault: (fault: Fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    /** Also ends what hangs. */
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
