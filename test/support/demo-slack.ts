import type { Page } from "@playwright/test";
import { hookPath } from "../../main/lib/tokens.ts";
import { type Bookbell, postTo } from "./bookbell.ts";
import { eventually } from "./eventually.ts";
import { exampleAt } from "./example.ts";
import { formHeaders, forwarded } from "./forwarded.ts";
import type { Slack } from "./slack.ts";

const hour = 3_600_000;

/**
 * The help article's own example: a new booking of the project "Sales Demo" is posted in Slack. It comes directly and as
 * Zapier forwards it; one of another project comes as well. Prints what Slack got.
 */
export async function sendToSlack(bookbell: Bookbell, page: Page, slack: Slack): Promise<void> {
  const destination = await page.evaluate(async (address) => {
    const { destinations } = window.bookbell;
    const about = { id: null, kind: "slack", label: "#sales", plain: true } as const;
    const saved = await destinations.save({ ...about, address });
    if (!saved.ok) throw new Error(saved.error.code);
    await destinations.saveRule({
      id: null,
      on: true,
      kinds: ["new"],
      projects: [{ id: "sales-demo", name: "Sales Demo" }],
      hosts: null,
      destination: saved.value.id,
      detail: "names",
    });
    await window.bookbell.address.renew("zapier");
    return saved.value.id;
  }, slack.webhook);
  const { addresses } = await bookbell.settings();
  const zapier = new URL(hookPath(addresses.zapier?.token ?? "", "zapier"), await bookbell.url()).href;

  const now = Date.now() + 1_000;
  const start = new Date(now - (now % hour) + 24 * hour);
  const end = new Date(Number(start) + hour / 2);
  const of = (id: string, name: string) =>
    exampleAt(now, start, end, { id: `${id}-booking`, project: { id, name } });
  const wanted = of("sales-demo", "Sales Demo");
  const answers = [
    await postTo(zapier, forwarded(wanted), formHeaders),
    await bookbell.post(wanted),
    await bookbell.post(of("other", "Onboarding")),
  ];
  console.log(
    `Posted:   by Zapier, directly, and one of another project: answered with ${answers.join(", ")}`,
  );
  // Whatever else is owed was owed before the posts were answered.
  await eventually(async () => {
    const answer = await page.evaluate((id) => window.bookbell.destinations.messages(id), destination);
    return (answer.ok && answer.value.length === 0) || null;
  });
  console.log(`Slack got: ${JSON.stringify(slack.posts[0]?.body, null, 2)}`);
  const count = slack.posts.length;
  console.log(`Messages: ${count}`);
  if (count !== 1) throw new Error(`Slack got ${count} messages instead of one.`);
}
