import { expect, test, vi } from "vitest";
import { writeInvitation } from "../../../common/invitation.ts";
import { createSecretsHandlers } from "../../../main/ipc/secrets-handlers.ts";
import { WorldError } from "../../../main/lib/world-error.ts";
import { relayKey } from "../../../main/settings/relay-key.ts";
import { keyedInvitation, someInvitation } from "../../support/invitation.ts";
import { someSecrets } from "../../support/secrets.ts";

function start() {
  const { secrets } = someSecrets({ protects: true });
  const told: string[] = [];
  secrets.onChange((name) => told.push(`${name} ${secrets[name].view().state}`));
  const connection = { check: vi.fn(async () => {}), off: vi.fn(), leave: vi.fn(async () => {}) };
  const catchUp = vi.fn(async () => {});
  const services = { timekit: { ...connection, catchUp, refused: "timekit-key-refused" } } as const;
  return { secrets, connection, catchUp, told, handlers: createSecretsHandlers({ secrets, services }) };
}
const set = (name: "timekit" | "signing" | "ngrok" | "relay", secret: string | null) => ({
  name,
  secret,
  plain: false,
});

test("Timekit's key is kept and tried, and what was missed is asked for", async () => {
  const { handlers, secrets, told, connection, catchUp } = start();
  expect(await handlers.set(set("timekit", "live_key"))).toBeNull();
  expect(await secrets.timekit.get()).toBe("live_key");
  expect(connection.check).toHaveBeenCalledOnce();
  expect(catchUp).toHaveBeenCalledOnce();
  expect(secrets.timekit.view()).toEqual({ state: "on", kept: "encrypted" });
  expect(told).toEqual(["timekit on"]);
});

test("a key that Timekit refuses is not kept", async () => {
  const { handlers, secrets, told, connection, catchUp } = start();
  connection.check.mockRejectedValueOnce(new WorldError("timekit-key-refused"));
  await expect(handlers.set(set("timekit", "wrong"))).rejects.toMatchObject({ code: "timekit-key-refused" });
  expect(await secrets.timekit.get()).toBeNull();
  expect(connection.off).toHaveBeenCalledOnce();
  expect(catchUp).not.toHaveBeenCalled();
  expect(told).toEqual(["timekit on", "timekit off"]);
});

test("a new key that is refused leaves the one that was there", async () => {
  const { handlers, secrets, connection } = start();
  await handlers.set(set("timekit", "live_key"));
  connection.check.mockRejectedValueOnce(new WorldError("timekit-key-refused"));
  const tried = handlers.set(set("timekit", "mistyped"));
  await expect(tried).rejects.toMatchObject({ code: "timekit-key-refused" });
  expect(await secrets.timekit.get()).toBe("live_key");
  expect(connection.check).toHaveBeenCalledTimes(3);
  expect(connection.off).not.toHaveBeenCalled();
});

test("a key that could not be tried may be right, and stays", async () => {
  const { handlers, secrets, connection } = start();
  connection.check.mockRejectedValueOnce(new WorldError("timekit-busy"));
  await expect(handlers.set(set("timekit", "live_key"))).rejects.toMatchObject({ code: "timekit-busy" });
  expect(await secrets.timekit.get()).toBe("live_key");
  expect(connection.off).not.toHaveBeenCalled();
});

test("without its key Timekit is asked nothing more", async () => {
  const { handlers, secrets, connection } = start();
  await handlers.set(set("timekit", "live_key"));
  // While the service is left there still is the key to ask it with.
  connection.leave.mockImplementationOnce(async () => expect(await secrets.timekit.get()).toBe("live_key"));
  await handlers.set(set("timekit", null));
  expect(await secrets.timekit.get()).toBeNull();
  expect(connection.leave).toHaveBeenCalledOnce();
  expect(connection.check).toHaveBeenCalledOnce();
});

test("what stays behind at the service is said, and the key goes all the same", async () => {
  const { handlers, secrets, connection } = start();
  await handlers.set(set("timekit", "live_key"));
  connection.leave.mockRejectedValueOnce(new WorldError("calcom-webhook-left"));
  await expect(handlers.set(set("timekit", null))).rejects.toMatchObject({ code: "calcom-webhook-left" });
  expect(await secrets.timekit.get()).toBeNull();
});

test("a tunnel's secret is kept, and each change of it told", async () => {
  const { handlers, secrets, told } = start();
  await handlers.set({ name: "ngrok", secret: "token", plain: false });
  expect(secrets.ngrok.view()).toEqual({ state: "on", kept: "encrypted" });
  await handlers.set(set("ngrok", null));
  expect(secrets.ngrok.view()).toEqual({ state: "off" });
  expect(told).toEqual(["ngrok on", "ngrok off"]);
});

test("of signing secrets those before the newest count no more when they are removed", async () => {
  const { handlers, secrets, told } = start();
  await handlers.set(set("signing", "first"));
  await handlers.set(set("signing", "second"));
  expect(await secrets.signing.all()).toMatchObject({ secrets: ["second", "first"] });
  expect(told).toEqual(["signing on", "signing on"]);
  expect(handlers.removeEarlier()).toBeNull();
  expect(await secrets.signing.all()).toMatchObject({ secrets: ["second"] });
});

test("an invitation is kept if it is one, and leaves the one before if it is none", async () => {
  const { handlers, secrets } = start();
  const whole = writeInvitation(someInvitation);
  expect(await handlers.set(set("relay", whole))).toBeNull();
  const tried = handlers.set(set("relay", whole.slice(0, -9)));
  await expect(tried).rejects.toMatchObject({ code: "relay-invitation-damaged" });
  expect(await secrets.relay.get()).toBe(whole);
});

test("an invitation for a key is kept only by the computer that has it", async () => {
  const { handlers, secrets } = start();
  const keyed = (key: string) => set("relay", writeInvitation(keyedInvitation(key)));
  const refused = { code: "relay-invitation-other-key" };
  const other = await relayKey(start().secrets.relayKey);
  await expect(handlers.set(keyed(other))).rejects.toMatchObject(refused);
  const own = await relayKey(secrets.relayKey);
  expect(own).toMatch(/^U[A-Z2-7]{55}$/);
  await expect(handlers.set(keyed(other))).rejects.toMatchObject(refused);
  expect(await handlers.set(keyed(own))).toBeNull();
  // It is made once.
  expect(await relayKey(secrets.relayKey)).toBe(own);
});

test("without a keyring no key is made, and one that cannot be read is not made anew", async () => {
  const bare = someSecrets({ protects: false }).secrets.relayKey;
  await expect(relayKey(bare)).rejects.toMatchObject({ code: "relay-key-unkept" });
  expect(bare.view()).toEqual({ state: "off" });
  const { secrets, vault, settings } = someSecrets({ protects: true });
  await relayKey(secrets.relayKey);
  const later = someSecrets({ protects: true, secrets: settings().secrets });
  later.vault.open = false;
  await expect(relayKey(later.secrets.relayKey)).rejects.toThrow();
  expect(later.settings().secrets).toEqual(settings().secrets);
  expect(vault.asked).toBe(0);
});
