import { describe, expect, test } from "vitest";
import { createSecrets } from "../../main/settings/secrets.ts";
import type { KeptSecret, Settings } from "../../main/settings/settings.ts";
import { timeFormat } from "../../main/settings/system-format.ts";

const linux = (env: NodeJS.ProcessEnv) => ({
  platform: "linux" as const,
  env,
  regionLocale: "xx",
  forced: null,
});

describe("times look as the system has them", () => {
  test.each<[NodeJS.ProcessEnv, string]>([
    [{ LANG: "de_DE.UTF-8" }, "de-DE"],
    [{ LANG: "en_US.UTF-8", LC_TIME: "en_DK.UTF-8" }, "en-DK"],
    [{ LC_ALL: "fr_FR@euro", LC_TIME: "de_DE" }, "fr-FR"],
    [{ LANG: "C.UTF-8" }, "en-GB"],
    [{ LANG: "POSIX" }, "en-GB"],
    [{ LANG: "no such thing" }, "en-GB"],
    [{}, "en-GB"],
  ])("%j: %s", (env, locale) => expect(timeFormat(linux(env), "system").locale).toBe(locale));

  test("the hours follow the setting, then the system's switch, then the locale", () => {
    const mac = { platform: "darwin" as const, env: {}, regionLocale: "en-US", forced: "h23" as const };
    expect(timeFormat(mac, "system")).toMatchObject({ locale: "en-US", hourCycle: "h23" });
    expect(timeFormat(mac, "12").hourCycle).toBe("h12");
    expect(timeFormat(linux({}), "system").hourCycle).toBeNull();
    expect(timeFormat(linux({}), "24")).toMatchObject({ hourCycle: "h23", zone: "Pacific/Auckland" });
  });
});

describe("a secret", () => {
  function aSecret(protects: boolean, kept: KeptSecret | null = null) {
    const settings: { secrets: Settings["secrets"] } = { secrets: { signing: kept } };
    let asked = 0;
    const { signing: secret } = createSecrets(
      {
        get: <Key extends keyof Settings>(_key: Key) => settings.secrets as Settings[Key],
        change: (part) => void Object.assign(settings, part),
      },
      {
        encrypt: async (text) => (protects ? `locked:${text}` : null),
        async decrypt(data) {
          asked += 1;
          return protects ? data.replace("locked:", "") : null;
        },
      },
    );
    return { secret, settings, asked: () => asked };
  }

  test("is encrypted where the system can, and read from the keyring once", async () => {
    const { secret, settings } = aSecret(true);
    await secret.set("s3cret", true);
    expect(settings.secrets.signing).toEqual({ kept: "encrypted", data: "locked:s3cret" });
    const afterRestart = aSecret(true, settings.secrets.signing);
    expect(afterRestart.secret.view()).toEqual({ state: "on", kept: "encrypted" });
    expect(afterRestart.asked()).toBe(0);
    expect(await Promise.all([afterRestart.secret.get(), afterRestart.secret.get()])).toEqual([
      "s3cret",
      "s3cret",
    ]);
    expect(await afterRestart.secret.get()).toBe("s3cret");
    expect(afterRestart.asked()).toBe(1);
  });

  test("is never written in plain text unless the user agreed", async () => {
    const { secret, settings } = aSecret(false);
    await secret.set("s3cret", false);
    expect(settings.secrets.signing).toEqual({ kept: "session" });
    expect(await secret.get()).toBe("s3cret");
    await secret.set("s3cret", true);
    expect(settings.secrets.signing).toEqual({ kept: "plain", data: "s3cret" });
  });

  test("that is set but cannot be read lets no delivery through", async () => {
    const lost = aSecret(false, { kept: "session" }).secret;
    expect(lost.view()).toEqual({ state: "unreadable" });
    await expect(lost.get()).rejects.toThrow("cannot be read");
    await expect(aSecret(false, { kept: "encrypted", data: "x" }).secret.get()).rejects.toThrow(
      "cannot be read",
    );
  });

  test("can be removed", async () => {
    const { secret } = aSecret(true);
    await secret.set("s3cret", false);
    secret.clear();
    expect([await secret.get(), secret.view()]).toEqual([null, { state: "off" }]);
  });
});
