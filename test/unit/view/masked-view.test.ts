import { expect, test } from "vitest";
import { presented } from "../../../main/view/masked-view.ts";
import { view } from "../../page/views.ts";

const on = { state: "on", caughtUpAt: null, problem: null, unread: 0 } as const;
const shown = view([], {
  presenting: true,
  calcom: { ...on, name: "Nora Lindqvist", webhook: { state: "right", problem: null } },
  calendly: { ...on, name: "Nora Lindqvist", webhook: { state: "active", renewedAt: null, problem: null } },
});

test("whose account a service is asked with is taken off the page that showed it before", () => {
  const told = presented({ presenting: true }, shown);
  expect(told).toMatchObject({ calcom: { state: "on", name: "" }, calendly: { state: "on", name: "" } });
  expect(presented({ presenting: false }, { ...shown, presenting: false })).toMatchObject({
    calcom: { name: "Nora Lindqvist" },
    calendly: { name: "Nora Lindqvist" },
  });
});
