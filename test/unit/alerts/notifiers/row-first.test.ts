import { expect, test } from "vitest";
import type { Toast } from "../../../../main/alerts/notifiers/notifier.ts";
import { rowFirst } from "../../../../main/alerts/notifiers/row-first.ts";
import { aNotifier } from "../../../support/alerts.ts";
import { aBooking } from "../../../support/bookings.ts";

const toast: Toast = {
  title: "",
  body: "",
  tag: "a booking",
  portrait: null,
  row: aBooking(),
  silent: false,
  actions: [],
  onClick() {},
  onAction() {},
};

test("what is seen in its row is not notified, and an older notification of it goes", async () => {
  const system = aNotifier();
  expect(await rowFirst(async () => true, system.notifier).show(toast)).toBe("shown");
  expect(system).toMatchObject({ toasts: [], withdrawn: ["a booking"] });
});

test("what is not seen there, or has no row, is", async () => {
  const system = aNotifier();
  await rowFirst(async () => false, system.notifier).show(toast);
  await rowFirst(async () => true, system.notifier).show({ ...toast, row: null });
  expect(system.toasts).toHaveLength(2);
  expect(system.withdrawn).toEqual([]);
});
