import { expect, test, vi } from "vitest";
import { createSecretsHandlers } from "../../../main/ipc/secrets-handlers.ts";
import { WorldError } from "../../../main/lib/world-error.ts";
import { someSecrets } from "../../support/secrets.ts";

function start() {
  const { secrets } = someSecrets({ protects: true });
  const parts = {
    secrets,
    model: { update: vi.fn() },
    connection: { check: vi.fn(async () => {}), off: vi.fn() },
    catchUp: vi.fn(async () => {}),
    onTunnelSecret: vi.fn(),
    onSigningSecret: vi.fn(async () => {}),
  };
  return { ...parts, handlers: createSecretsHandlers(parts) };
}
const set = (name: "timekit" | "signing" | "ngrok", secret: string | null) => ({
  name,
  secret,
  plain: false,
});

test("Timekit's key is kept and tried, and what was missed is asked for", async () => {
  const { handlers, secrets, model, connection, catchUp } = start();
  expect(await handlers.set(set("timekit", "live_key"))).toBeNull();
  expect(await secrets.timekit.get()).toBe("live_key");
  expect(connection.check).toHaveBeenCalledOnce();
  expect(catchUp).toHaveBeenCalledOnce();
  expect(model.update).toHaveBeenCalledExactlyOnceWith({
    secrets: expect.objectContaining({ timekit: { state: "on", kept: "encrypted" } }),
  });
});

test("a key that Timekit refuses is not kept", async () => {
  const { handlers, secrets, model, connection, catchUp } = start();
  connection.check.mockRejectedValueOnce(new WorldError("timekit-key-refused"));
  await expect(handlers.set(set("timekit", "wrong"))).rejects.toMatchObject({ code: "timekit-key-refused" });
  expect(await secrets.timekit.get()).toBeNull();
  expect(connection.off).toHaveBeenCalledOnce();
  expect(catchUp).not.toHaveBeenCalled();
  expect(model.update).toHaveBeenLastCalledWith({
    secrets: expect.objectContaining({ timekit: { state: "off" } }),
  });
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
  await handlers.set(set("timekit", null));
  expect(await secrets.timekit.get()).toBeNull();
  expect(connection.off).toHaveBeenCalledOnce();
  expect(connection.check).toHaveBeenCalledOnce();
});

test("a tunnel begins anew with its secret, kept as the user agreed", async () => {
  const { handlers, secrets, onTunnelSecret, onSigningSecret } = start();
  await handlers.set({ name: "ngrok", secret: "token", plain: false });
  expect(secrets.ngrok.view()).toEqual({ state: "on", kept: "encrypted" });
  await handlers.set(set("ngrok", null));
  expect(secrets.ngrok.view()).toEqual({ state: "off" });
  expect(onTunnelSecret).toHaveBeenCalledTimes(2);
  expect(onSigningSecret).not.toHaveBeenCalled();
});

test("of signing secrets those before the newest count no more when they are removed", async () => {
  const { handlers, secrets, onSigningSecret, onTunnelSecret } = start();
  await handlers.set(set("signing", "first"));
  await handlers.set(set("signing", "second"));
  expect(await secrets.signing.all()).toMatchObject({ secrets: ["second", "first"] });
  expect(onSigningSecret).toHaveBeenCalledTimes(2);
  expect(onTunnelSecret).not.toHaveBeenCalled();
  expect(handlers.removeEarlier()).toBeNull();
  expect(await secrets.signing.all()).toMatchObject({ secrets: ["second"] });
});
