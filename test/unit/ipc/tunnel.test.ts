import { expect, test, vi } from "vitest";
import { aboutInvitation } from "../../../common/invitation.ts";
import { createTunnelHandlers } from "../../../main/ipc/tunnel-handlers.ts";
import { someInvitation } from "../../support/invitation.ts";
import { someSettings } from "../../support/settings.ts";

function start() {
  const settings = someSettings();
  const parts = {
    settings,
    readAddresses: vi.fn(),
    tunnels: {
      hostKey: () => "SHA256:shown",
      retry: vi.fn(),
      download: vi.fn(async () => {}),
      cancelDownload: vi.fn(),
    },
    chooseFile: vi.fn(async (): Promise<string | null> => null),
    invitation: {
      openInvitation: vi.fn(async () => aboutInvitation(someInvitation)),
      takeInvitation: vi.fn(async () => {}),
      copyRelayKey: async () => "UAKEY",
    },
  };
  return { ...parts, tunnel: () => settings.get("tunnel"), handlers: createTunnelHandlers(parts) };
}

test("a change leaves the rest as it was", () => {
  const { handlers, tunnel } = start();
  expect(handlers.change({ kind: "ssh", ssh: { host: "example.com" } })).toBeNull();
  handlers.change({ ssh: { port: 2222 } });
  expect(tunnel()).toMatchObject({ kind: "ssh", ssh: { host: "example.com", port: 2222, user: "" } });
});

test("a file that the user chose is kept; changing their mind changes nothing", async () => {
  const { handlers, settings, tunnel, chooseFile } = start();
  const changed = vi.fn();
  settings.onChange(changed);
  expect(await handlers.chooseFile("cloudflared")).toBe(false);
  expect(changed).not.toHaveBeenCalled();
  chooseFile.mockResolvedValueOnce("/opt/cloudflared").mockResolvedValueOnce("/home/marty/key");
  expect(await handlers.chooseFile("cloudflared")).toBe(true);
  expect(await handlers.chooseFile("ssh-key")).toBe(true);
  expect(tunnel()).toMatchObject({ cloudflared: "/opt/cloudflared", ssh: { keyFile: "/home/marty/key" } });
});

test("an invitation is read out of the file that the user chose, and then taken", async () => {
  const { handlers, chooseFile, invitation } = start();
  expect(await handlers.openInvitation()).toBeNull();
  expect(invitation.openInvitation).not.toHaveBeenCalled();
  chooseFile.mockResolvedValueOnce("/home/marty/anna.bookbell");
  expect(await handlers.openInvitation()).toMatchObject({ team: "Acme", seat: "anna", keepDays: 14 });
  expect(invitation.openInvitation).toHaveBeenCalledExactlyOnceWith("/home/marty/anna.bookbell");
  expect(invitation.takeInvitation).not.toHaveBeenCalled();
  expect(await handlers.takeInvitation()).toBeNull();
  expect(invitation.takeInvitation).toHaveBeenCalledOnce();
});

test("the server's key is trusted only as it was shown, until it is forgotten", () => {
  const { handlers, tunnel } = start();
  expect(() => handlers.trustHostKey("SHA256:other")).toThrow(
    expect.objectContaining({ code: "invalid-input" }),
  );
  expect(tunnel().ssh.hostKey).toBe("");
  expect(handlers.trustHostKey("SHA256:shown")).toBeNull();
  expect(tunnel().ssh.hostKey).toBe("SHA256:shown");
  expect(handlers.forgetHostKey()).toBeNull();
  expect(tunnel().ssh.hostKey).toBe("");
});

test("trying again reads the address, too, which the keyring may give by now", () => {
  const { handlers, readAddresses, tunnels } = start();
  expect(handlers.reconnect()).toBeNull();
  expect(readAddresses).toHaveBeenCalledOnce();
  expect(tunnels.retry).toHaveBeenCalledOnce();
});

test("Cloudflare's program is fetched, which can be ended; what fails is told", async () => {
  const { handlers, tunnels } = start();
  expect(await handlers.downloadCloudflared()).toBeNull();
  expect(handlers.cancelDownload()).toBeNull();
  expect(tunnels.cancelDownload).toHaveBeenCalledOnce();
  tunnels.download.mockRejectedValueOnce(new Error("broken off"));
  await expect(handlers.downloadCloudflared()).rejects.toThrow("broken off");
});
