import { app } from "electron";
import { devDependencies } from "../../package.json";
import { systemClocks } from "../lib/clocks.ts";
import { createAddress } from "../settings/address.ts";
import { readSystemClock } from "../settings/read-system-clock.ts";
import { createSafe } from "../settings/safe.ts";
import { createSecrets, secretsView } from "../settings/secrets.ts";
import { openSettings } from "../settings/settings.ts";
import { createFormat, timeFormat } from "../settings/system-clock.ts";
import { systemVault } from "../settings/vault.ts";
import { electronView } from "../updates/electron-version.ts";
import { followSettings } from "../view/follow-settings.ts";
import { createViewModel } from "../view/view-model.ts";

/** What the profile `folder` keeps of its user beside the bookings, and the view, which shows it as it is. */
export function openProfile(folder: string, now: () => number, onFault: (error: unknown) => void) {
  const settings = openSettings(folder, now);
  const readClocks = () => ({ wall: now(), elapsed: systemClocks.elapsed() });
  const vault = systemVault();
  const safe = createSafe(vault);
  const secrets = createSecrets({ settings, safe, readClocks });
  const address = createAddress({ settings, vault, readClocks, onFault });
  const format = createFormat(() => timeFormat(readSystemClock(), settings.get("hours")));
  const electron = electronView(process.versions.electron, devDependencies.electron);
  const model = createViewModel({
    now: now(),
    format: format.get(),
    settings,
    secrets: secretsView(secrets),
    address: address.view(),
    signing: secrets.signing.signingView(),
    version: app.getVersion(),
    electron,
  });

  const showSecrets = () => model.update({ secrets: secretsView(secrets) });
  followSettings(model, settings);
  address.onChange((address) => model.update({ address }));
  safe.onLost(showSecrets);
  secrets.onChange(showSecrets);
  settings.watch(["secrets", "signing"], () => model.update({ signing: secrets.signing.signingView() }));
  settings.watch(["hours"], format.reread);

  return {
    folder,
    settings,
    secrets,
    address,
    format,
    model,
    electron,
    minute(): void {
      settings.saveHeld();
      format.reread();
      secrets.signing.minute();
      address.minute();
    },
  };
}

export type Profile = ReturnType<typeof openProfile>;
