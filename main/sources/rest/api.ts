import type { ProblemCode } from "../../../common/problems.ts";

/** What is a service's own in asking it. */
export interface Api {
  /** Beside the common ones: the key, and which version of the API is asked. */
  headers(key: string): Readonly<Record<string, string>>;
  /** How far apart two requests begin, at least, milliseconds. */
  readonly apartMs: number;
  /** How long its answer asks to wait, milliseconds; 0 where it does not. */
  waitOf(status: number, headers: Headers, now: number): number;
  /** What a status that is no success means; 0 = no answer came, 401 = there is no key either. */
  problemOf(status: number): ProblemCode;
  /** Its answer is none that Bookbell knows. */
  readonly odd: ProblemCode;
}

/** How long "retry-after" asks to wait, milliseconds: it holds seconds or a date. */
export function retryAfterOf(value: string | null, now: number): number {
  if (value === null) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? 0 : ms;
}
