const second = 1_000;

/** How long an answer's Retry-After asks to be left alone: seconds, or a date; null where it says neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * second;
  // Date.parse takes "5.5" and "1 hour" for dates of their own: one of HTTP begins with its weekday.
  const at = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
