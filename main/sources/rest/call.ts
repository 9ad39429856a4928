/** What asking a booking service needs of the rest of Bookbell. */
export interface ClientParts {
  /** Where its API answers, without a slash at the end. Asked for anew at each try: the user may choose another server. */
  base(): string;
  /** The user's key, null when there is none. Asked for anew at each try, and kept nowhere. */
  key(): Promise<string | null>;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Rejects when `signal` aborts. */
  delay(ms: number, signal: AbortSignal): Promise<unknown>;
  now(): number;
  /** The longest that one request may take; 15 seconds are good. */
  readonly deadlineMs: number;
  /** Ends everything under way; what was asked then rejects with its reason. */
  readonly signal: AbortSignal;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Asks a service and gives the text of its answer, "" when it has none. Asks again as long as that may help.
 * @throws WorldError
 */
export type Call = (method: Method, path: string, body?: object) => Promise<string>;
