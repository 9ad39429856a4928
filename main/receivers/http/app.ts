import type { Socket } from "node:net";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { rateLimit } from "express-rate-limit";
import type { DeliveryReason, RefusalReason } from "../../../common/reasons.ts";
import type { SourceName } from "../../../common/sources.ts";
import { hookPath, type Standing, tokenShape } from "../../lib/tokens.ts";
import type { Source } from "../../sources/source.ts";
import type { Incoming, Outcome } from "../intake.ts";
import { concurrencyGate } from "./concurrency-gate.ts";
import { fingerprint, probeKey } from "./probes.ts";
import { proofHeader } from "./proof-header.ts";
import { relayProbeHeader, seatHeader } from "./relay-headers.ts";
import type { Misdirected } from "./turned-away.ts";

/** What became of a request: the intake's outcome. A team's relay only passes on what it takes. */
export type Answer = Exclude<Outcome, { kind: "taken" }> | { readonly kind: "taken" };

/** What the receiver needs of whoever runs it. */
export interface ReceiverParts {
  /** Makes it durable, here or elsewhere. Never throws. */
  intake(incoming: Incoming): Promise<Answer>;
  /** The source of that name, which may be anything. */
  sourceOf(name: string): Source | undefined;
  standing(token: string, source: SourceName): Standing;
  /** What is said of a body that cannot be read. */
  reasonWords(reason: DeliveryReason): string;
  /** What the booking service is set to expect. */
  successCode(): number;
  /** The answer to a probe of that name; empty when it is open no more; null when it is none of ours. */
  takeProbe(nonce: string): string | null;
  /** The token was shown over that connection. */
  trust(connection: Socket): void;
  /** What came to the right address was not taken in, and was so large by its own word. */
  onRefused(reason: RefusalReason, bytes: number): void;
  /** What came to another address, and may be the service's all the same; then it is counted. */
  onMisdirected(misdirected: Misdirected): unknown;
  /** A delivery, so large, was taken in over the old address. */
  onOldAddress(bytes: number): void;
  /** For the log: never a body, a path or a header. */
  onAnswered(status: number, outcome: Answer["kind"] | "refused", cause?: unknown): void;
}

const largestBody = 256 * 1024;
/** More than any sender pipelines. */
const mostWaiting = 16;

/** HTTP in front of the intake: of a booking service it knows the path and what its contract tells. */
export function createReceiverApp(parts: ReceiverParts): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", "simple");
  // Guesses only: a delivery with the right token is never slowed by somebody else's wrong ones.
  const guesses = rateLimit({
    windowMs: 60_000,
    limit: 60,
    keyGenerator: () => "everybody",
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_request, response) => refuse(response, 429, "Too many requests."),
  });
  // Not inflated: the signature is over the bytes as sent, and a small body must stay small.
  /** Of whoever posts there, by the path alone: it is asked before anything is looked at. */
  const busyAt = (path: string) =>
    parts.sourceOf(path.split("/")[2] ?? "")?.busy ?? { status: 503, retryAfter: 5 };
  const rawBody = express.raw({ type: () => true, limit: largestBody, inflate: false });
  const notFound: RequestHandler = (_request, response) => refuse(response, 404, "Not found.");
  const unknown: RequestHandler = (request, response, next) =>
    guesses(request, response, () => notFound(request, response, next));

  function refuse(response: Response, status: number, line: string) {
    parts.onAnswered(status, "refused");
    answer(response, status, line);
  }

  const tooMany = (response: Response) => {
    const { status, retryAfter } = busyAt(response.req.path);
    refuse(response.set("Retry-After", `${retryAfter}`), status, notNow);
  };
  app.use(concurrencyGate({ aTurn: 2, waiting: mostWaiting, refuse: tooMany }));
  // No page in a browser, of this computer or another, has any business here.
  app.use((request, response, next) => (isOfBrowser(request) ? unknown(request, response, next) : next()));
  app.all(
    hookPath(":token", ":source"),
    (request, response, next) => {
      const source = parts.sourceOf(String(request.params.source));
      const standing = source ? parts.standing(String(request.params.token), source.name) : "unknown";
      Object.assign(response.locals, { source, standing });
      next(standing === "newest" || standing === "old" ? undefined : "route");
    },
    (request, response, next) => {
      response.locals.isOurs = true;
      parts.trust(request.socket);
      const { methods } = sourceAt(response);
      if (methods.includes(request.method)) return next();
      response.set("Allow", methods.join(", "));
      parts.onRefused("method", sizeOf(request));
      refuse(response, 405, `Only ${methods.join(" and ")} is taken here.`);
    },
    (request, response, next) => {
      // Timekit's content type is not published, so one that is missing is not held against a booking.
      const { types } = sourceAt(response);
      if (!types || !request.headers["content-type"] || request.is([...types])) return next();
      parts.onRefused("type", sizeOf(request));
      refuse(response, 415, `Only application/json is taken here.${hintFor(request, response)}`);
    },
    rawBody,
    (request, response, next) => {
      // Before the signature is checked: only what Bookbell has opened itself is answered so, and nothing is kept of it.
      const nonce = request.query[probeKey];
      const echo = typeof nonce === "string" ? parts.takeProbe(nonce) : null;
      if (echo === null) next();
      else if (echo === "") answer(response, 404, "Not found.");
      else answerProbe(response, echo + fingerprint(bodyOf(request), signatureOf(request, response)));
    },
    async (request, response) => {
      const body = bodyOf(request);
      const headers = headersOf(request);
      const outcome = await parts.intake({
        source: sourceAt(response),
        body,
        signature: signatureOf(request, response),
        headers,
        test: proofHeader in headers,
      });
      const isTaken = outcome.kind === "taken" || outcome.kind === "unreadable";
      if (isTaken && response.locals.standing === "old") parts.onOldAddress(body.byteLength);
      if (outcome.kind === "unsigned") parts.onRefused("signature", body.byteLength);
      const [status, line] = httpOf(outcome, parts, sourceAt(response));
      parts.onAnswered(status, outcome.kind, outcome.kind === "unavailable" ? outcome.cause : undefined);
      if (outcome.kind === "unavailable")
        response.set("Retry-After", `${sourceAt(response).busy.retryAfter}`);
      answer(response, status, line && status < 500 ? line + hintFor(request, response) : line);
    },
  );
  app.post(
    hookPath(":token", ":source"),
    guesses,
    (request, response, next) =>
      // However it fails, the answer is that of any unknown path.
      rawBody(request, response, (error) => (error ? notFound(request, response, next) : next())),
    (request, response, next) => {
      const { source, standing } = response.locals;
      if (source && tokenShape.test(String(request.params.token)))
        parts.onMisdirected({
          source,
          headers: headersOf(request),
          body: bodyOf(request),
          signature: signatureOf(request, response),
          standing,
        });
      notFound(request, response, next);
    },
  );
  app.use(unknown);

  const onError: ErrorRequestHandler = (error: HttpError, request, response, next) => {
    const { status = 500, type = "" } = error;
    // Errors of a body have a type; this is a path that cannot be decoded: one more unknown path.
    if (status === 400 && type === "") return unknown(request, response, next);
    const reason = bodyReasons[type];
    if (response.locals.isOurs && reason) parts.onRefused(reason, sizeOf(request));
    parts.onAnswered(status, "refused", status >= 500 ? error : undefined);
    answer(response, status, errorLines[type] ?? (status < 500 ? "Bad request." : "Internal error."));
  };
  app.use(onError);
  return app;
}

/** Browsers add these and let no page leave them out. Node's own fetch sends Sec-Fetch-Mode, too, so that says nothing. */
const isOfBrowser = ({ headers }: Request) =>
  headers.origin !== undefined || headers["sec-fetch-site"] !== undefined;

/** Whose path it is, once that was looked at. */
const sourceAt = ({ locals }: Response): Source => locals.source;

const signatureOf = (request: Request, response: Response) => {
  const { signatureHeader } = sourceAt(response);
  return signatureHeader === null ? undefined : request.get(signatureHeader);
};

/** What a Zap posts to Timekit's address can neither be signed nor, mostly, be read. */
const hintFor = (request: Request, response: Response) =>
  sourceAt(response).name === "timekit" && /^zapier/i.test(request.get("user-agent") ?? "")
    ? " A Zap needs an address of its own: copy it under Zapier in Bookbell’s settings."
    : "";

const bodyOf = ({ body }: Request): Uint8Array => (Buffer.isBuffer(body) ? body : new Uint8Array());

const isRead = ({ complete, headers }: Request) =>
  complete || (!headers["transfer-encoding"] && Number(headers["content-length"] ?? 0) === 0);

/** By its own word, which need not be true. */
function sizeOf(request: Request): number {
  const told = Number(request.get("content-length") ?? 0);
  return Number.isSafeInteger(told) && told > 0 ? told : 0;
}

function answerProbe(response: Response, text: string): void {
  response.set("Cache-Control", "no-store").type("text/plain").send(text);
}

/** Those that help to find a fault: who sent it, and as what; and the marks of what Bookbell itself has sent. */
function headersOf(request: Request): Record<string, string> {
  const wanted = ["user-agent", "content-type", proofHeader, seatHeader, relayProbeHeader].map((name) => [
    name,
    request.get(name)?.slice(0, 200),
  ]);
  return Object.fromEntries(wanted.filter(([, value]) => value));
}

/** What Express and its body reader throw. */
type HttpError = { status?: number; type?: string };

const bodyReasons: Record<string, RefusalReason> = {
  "entity.too.large": "size",
  "encoding.unsupported": "encoding",
};

const errorLines: Record<string, string> = {
  "entity.too.large": "The body is larger than 256 KiB.",
  "encoding.unsupported": "A compressed body is not taken.",
};

const notNow = "Not now; please send it again.";

function httpOf(
  outcome: Answer,
  { successCode, reasonWords }: Pick<ReceiverParts, "successCode" | "reasonWords">,
  source: Source,
): [status: number, line: string] {
  switch (outcome.kind) {
    case "taken":
      return [successCode(), ""];
    case "unreadable":
      return [source.unreadable ?? successCode(), reasonWords(outcome.reason)];
    case "unsigned":
      return [401, "The signature does not match."];
    case "unavailable":
      return [source.busy.status, notNow];
  }
}

function answer(response: Response, status: number, line: string): void {
  response.status(status);
  // A refusal holds no place. Closed while its body still comes, the sender would be reset, and not see the answer.
  if (status >= 400 && isRead(response.req)) response.set("Connection", "close");
  if (line) response.type("text/plain").send(`${line}\n`);
  else response.end();
}
