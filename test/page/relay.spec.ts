import { expect } from "@playwright/test";
import { writeInvitation } from "../../common/invitation.ts";
import { problem } from "../../common/problems.ts";
import { unknownRelay } from "../../common/relay.ts";
import { someInvitation } from "../support/invitation.ts";
import { openTimekit, openTunnel } from "./open-settings.ts";
import { askedFor, axeFindings, test } from "./page-test.ts";
import { throughRelay } from "./relay-screens.ts";
import { at, connected, reach, typicalDay, view } from "./views.ts";

test("who can read what waits there is said before an invitation is entered", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTunnel(page);
  await page.getByRole("radio", { name: /^A team relay/ }).check();
  await expect(
    page.getByText(/whoever runs it can read them\. Your signing secret and API key stay/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Enter invitation" }).click();
  const field = page.getByLabel("The invitation to your team’s relay");
  await expect(field).toHaveAttribute("type", "password");
  const invitation = writeInvitation(someInvitation);
  await field.fill(invitation.slice(0, -1));
  await expect(page.getByText(/An invitation for/)).toHaveCount(0);
  await field.fill(invitation);
  await expect(
    page.getByText(
      "An invitation for anna to Acme’s relay at relay.example.com, which keeps bookings for up to 14 days.",
    ),
  ).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => askedFor(page, "secrets.set"))
    .toEqual([{ name: "relay", secret: invitation, plain: false }]);
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect.poll(() => askedFor(page, "tunnel.change")).toEqual([{ kind: "relay" }]);
});

test("what is no invitation is said beside the field", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTunnel(page);
  await page.evaluate(
    (refused) => window.mock.refuse("secrets.set", refused),
    problem("relay-invitation-damaged"),
  );
  await page.getByRole("radio", { name: /^A team relay/ }).check();
  await page.getByRole("button", { name: "Enter invitation" }).click();
  const field = page.getByLabel("The invitation to your team’s relay");
  await field.fill("bookbell-relay:1.e30");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription(/This invitation is incomplete/);
});

test("an invitation that comes as a file is looked at, then taken, or not", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTunnel(page);
  await page.evaluate(() => {
    window.mock.answers.chosen = "/home/marty/anna.bookbell";
  });
  await page.getByRole("radio", { name: /^A team relay/ }).check();
  await page.getByRole("button", { name: "Open…" }).click();
  const use = page.getByRole("button", { name: "Use this invitation" });
  await expect(page.getByText(/^An invitation for anna to Acme’s relay/)).toBeVisible();
  await expect(use).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Open…" })).toBeFocused();
  expect(await askedFor(page, "tunnel.takeInvitation")).toEqual([]);
  await page.keyboard.press("Enter");
  await use.press("Enter");
  await expect(page.getByRole("status")).toHaveText("Invitation taken");
  expect(await askedFor(page, "tunnel.takeInvitation")).toHaveLength(1);
  await expect(page.getByRole("button", { name: "Open…" })).toBeFocused();
});

test("this computer's key is copied by keyboard, and it is said who is to have it", async ({ open }) => {
  const page = await open(view(typicalDay));
  await openTunnel(page);
  await page.getByRole("radio", { name: /^A team relay/ }).check();
  const button = page.getByRole("button", { name: "Copy this computer’s key" });
  await button.press("Enter");
  const main = page.getByRole("main");
  await expect(main.getByText(/^Copied\. Send this to whoever runs the relay: U[A-Z2-7]{55}$/)).toBeVisible();
  await expect(button).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.evaluate(
    (refused) => window.mock.refuse("tunnel.copyRelayKey", refused),
    problem("relay-key-unkept"),
  );
  await button.press("Enter");
  await expect(main.getByText(/^This system has no keyring that could keep a key/)).toBeVisible();
});

test("a relay in use names its team, for how long it keeps, and who registers", async ({ open }) => {
  const page = await open(throughRelay());
  await expect(page.getByText("Receiving through Acme’s relay")).toBeVisible();
  await openTunnel(page);
  await expect(page.getByText(/^Bookings wait up to 14 days on Acme’s server/)).toBeVisible();
  await expect(page.getByText("Webhooks are registered by whoever runs the relay.")).toBeVisible();
});

test("who does not register has nothing to register, and may take away what is left", async ({ open }) => {
  const webhooks = { graphs: ["instant"], registered: 5, wanted: 5, stale: false, problem: null } as const;
  const page = await open(throughRelay({ timekit: { ...connected, webhooks } }));
  await openTimekit(page);
  await expect(page.getByText("Webhooks are registered by whoever runs the relay.")).toBeVisible();
  await expect(page.getByText("5 webhooks of this computer’s own URL are no longer needed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Register webhooks" })).toHaveCount(0);
  await expect(page.getByText(/^Add webhooks manually/)).toHaveCount(0);
  await page.getByRole("button", { name: "Remove webhooks" }).click();
  await expect.poll(() => askedFor(page, "timekit.registerWebhooks")).toEqual([[]]);
});

test("while it is not connected it is said that bookings wait there; out of Timekit’s reach, that none come", async ({
  open,
}) => {
  const page = await open(
    throughRelay(reach("not-receiving", { since: at("14:02"), problem: problem("relay-unreachable") })),
  );
  const [footer, banner] = [
    page.getByRole("contentinfo"),
    page.getByRole("region", { name: "Needs attention" }),
  ];
  await expect(footer).toContainText("Not connected to Acme’s relay since 14:02");
  await expect(banner).toContainText("Bookings wait there.");
  await page.evaluate(
    (changes) => window.mock.change(changes),
    reach("not-receiving", { since: at("14:02"), problem: problem("relay-door-silent") }),
  );
  await expect(footer).toContainText("Acme’s relay out of reach since 14:02");
  await expect(banner).toContainText("Booking services can’t reach the relay");
});

test("catching up is counted down where the state stands", async ({ open }) => {
  const page = await open(throughRelay({ relay: { ...unknownRelay, catchingUp: 1_240 } }));
  await expect(page.getByText("Catching up: 1,240 to go")).toBeVisible();
  // Also before the whole way was tried.
  await page.evaluate(
    (changes) => window.mock.change(changes),
    throughRelay({ ...reach("unknown"), relay: { ...unknownRelay, catchingUp: 90 } }),
  );
  await expect(page.getByText("Catching up: 90 to go")).toBeVisible();
});
