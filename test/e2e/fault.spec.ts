import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { test } from "./test.ts";

test("a bug ends Bookbell in order, and is in the log before the box that says so is open", async ({
  start,
  desktop,
}) => {
  const { app } = await start();
  const shown = path.join(desktop.dir, "shown");
  const ended = new Promise<number | null>((resolve) => app.process().once("exit", resolve));
  await app.evaluate(({ app, dialog }, shown) => {
    const { copyFileSync } = process.getBuiltinModule("node:fs");
    dialog.showErrorBox = () => copyFileSync(`${app.getPath("logs")}/main.log`, shown);
    setImmediate(() => {
      throw new Error("A bug of the test's");
    });
  }, shown);
  expect(await ended).toBe(1);
  expect(await readFile(shown, "utf8")).toMatch(/Fault .*A bug of the test's/);
});
