import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { rateLimit } from "express-rate-limit";
import { proofHeader } from "../tunnel/proof.ts";
import { sameSecret } from "./authenticate.ts";
import { fewAtATime } from "./few-at-a-time.ts";
import { type IntakeParts, type Outcome, receive } from "./intake.ts";
import { fingerprint, probeKey } from "./probes.ts";

/** What the receiver needs of the rest of Bookbell. */
export interface ReceiverParts extends IntakeParts {
  token(): string;
  /** What Timekit is set to expect. */
  successCode(): number;
  /** The answer to a probe of that name; empty when it is open no more; null when it is none of ours. */
  takeProbe(nonce: string): string | null;
  /** For the log: never a body, a path or a header. */
  onAnswered(status: number, outcome: Outcome["kind"] | "refused", cause?: unknown): void;
}

/** Where Timekit puts its signature. */
export const signatureHeader = "x-timekit-signature";

/** The path that takes deliveries; whoever knows the token may post to it. */
export const hookPath = (token: string) => `/hooks/timekit/${token}`;
const largestBody = 256 * 1024;
const retryAfterSeconds = "5";

/** HTTP in front of the intake; it knows nothing of Timekit but its path and header. */
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
    handler: (_request, response) => answer(response, 429, "Too many requests."),
  });
  // Not inflated: the signature is over the bytes as sent, and a small body must stay small.
  const rawBody = express.raw({ type: () => true, limit: largestBody, inflate: false });
  const notFound: RequestHandler = (_request, response) => refuse(response, 404, "Not found.");

  function refuse(response: Response, status: number, line: string) {
    parts.onAnswered(status, "refused");
    answer(response, status, line);
  }

  app.use(fewAtATime(2));
  app.all(
    hookPath(":token"),
    (request, _response, next) =>
      next(sameSecret(String(request.params.token), parts.token()) ? undefined : "route"),
    (request, response, next) => {
      if (request.method === "POST") return next();
      response.set("Allow", "POST");
      refuse(response, 405, "Only POST is taken here.");
    },
    (request, response, next) => {
      // Timekit's content type is not published, so one that is missing is not held against a booking.
      if (!request.headers["content-type"] || request.is(["json", "+json"])) return next();
      refuse(response, 415, "Only application/json is taken here.");
    },
    rawBody,
    (request, response, next) => {
      // Before the signature is checked: only what Bookbell has opened itself is answered so, and nothing is kept of it.
      const nonce = request.query[probeKey];
      const echo = typeof nonce === "string" ? parts.takeProbe(nonce) : null;
      if (echo === null) next();
      else if (echo === "") answer(response, 404, "Not found.");
      else answerProbe(response, echo + fingerprint(bodyOf(request), request.get(signatureHeader)));
    },
    async (request, response) => {
      const body = bodyOf(request);
      const outcome = await receive(
        { body, signature: request.get(signatureHeader), headers: headersOf(request) },
        parts,
      );
      const [status, line] = httpOf(outcome, parts.successCode());
      parts.onAnswered(status, outcome.kind, outcome.kind === "unavailable" ? outcome.cause : undefined);
      if (status === 503) response.set("Retry-After", retryAfterSeconds);
      answer(response, status, line);
    },
  );
  app.use(guesses, notFound);

  const onError: ErrorRequestHandler = (error: HttpError, request, response, next) => {
    const { status = 500, type = "" } = error;
    // Errors of a body have a type; this is a path that cannot be decoded: one more unknown path.
    if (status === 400 && type === "") return notFound(request, response, next);
    parts.onAnswered(status, "refused", status >= 500 ? error : undefined);
    answer(response, status, errorLines[type] ?? (status < 500 ? "Bad request." : "Internal error."));
  };
  app.use(onError);
  return app;
}

const bodyOf = ({ body }: Request): Uint8Array => (Buffer.isBuffer(body) ? body : new Uint8Array());

function answerProbe(response: Response, text: string): void {
  response.set("Cache-Control", "no-store").type("text/plain").send(text);
}

/** Those that help to find a fault: who sent it, and as what; and the mark of a test booking. */
function headersOf(request: Request): Record<string, string> {
  const wanted = ["user-agent", "content-type", proofHeader].map((name) => [
    name,
    request.get(name)?.slice(0, 200),
  ]);
  return Object.fromEntries(wanted.filter(([, value]) => value));
}

/** What Express and its body reader throw. */
type HttpError = { status?: number; type?: string };

const errorLines: Record<string, string> = {
  "entity.too.large": "The body is larger than 256 KiB.",
  "encoding.unsupported": "A compressed body is not taken.",
};

function httpOf(outcome: Outcome, successCode: number): [status: number, line: string] {
  switch (outcome.kind) {
    case "taken":
      return [successCode, ""];
    case "unreadable":
      return [400, outcome.reason];
    case "unsigned":
      return [401, "The signature does not match."];
    case "unavailable":
      return [503, "Not now; please send it again."];
  }
}

function answer(response: Response, status: number, line: string): void {
  response.status(status);
  if (line) response.type("text/plain").send(`${line}\n`);
  else response.end();
}
