import { isNestedDeeper } from "../../../common/nesting.ts";
import type { UnreadableReason } from "../../../common/reasons.ts";
import { mostLevels } from "../timekit/read.ts";
import { type Branch, branchOf, lettersOf, listOf } from "./keys.ts";
import { isOwnKey, namedIn } from "./paths.ts";
import { textOf } from "./values.ts";

type Unwrapped =
  | { readonly ok: true; readonly booking: Branch }
  | { readonly ok: false; readonly fault: UnreadableReason };

/** How far in a booking may lie: Catch Raw Hook, a child key and a wrapper of the user's own in one another. */
const mostWrappers = 3;

/** The one booking in a body, whatever its Content-Type says: that header is typed by hand as often as not. */
export function unwrap(body: Uint8Array): Unwrapped {
  const decoded = decode(body);
  if ("code" in decoded) return { ok: false, fault: decoded };
  const { value } = decoded;
  if (isNestedDeeper(value, mostLevels))
    return { ok: false, fault: { code: "zap-too-deep", levels: mostLevels } };
  const found = find(value);
  return "code" in found ? { ok: false, fault: found } : { ok: true, booking: found.booking };
}

/** By its first character. A text that holds JSON is read again, as the JSON of a JSON text twice. */
function decode(body: Uint8Array): { readonly value: unknown } | UnreadableReason {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body).trim();
  } catch {
    return { code: "zap-not-utf8" };
  }
  if (text.startsWith("<")) return { code: "zap-xml" };
  if (!/^[{["]/.test(text))
    return text.includes("=") ? { value: formOf(text) } : { code: "zap-neither-json-nor-form" };
  try {
    let value: unknown = JSON.parse(text);
    for (let again = 0; again < 2 && typeof value === "string"; again++) value = JSON.parse(value);
    return { value };
  } catch {
    return { code: "zap-broken-json" };
  }
}

/** A key that comes again is a list of one property's values. */
function formOf(text: string): Branch {
  const values = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(text)) {
    const before = values.get(key);
    if (before) before.push(value);
    else values.set(key, [value]);
  }
  return Object.fromEntries([...values].map(([key, all]) => [key, all.length === 1 ? all[0] : all]));
}

/** The outermost that has an id and a state. Two of them side by side are two bookings, unless they are the same. */
function find(root: unknown): { readonly booking: Branch } | UnreadableReason {
  let level: unknown[] = [root];
  let nearest = branchOf(root) ?? {};
  for (let depth = 0; depth <= mostWrappers; depth++) {
    if (level.some((value) => isSeveral(value, depth === 0))) return { code: "zap-several-bookings" };
    const branches = level.map(branchOf).filter((branch) => branch !== null);
    if (branches.some(isOwnMessage)) return { code: "zap-own-message" };
    const bookings = branches.filter(hasBoth);
    const [booking] = bookings;
    if (booking) {
      const ids = new Set(bookings.map((one) => textOf(namedIn(one).id)));
      return ids.size > 1 ? { code: "zap-several-bookings" } : { booking };
    }
    if (!hasEither(nearest)) nearest = branches.find(hasEither) ?? nearest;
    level = branches.flatMap(wrapped);
  }
  return { booking: nearest };
}

const hasBoth = (branch: Branch): boolean => {
  const { id, state } = namedIn(branch);
  return id !== undefined && state !== undefined;
};

const hasEither = (branch: Branch): boolean => {
  const { id, state } = namedIn(branch);
  return id !== undefined || state !== undefined;
};

/** What Timekit has in a booking is no wrapper of one: a seat's class has an id and a state as well. */
const wrapped = (branch: Branch): unknown[] =>
  Object.entries(branch)
    .filter(([key]) => !isOwnKey(key))
    .map(([, value]) => value);

function isSeveral(value: unknown, isRoot: boolean): boolean {
  const list = listOf(value);
  if (!list || list.length < 2) return false;
  return isRoot || list.some((item) => hasBoth(branchOf(item) ?? {}));
}

/** What Bookbell posts to a URL of the user's choice. */
function isOwnMessage(branch: Branch): boolean {
  const entries = Object.entries(branch).map(([key, value]) => [lettersOf(key), value] as const);
  const type = entries.find(([key]) => key === "type")?.[1];
  return (
    typeof type === "string" &&
    type.startsWith("booking.") &&
    entries.some(([key]) => key === "timestamp") &&
    entries.some(([key]) => key.startsWith("data"))
  );
}
