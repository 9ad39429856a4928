import { expect, test, vi } from "vitest";
import { createServicesHandlers } from "../../../main/ipc/services-handlers.ts";
import { WorldError } from "../../../main/lib/world-error.ts";
import { someSettings } from "../../support/settings.ts";

function start() {
  const settings = someSettings({});
  const service = () => ({
    connection: {
      register: vi.fn(async () => {}),
      unregister: vi.fn(async () => {}),
      leave: vi.fn(async () => {}),
    },
    sync: vi.fn(async () => {}),
  });
  const services = { calcom: service(), calendly: service() };
  const openAddress = vi.fn(async () => {});
  const handlers = createServicesHandlers({ services, settings, openAddress });
  return { settings, services, openAddress, handlers, base: () => settings.get("calcom").base };
}

test("a webhook is registered at an address that is made first, and what was missed is asked for", async () => {
  const { handlers, services, openAddress } = start();
  const { register } = services.calendly.connection;
  register.mockImplementationOnce(async () => expect(openAddress).toHaveBeenCalledWith("calendly"));
  await handlers.register("calendly");
  expect(register).toHaveBeenCalledOnce();
  expect(services.calendly.sync).toHaveBeenCalledOnce();
  expect(services.calcom.sync).not.toHaveBeenCalled();
});

test("another server of Cal.com's is asked anew, once the one before has been left", async () => {
  const { handlers, services, base } = start();
  const { leave } = services.calcom.connection;
  leave.mockImplementationOnce(async () => expect(base()).toBe(""));
  await handlers.setCalcomBase(" cal.example.com ");
  expect(base()).toBe("cal.example.com");
  expect(leave).toHaveBeenCalledOnce();
  expect(services.calcom.sync).toHaveBeenCalledOnce();
});

test("the same server in other words is the same", async () => {
  const { handlers, services, base } = start();
  await handlers.setCalcomBase("https://api.cal.com/v2/");
  expect(base()).toBe("https://api.cal.com/v2/");
  expect(services.calcom.connection.leave).not.toHaveBeenCalled();
  expect(services.calcom.sync).not.toHaveBeenCalled();
});

test("what is no server changes nothing", async () => {
  const { handlers, services, base } = start();
  for (const wrong of ["http://api.example.com", "not a server"])
    await expect(handlers.setCalcomBase(wrong)).rejects.toMatchObject({ code: "calcom-not-a-server" });
  expect(base()).toBe("");
  expect(services.calcom.connection.leave).not.toHaveBeenCalled();
});

test("what stays behind at the server before is said, and the new one counts", async () => {
  const { handlers, services, base } = start();
  services.calcom.connection.leave.mockRejectedValueOnce(new WorldError("calcom-webhook-left"));
  await expect(handlers.setCalcomBase("cal.example.com")).rejects.toMatchObject({
    code: "calcom-webhook-left",
  });
  expect(base()).toBe("cal.example.com");
  expect(services.calcom.sync).toHaveBeenCalledOnce();
});
