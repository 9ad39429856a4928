import { z } from "zod";
import { WorldError } from "../../../lib/world-error.ts";
import type { Call } from "../../timekit/api/call.ts";

/**
 * What Calendly answered, as `schema` has it.
 * @throws WorldError calendly-odd, with the names of the keys that are wrong, and none of their values
 */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): T {
  const { data, success, error } = schema.safeParse(jsonOf(text));
  if (success) return data;
  throw new WorldError("calendly-odd", error.issues[0]?.path.join(".") || "not the JSON that was expected");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

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
    const { collection, pagination } = readAnswer(await call("GET", `${path}?${search}`), pageSchema);
    yield collection;
    at = pagination?.next_page_token || null;
    if (at === null) return;
    if (passed.has(at)) break;
    passed.add(at);
  }
  yield null;
}
