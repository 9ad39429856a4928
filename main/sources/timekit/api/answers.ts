import { z } from "zod";
import { WorldError } from "../../../lib/world-error.ts";
import type { Call } from "./call.ts";

/**
 * What Timekit answered, as `schema` has it.
 * @throws WorldError timekit-odd, with the names of the keys that are wrong, and none of their values
 */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): T {
  const { data, success, error } = schema.safeParse(jsonOf(text));
  if (success) return data;
  throw new WorldError("timekit-odd", error.issues[0]?.path.join(".") || "not the JSON that was expected");
}

/** Undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One page of a list. */
export interface Page {
  /** As they came: one that cannot be read must not keep the others out. */
  readonly rows: readonly unknown[];
  /** How long the whole list is; null when that is not told. */
  readonly total: number | null;
  readonly more: boolean;
}

const pageSchema = z.object({
  data: z.array(z.unknown()),
  total: z.coerce.number().nullable().catch(null),
  next_page_url: z.string().nullish(),
});

const rowsOnAPage = "100";

/** Page `page`, from 1. Only whether there is a next one is believed of its address: the key must not follow it. */
export async function readPage(
  call: Call,
  path: string,
  { page, query }: { page: number; query?: Record<string, string> },
): Promise<Page> {
  const search = new URLSearchParams({ limit: rowsOnAPage, page: String(page), ...query });
  const answer = readAnswer(await call("GET", `${path}?${search}`), pageSchema);
  return {
    rows: answer.data,
    total: answer.total,
    more: answer.data.length > 0 && Boolean(answer.next_page_url),
  };
}
