import { app } from "electron";
import type { L10n } from "../../common/l10n.ts";
import { type AddedSource, addedSources, type SourceName, signingNames } from "../../common/sources.ts";
import type { View } from "../../common/view.ts";
import { devDependencies } from "../../package.json";
import { systemClocks } from "../lib/clocks.ts";
import { type Address, createAddress } from "../settings/address.ts";
import { addedSlot, timekitSlot } from "../settings/address-slot.ts";
import { createDestinationSecrets } from "../settings/destination-secrets.ts";
import { readSystemClock } from "../settings/read-system-clock.ts";
import { createSafe } from "../settings/safe.ts";
import { createSecrets, secretsView } from "../settings/secrets.ts";
import { openSettings } from "../settings/settings.ts";
import { createFormat, timeFormat } from "../settings/system-clock.ts";
import { systemVault } from "../settings/vault.ts";
import { languageOf, type Words } from "../settings/words.ts";
import { electronView } from "../updates/electron-version.ts";
import { followSettings } from "../view/follow-settings.ts";
import { createViewModel } from "../view/view-model.ts";

/** What the profile `folder` keeps of its user beside the bookings, and the view, which shows it as it is. */
export function openProfile(
  folder: string,
  now: () => number,
  onFault: (error: unknown) => void,
  words: Words,
) {
  const settings = openSettings(folder, now);
  const readClocks = () => ({ wall: now(), elapsed: systemClocks.elapsed() });
  const vault = systemVault();
  const safe = createSafe(vault);
  const secrets = createSecrets({ settings, safe, readClocks });
  const destinationSecrets = createDestinationSecrets({ settings, safe, now });
  const ofAll = { vault, readClocks, onFault };
  const added = (source: AddedSource) =>
    createAddress({ ...ofAll, source, slot: addedSlot(source, settings) });
  const addresses: Readonly<Record<SourceName, Address>> = {
    timekit: createAddress({ ...ofAll, source: "timekit", slot: timekitSlot(settings) }),
    zapier: added("zapier"),
    calcom: added("calcom"),
    calendly: added("calendly"),
  };
  const languageNow = () => languageOf(settings.get("language"), app.getPreferredSystemLanguages());
  words.speak(languageNow());
  const format = createFormat(() =>
    timeFormat(readSystemClock(), { hours: settings.get("hours"), language: words.get().language }),
  );
  const l10n = (): L10n => ({ words: words.get(), format: format.get() });
  const addedViews = () =>
    Object.fromEntries(addedSources.map((name) => [name, addresses[name].view()])) as View["addresses"];
  const electron = electronView(process.versions.electron, devDependencies.electron);
  const model = createViewModel({
    now: now(),
    format: format.get(),
    settings,
    secrets: secretsView(secrets),
    address: addresses.timekit.view(),
    addresses: addedViews(),
    signing: secrets.signing.signingView(),
    version: app.getVersion(),
    electron,
  });

  const showSecrets = () => model.update({ secrets: secretsView(secrets) });
  followSettings(model, settings);
  addresses.timekit.onChange((address) => model.update({ address }));
  for (const name of addedSources) addresses[name].onChange(() => model.update({ addresses: addedViews() }));
  safe.onLost(showSecrets);
  secrets.onChange(showSecrets);
  settings.watch(["secrets", "signing"], () => model.update({ signing: secrets.signing.signingView() }));
  settings.watch(["hours"], format.reread);
  settings.watch(["language"], () => words.speak(languageNow()));
  words.onChange(() => {
    format.reread();
    model.update({ format: format.get() });
  });

  return {
    folder,
    settings,
    secrets,
    destinationSecrets,
    addresses,
    words,
    format,
    l10n,
    model,
    electron,
    minute(): void {
      settings.saveHeld();
      format.reread();
      for (const name of Object.values(signingNames)) secrets[name].minute();
      for (const address of Object.values(addresses)) address.minute();
    },
  };
}

export type Profile = ReturnType<typeof openProfile>;
