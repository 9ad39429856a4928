import { expect } from "@playwright/test";
import { test } from "../e2e/test.ts";
import { ordinaryUser } from "../support/ordinary-user.ts";
import { mayHaveOwnMachine, type OwnMachine, ownMachine } from "../support/own-machine.ts";
import { installed, made, metainfo } from "../support/package.ts";
import { keepsWhat010Left, leftBy010 } from "../support/released-profile.ts";
import { newer } from "../support/update-feed.ts";

/** The package's whole life, on a machine of its own, whose rpm knows of nothing else that is installed. */
test.describe.configure({ mode: "serial" });

let machine: OwnMachine;

test.beforeAll(async () => {
  test.skip(
    !(await mayHaveOwnMachine()),
    "Only root, on a Linux with overlays, makes itself such a machine.",
  );
  // As on the systems that have rpms.
  machine = await ownMachine("bash");
});

test.afterAll(() => machine?.end());

/** Debian's has its list of what is installed elsewhere, and wants to be told that it is meant. */
const rpm = (...args: readonly string[]) =>
  machine.run("rpm", "--dbpath", "/var/lib/rpm", "--force-debian", ...args);
const command = () => machine.run("readlink", "--canonicalize", "/usr/bin/bookbell");

test("what it needs is named alike by every system with rpms", async () => {
  const needs = (await rpm("-qp", "--requires", (await made()).rpm)).trim().split("\n");
  const own = needs.filter((one) => !one.startsWith("rpmlib(") && one !== "/bin/sh");
  expect(own.filter((one) => !/^lib\S+\.so(\.\d+)?\(\)\(64bit\)$/.test(one))).toEqual(["xdg-utils"]);
  expect(own).toContain("libgtk-3.so.0()(64bit)");
});

test("rpm installs it, with a command, and every file as it was packed", async () => {
  await rpm("-i", "--nodeps", (await made()).rpm);
  expect(await rpm("-V", "--nodeps", "bookbell")).toBe("");
  expect(await command()).toBe(`${installed}\n`);
  expect(await machine.run("appstreamcli", "validate", "--no-net", metainfo)).toContain("successful");
});

test("a newer one takes its place: the command stays, and so does what 0.1.0 has left", async ({
  desktop,
}) => {
  await rpm("-U", "--nodeps", (await made("newer")).rpm);
  expect(await rpm("-q", "bookbell")).toContain(newer);
  expect(await rpm("-V", "--nodeps", "bookbell")).toBe("");
  expect(await command()).toBe(`${installed}\n`);
  const user = await ordinaryUser(desktop);
  await user.has(leftBy010());
  const bookbell = user.start(["bookbell"], machine.start);
  try {
    await keepsWhat010Left(bookbell, user.profile);
    await expect.poll(user.sandbox).toBe("2");
  } finally {
    await bookbell.end();
    await user.gone();
  }
});

test("rpm removes it without a trace", async () => {
  await rpm("-e", "--nodeps", "bookbell");
  const places = ["/opt", "/usr/bin", "/usr/share", "/etc"];
  expect(await machine.run("find", ...places, "-iname", "*bookbell*")).toBe("");
});
