/** A Zap's headers with POST and the payload type form. */
export const formHeaders = { "content-type": "application/x-www-form-urlencoded", "user-agent": "Zapier" };

/** What Timekit posts, as such a Zap sends it: flat, and all of it text. */
export function forwarded(body: Buffer): Buffer {
  const flat = (value: unknown, path: readonly string[]): [string, string][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) => flat(part, [...path, key]))
      : [[path.join("__"), String(value)]];
  return Buffer.from(new URLSearchParams(flat(JSON.parse(body.toString()), [])).toString());
}
