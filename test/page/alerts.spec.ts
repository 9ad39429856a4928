import { expect } from "@playwright/test";
import { changeOf } from "./activity.ts";
import { openNotifications, openProjects } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { booking, item, person, typicalDay, view } from "./views.ts";

test("each kind of change notifies with or without a sound, is listed only or off, as chosen", async ({
  open,
}) => {
  const page = await open(view(typicalDay));
  await openNotifications(page);
  const kind = (name: string) => page.getByRole("group", { name, exact: true });
  await expect(kind("Moved").getByRole("radio", { name: "Notify" })).toBeChecked();
  await expect(kind("Details changed").getByRole("radio", { name: "List only" })).toBeChecked();
  await kind("Moved").getByRole("radio", { name: "Off" }).click();
  await expect(kind("Moved").getByRole("radio", { name: "Off" })).toBeChecked();
  const [asked] = await askedFor(page, "settings.change");
  expect(asked).toMatchObject({ alerts: { moved: "ignore", new: "notify", details: "list" } });
  await kind("New booking").getByRole("radio", { name: "No sound" }).click();
  await expect(kind("New booking").getByRole("radio", { name: "No sound" })).toBeChecked();
  expect((await askedFor(page, "settings.change"))[1]).toMatchObject({ alerts: { new: "no-sound" } });
});

test("a desktop that may show a notification twice is said to be one", async ({ open }) => {
  const page = await open(view(typicalDay, { mayShowTwice: true }));
  await openNotifications(page);
  await expect(page.getByText("it may come once more after the next start")).toBeVisible();
});

test("a project may be told otherwise, and have reminders of its own", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openProjects(page);
  const project = page.getByRole("region", { name: "Guitar lessons" });
  await project.getByRole("radio", { name: "List only" }).click();
  await project.getByRole("radio", { name: "30 min" }).click();
  await expect(project.getByRole("radio", { name: "30 min" })).toBeChecked();
  expect((await askedFor(page, "settings.change")).at(-1)).toEqual({
    projects: {
      lessons: { name: "Guitar lessons", alerts: "list", reminders: [30], hue: null, fullScreen: false },
    },
  });
});

test("a project has the colour that is chosen for it, in the list, too", async ({ open }) => {
  const project = { id: "lessons", name: "Guitar lessons" };
  const day = [item(booking("a", "15:00", "16:00", { customer: person("Marty McFly"), project }))];
  const page = await open(view(day));
  await openProjects(page);
  const colour = page.getByRole("group", { name: "Colour" });
  await colour.getByRole("radio", { name: "Violet" }).check();
  expect((await askedFor(page, "settings.change")).at(-1)).toEqual({
    projects: {
      lessons: { name: "Guitar lessons", alerts: null, reminders: null, hue: "violet", fullScreen: false },
    },
  });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.locator(".row .circle")).toHaveClass(/hue-violet/);
});

test("what changed of a booking stands in the activity", async ({ open }) => {
  const [first] = typicalDay;
  if (!first) throw new Error("the day is empty");
  const change = { kind: "details", from: null, to: null, details: ["place", "comment"] } as const;
  const page = await open(view(typicalDay), { activity: [changeOf(1, first.booking, { change })] });
  await page.getByRole("button", { name: /^Activity/ }).click();
  await expect(page.getByText("location and comment changed")).toBeVisible();
});
