import { describe, expect, test } from "vitest";
import type { KeptSecret } from "../../../main/settings/schema.ts";
import { timeFormat } from "../../../main/settings/system-clock.ts";
import { someSecrets } from "../../support/secrets.ts";

const linux = (env: NodeJS.ProcessEnv) => ({
  platform: "linux" as const,
  env,
  regionLocale: "xx",
  forced: null,
});

describe("times look as the system has them", () => {
  test.each<[NodeJS.ProcessEnv, string]>([
    [{ LANG: "de_DE.UTF-8" }, "en-DE"],
    [{ LANG: "en_US.UTF-8", LC_TIME: "en_DK.UTF-8" }, "en-DK"],
    [{ LC_ALL: "fr_FR@euro", LC_TIME: "de_DE" }, "en-FR"],
    [{ LANG: "C.UTF-8" }, "en-GB"],
    [{ LANG: "POSIX" }, "en-GB"],
    [{ LANG: "no such thing" }, "en-GB"],
    [{}, "en-GB"],
  ])("%j: %s", (env, locale) =>
    expect(timeFormat(linux(env), { hours: "system", language: "en" }).locale).toBe(locale),
  );

  test("the hours follow the setting, then the system's switch, then the locale", () => {
    const mac = { platform: "darwin" as const, env: {}, regionLocale: "en-US", forced: "h23" as const };
    expect(timeFormat(mac, { hours: "system", language: "en" })).toMatchObject({
      locale: "en-US",
      hourCycle: "h23",
    });
    expect(timeFormat(mac, { hours: "12", language: "en" }).hourCycle).toBe("h12");
    expect(timeFormat(linux({}), { hours: "system", language: "en" }).hourCycle).toBeNull();
    expect(timeFormat(linux({}), { hours: "24", language: "en" })).toMatchObject({
      hourCycle: "h23",
      zone: "Pacific/Auckland",
    });
  });
});

describe("a secret", () => {
  function aSecret(protects: boolean, kept: KeptSecret | null = null) {
    const { secrets, settings, vault } = someSecrets({ protects, secrets: { timekit: kept } });
    return { secret: secrets.timekit, kept: () => settings().secrets.timekit, vault };
  }

  test("is encrypted where the system can, and read from the keyring once", async () => {
    const { secret, kept } = aSecret(true);
    await secret.set("s3cret", true);
    expect(kept()).toEqual({ kept: "encrypted", data: "locked:s3cret" });
    const afterRestart = aSecret(true, kept());
    expect(afterRestart.secret.view()).toEqual({ state: "on", kept: "encrypted" });
    expect(afterRestart.vault.asked).toBe(0);
    expect(await Promise.all([afterRestart.secret.get(), afterRestart.secret.get()])).toEqual([
      "s3cret",
      "s3cret",
    ]);
    expect(await afterRestart.secret.get()).toBe("s3cret");
    expect(afterRestart.vault.asked).toBe(1);
  });

  test("is never written in plain text unless the user agreed", async () => {
    const { secret, kept } = aSecret(false);
    await secret.set("s3cret", false);
    expect(kept()).toEqual({ kept: "session" });
    expect(await secret.get()).toBe("s3cret");
    await secret.set("s3cret", true);
    expect(kept()).toEqual({ kept: "plain", data: "s3cret" });
  });

  test("that was kept nowhere is missed after a restart", async () => {
    const lost = aSecret(false, { kept: "session" }).secret;
    expect(lost.view()).toEqual({ state: "unreadable" });
    await expect(lost.get()).rejects.toThrow("secret-unreadable");
  });

  test("that the keyring does not give is said to be unreadable, until it does", async () => {
    const { secret, vault } = aSecret(true, { kept: "encrypted", data: "locked:s3cret" });
    vault.open = false;
    await expect(secret.get()).rejects.toThrow("secret-unreadable");
    expect(secret.view()).toEqual({ state: "unreadable" });
    expect(vault.told).toBe(1);
    vault.open = true;
    expect([await secret.get(), secret.view().state, vault.told]).toEqual(["s3cret", "on", 2]);
  });

  test("can be removed", async () => {
    const { secret } = aSecret(true);
    await secret.set("s3cret", false);
    secret.clear();
    expect([await secret.get(), secret.view()]).toEqual([null, { state: "off" }]);
  });
});
