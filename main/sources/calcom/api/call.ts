/** What talking to Cal.com needs of the rest of Bookbell. */
export interface ClientParts {
  /** As `baseOf` gives it; asked for anew at each try, since the user may choose another server. */
  base(): string;
  /** The API key, null when there is none. Asked for anew at each try, and kept nowhere. */
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

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/**
 * Asks Cal.com and gives the text of its answer. Asks again as long as that may help.
 * @throws WorldError
 */
export type Call = (method: Method, path: string, body?: object) => Promise<string>;
