import { z } from "zod";
import { readAnswer } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";

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
  const answer = readAnswer(await call("GET", `${path}?${search}`), pageSchema, "timekit-odd");
  return {
    rows: answer.data,
    total: answer.total,
    more: answer.data.length > 0 && Boolean(answer.next_page_url),
  };
}
