import { expect, test } from "vitest";
import { noon, someAlerts } from "../../support/alerts.ts";
import { patienceMs } from "../../support/patience.ts";

const minute = 60_000;
const soon = <T>(look: () => T) => expect.poll(look, { timeout: patienceMs });
const lessons = { project: { id: "lessons", name: "Lessons" } };
const link = { event: { where: "https://meet.google.com/abc-defg-hij" } };
const rule = {
  name: "Lessons",
  alerts: "list",
  reminders: [] as const,
  hue: null,
  fullScreen: true,
} as const;
const filling = () => someAlerts({ projects: { lessons: rule } });

/** Marty's booking begins. */
async function begins({ comes, user, alerts }: ReturnType<typeof someAlerts>, changes: object = {}) {
  await comes("b", 10, { ...lessons, ...link, ...changes });
  user.now = noon + 10 * minute;
  await alerts.tell();
}

test("a booking of the project fills the screen when it begins, and is notified, too", async () => {
  const all = filling();
  await begins(all);
  await soon(() => all.screen.shown?.[0]).toMatchObject({
    bookingId: "b",
    time: "12:10–12:40",
    who: "Marty McFly",
    subject: "Doc. Emmett Brown x Marty McFly",
    where: "Google Meet",
    join: "Join · meet.google.com",
  });
  expect(all.screen.shown?.[1]).toBe(30 * minute);
  await soon(() => all.toasts.map(({ title }) => title)).toEqual(["Starts at 12:10: Marty McFly"]);
});

test("another project's does not, nor does one while names are hidden or notifications paused", async () => {
  const other = filling();
  await begins(other, { project: { id: "other", name: "Other" } });
  for (const hush of ["presenting", "paused"] as const) {
    const all = filling();
    await all.comes("b", 10, { ...lessons, ...link });
    all.user[hush] = true;
    all.user.now = noon + 10 * minute;
    await all.alerts.tell();
    await all.alerts.close();
    expect(all.screen.shown).toBeNull();
  }
  await other.alerts.close();
  expect(other.screen.shown).toBeNull();
});

test("what is pressed there is done, as by the notification's buttons", async () => {
  const all = filling();
  await begins(all);
  await soon(() => all.screen.shown).not.toBeNull();
  const [, , act] = all.screen.shown ?? [];
  act?.("join");
  await soon(() => all.done).toContain("join b");
  act?.("snooze");
  await soon(() => all.withdrawn).toContain("bookbell-reminder-b");
  expect(all.faults).toEqual([]);
});

test("it goes with what it is of, and when others are to see the screen", async () => {
  const gone = filling();
  await begins(gone);
  await soon(() => gone.screen.shown).not.toBeNull();
  await gone.comes("b", 10, {
    ...lessons,
    state: "cancelled",
    updated_at: new Date(noon + 11 * minute).toISOString(),
  });
  await soon(() => gone.screen.shown).toBeNull();

  const hidden = filling();
  await begins(hidden);
  await soon(() => hidden.screen.shown).not.toBeNull();
  await hidden.alerts.withdrawAll();
  expect(hidden.screen.shown).toBeNull();
});
