import { z } from "zod";
import { type Graph, graphNames, type Resource } from "../../../../common/timekit.ts";
import { readAnswer } from "../../rest/answers.ts";
import type { Call } from "../../rest/call.ts";
import { readPage } from "./answers.ts";

const text = z.string().catch("");

const appSchema = z.object({
  data: z.object({ slug: text, settings: z.object({ name: text }).catch({ name: "" }) }),
});

/**
 * The name of the app that the key belongs to: the cheapest question that tells whether the key is good.
 * @throws WorldError
 */
export async function checkKey(call: Call): Promise<string> {
  const { data } = readAnswer(await call("GET", "/app"), appSchema, "timekit-odd");
  return data.settings.name || data.slug;
}

/** Two keys of many: a resource can also carry its own secret token. */
const resourceSchema = z
  .object({ id: z.string().min(1), name: text, first_name: text, last_name: text })
  .transform(({ id, name, first_name, last_name }) => ({
    id,
    name: name || `${first_name} ${last_name}`.trim() || id,
  }));

const mostPages = 20;

/**
 * Whoever and whatever can be booked, at most 2,000 of them.
 * @throws WorldError
 */
export async function readResources(call: Call): Promise<readonly Resource[]> {
  const found = new Map<string, Resource>();
  for (let page = 1; page <= mostPages; page += 1) {
    const { rows, more } = await readPage(call, "/resources", { page });
    for (const row of rows) {
      const { success, data } = resourceSchema.safeParse(row);
      if (success) found.set(data.id, data);
    }
    if (!more) break;
  }
  return [...found.values()];
}

const bookedBy = z.object({ graph: text }).catch({ graph: "" });
/** Where a project has its graph is not documented: beside its name, or with the rest of how it is booked. */
const projectSchema = z
  .object({ graph: text, booking: bookedBy })
  .transform(({ graph, booking }) => graph || booking.graph);

/**
 * The graphs that the projects of the account are booked by; none = it has no projects, or does not tell.
 * @throws WorldError
 */
export async function readGraphs(call: Call): Promise<readonly Graph[]> {
  const found = new Set<string>();
  for (let page = 1; page <= mostPages; page += 1) {
    const { rows, more } = await readPage(call, "/projects", { page });
    for (const row of rows) found.add(projectSchema.safeParse(row).data ?? "");
    if (!more) break;
  }
  // A class has a graph of its own, and its seats have others.
  const classes = [...found].some((graph) => graph.startsWith("group_"));
  return graphNames.filter((graph) => found.has(graph) || (classes && graph.startsWith("group_")));
}
