import { z } from "zod";
import { readAnswer } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";

const pageSchema = z.object({
  collection: z.array(z.unknown()),
  pagination: z.object({ next_page_token: z.string().nullish() }).optional(),
});

const rowsOnAPage = "100";

/** How many pages are read of one list, at most: 10,000 rows. */
const mostPages = 100;

/**
 * The pages of a list, one after the other, each as it came: a row that cannot be read must not keep the others out.
 * Only the token of the next page is taken, not its address, lest the user's token follow that. A list that gives the
 * same page for ever, or more of them than anybody has, ends with null.
 */
export async function* pagesOf(
  call: Call,
  path: string,
  query: Readonly<Record<string, string>> = {},
): AsyncGenerator<readonly unknown[] | null> {
  const passed = new Set<string>();
  let at: string | null = null;
  for (let page = 1; page <= mostPages; page += 1) {
    const search = new URLSearchParams({
      ...query,
      count: rowsOnAPage,
      ...(at !== null && { page_token: at }),
    });
    const { collection, pagination } = readAnswer(
      await call("GET", `${path}?${search}`),
      pageSchema,
      "calendly-odd",
    );
    yield collection;
    at = pagination?.next_page_token || null;
    if (at === null) return;
    if (passed.has(at)) break;
    passed.add(at);
  }
  yield null;
}
