import { expect } from "@playwright/test";
import { problem } from "../../common/problems.ts";
import { openTunnel } from "./open-settings.ts";
import { askedFor, test } from "./page-test.ts";
import { reach, tunnel, typicalDay, view } from "./views.ts";

const empty = { host: "", port: 22, user: "", keyFile: "", socket: "", url: "", hostKey: "" };
const hostKey = "SHA256:uNiVztksCsDhcc0u9e8BrhZpgQIhLUUhhlYa3PnBjQY";

test("each field of a server is saved by itself, and its key file where the user chose it", async ({
  open,
}) => {
  const page = await open(view(typicalDay, tunnel("ssh")));
  await openTunnel(page);
  await page.getByLabel("Server", { exact: true }).fill(" server.example.com ");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Port", { exact: true })).toBeFocused();
  await page.keyboard.type("2222");
  await page.keyboard.press("Enter");
  await page.evaluate(() => {
    window.mock.answers.chosen = "/home/marty/.ssh/bookbell";
  });
  await page.getByRole("button", { name: "Choose…" }).click();
  await expect(page.getByText("/home/marty/.ssh/bookbell")).toBeVisible();
  await expect(page.getByLabel("Server", { exact: true })).toHaveValue("server.example.com");
  expect(await askedFor(page, "tunnel.change")).toEqual([
    { ssh: { host: "server.example.com" } },
    { ssh: { port: 2222 } },
  ]);
});

test("what is no server, user or socket is said in place", async ({ open }) => {
  const page = await open(view(typicalDay, tunnel("ssh")));
  await openTunnel(page);
  for (const [name, wrong, said] of [
    ["Server", "a server", /name or an IP address/],
    ["User", "-oProxyCommand", /as the server knows it/],
    ["Socket", "bookbell.sock", /begins with \//],
  ] as const) {
    const field = page.getByLabel(name, { exact: true });
    await field.fill(wrong);
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(said);
  }
  expect(await askedFor(page, "tunnel.change")).toEqual([]);
});

test("a port of the server that is none is said in place", async ({ open }) => {
  const page = await open(view(typicalDay, tunnel("ssh")));
  await openTunnel(page);
  const port = page.getByLabel("Port", { exact: true });
  await port.fill("70000");
  await port.press("Enter");
  await expect(port).toHaveAccessibleDescription(/from 1 to 65535/);
  expect(await askedFor(page, "tunnel.change")).toEqual([]);
});

test("a server's key is shown whole, and trusted as it was shown", async ({ open }) => {
  const waiting = reach("not-receiving", { problem: problem("ssh-host-unknown"), hostKey });
  const page = await open(view(typicalDay, { ...tunnel("ssh"), ...waiting }));
  await openTunnel(page);
  await expect(page.getByText(hostKey)).toBeVisible();
  await page.getByRole("button", { name: "Trust this key" }).click();
  await expect(page.getByRole("status")).toHaveText("Key trusted");
  await expect(page.getByRole("button", { name: "Try again" })).toBeFocused();
  expect(await askedFor(page, "tunnel.trustHostKey")).toEqual([hostKey]);
});

test("a key that changed meanwhile is not trusted, and that is said", async ({ open }) => {
  const waiting = reach("not-receiving", { problem: problem("ssh-host-changed"), hostKey });
  const refused = { name: "tunnel.trustHostKey", problem: problem("invalid-input") } as const;
  const page = await open(view(typicalDay, { ...tunnel("ssh"), ...waiting }), { refused });
  await openTunnel(page);
  await page.getByRole("button", { name: "Trust this key" }).click();
  await expect(page.getByText("That can’t be used here.")).toBeVisible();
});

test("a trusted key can be forgotten", async ({ open }) => {
  const page = await open(view(typicalDay, tunnel("ssh", { ssh: { ...empty, hostKey } })));
  await openTunnel(page);
  await page.getByRole("button", { name: "Forget" }).click();
  await expect(page.getByText("Asked for at the first connection.")).toBeVisible();
  expect(await askedFor(page, "tunnel.forgetHostKey")).toHaveLength(1);
});
