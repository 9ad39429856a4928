import { expect, type Page } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import type { ProofView } from "../../common/tunnel.ts";
import { openProof } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { typicalDay, view } from "./views.ts";

const show = (page: Page, proof: ProofView) => page.evaluate((proof) => window.mock.change({ proof }), proof);
const proof = (reached: ProofView["reached"], more: Partial<ProofView> = {}): ProofView => ({
  mark: "first",
  reached,
  failed: null,
  ...more,
});
const kept = { tunnel: 210.4, receiver: 240, store: 247 };

test("each step is ticked off as it is reached, and the end says how long it took", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openProof(page);
  const steps = page.getByRole("list", { name: "Steps" }).getByRole("listitem");
  await expect.poll(() => askedFor(page, "proof.run")).toHaveLength(1);
  await show(page, proof({}));
  await expect(steps.first()).toHaveText("Through the tunnel, under way");
  const running = page.getByRole("button", { name: "On its way…" });
  await expect(running).toHaveAttribute("aria-disabled", "true");
  await running.press("Enter");
  await show(page, proof(kept));
  await expect(steps).toHaveText([
    "Through the tunnel, done210 ms",
    "Received on this computer, done240 ms",
    "Saved, done247 ms",
    "Notification shown, under way",
    "Shown in Bookbell, waiting",
  ]);
  await show(page, proof({ ...kept, notification: 268, window: 301 }));
  const works = "It works: the test booking was on your screen in 0.3 s.";
  await expect(page.getByRole("region", { name: "Test booking" })).toContainText(works);
  await expect(page.getByRole("status")).toHaveText(works);
  await expect(page.getByRole("button", { name: "Send again" })).toBeFocused();
  expect(await askedFor(page, "proof.run")).toHaveLength(1);
});

test("where it stops, the step says why and what to do", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openProof(page);
  await show(page, proof({}));
  await show(page, proof({}, { failed: { step: "tunnel", problem: problem("front-door-silent") } }));
  const said = "New bookings can’t reach you. The tunnel isn’t responding; retrying.";
  await expect(page.getByRole("list", { name: "Steps" }).getByRole("listitem").first()).toContainText(said);
  await expect(page.getByRole("list", { name: "Steps" }).getByRole("listitem").nth(1)).toHaveText(
    "Received on this computer, waiting",
  );
  await expect(page.getByRole("status")).toHaveText(said);
});

test("a proof that cannot begin says why", async ({ open }) => {
  const refused = { name: "proof.run", problem: problem("tunnel-unfinished") } as const;
  const page = await open(view(typicalDay), { refused });
  await openProof(page);
  await expect(page.getByText("The tunnel isn’t set up yet.")).toBeVisible();
});

test("the test is put away, and its lines stay", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openProof(page);
  await page.getByRole("button", { name: "Close the test" }).click();
  await expect(page.getByRole("region", { name: "Test booking" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
});

test("main is told once that a proof was painted, whatever screen is open", async ({ open }) => {
  const page = await open(view(typicalDay));
  await show(page, proof(kept));
  await show(page, proof({ ...kept, notification: 268 }));
  await expect.poll(() => askedFor(page, "proof.seen")).toEqual(["first"]);
  await show(page, proof({ ...kept, notification: 268, window: 301 }));
  await show(page, proof({ ...kept, notification: 262 }, { mark: "second" }));
  await expect.poll(() => askedFor(page, "proof.seen")).toEqual(["first", "second"]);
});
