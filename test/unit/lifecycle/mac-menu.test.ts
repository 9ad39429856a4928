import { expect, test } from "vitest";
import { macMenu } from "../../../main/lifecycle/mac-menu.ts";

test("the menu of macOS opens no developer tools", () => {
  expect(macMenu.map(({ role }) => role)).toEqual(["appMenu", "editMenu", "windowMenu"]);
});
