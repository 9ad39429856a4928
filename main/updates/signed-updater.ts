import type { KeyObject } from "node:crypto";
import electronUpdater, { AppImageUpdater, AppUpdater, Provider } from "electron-updater";
import {
  type ProviderRuntimeOptions,
  parseUpdateInfo,
  resolveFiles,
} from "electron-updater/out/providers/Provider.js";
import { placesOf } from "./places.ts";
import { signedPart } from "./signature.ts";

/** What an electron-updater is to work with. */
interface SignedParts {
  /** Only asks; somebody else installs. */
  readonly tellsOnly: boolean;
  readonly keys: readonly KeyObject[];
  /** The package's app-update.yml, which says where updates are. */
  readonly config: string;
}

/**
 * An electron-updater that hears of a newest version only once its feed's signature was found right: nothing else is
 * fetched before, and what is fetched then must have the SHA-512 that the feed gives. This file can go when
 * electron-updater 7 is released, which checks signatures itself.
 */
export function signedUpdater({ tellsOnly, keys, config }: SignedParts): AppUpdater {
  const places = placesOf(read(config, "app-update.yml"));
  const updater = tellsOnly ? new Teller() : ownUpdater();
  updater.autoDownload = !tellsOnly;
  updater.allowDowngrade = false;
  // It would write addresses into the log.
  updater.logger = null;

  type Info = ReturnType<typeof parseUpdateInfo>;
  class SignedProvider extends Provider<Info> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      // GitHub answers requests for several parts of a file with the whole.
      super({ ...runtime, isUseMultipleRangeRequest: false });
    }
    /** Sends no number that tells this installation from others, as electron-updater would. */
    override setRequestHeaders(): void {}
    async getLatestVersion(): Promise<Info> {
      const name = `${this.getDefaultChannelName()}.yml`;
      const text = await this.httpRequest(places.feed(name));
      return read(signedPart(name, text ?? "", keys), name);
    }
    resolveFiles(info: Info) {
      return resolveFiles(info, places.files(info.version));
    }
  }
  updater.setFeedURL({ provider: "custom", updateProvider: SignedProvider });
  return updater;
}

/** YAML, as electron-updater reads it; the address is for its errors only, which nobody sees. */
const read = (text: string, name: string) => parseUpdateInfo(text, name, new URL(`file:///${name}`));

/** On Linux by name: its own choice would take a package's file for an AppImage's. */
const ownUpdater = () => (process.platform === "linux" ? new AppImageUpdater() : electronUpdater.autoUpdater);

/** For a package, which apt or dnf replaces. */
class Teller extends AppUpdater {
  constructor() {
    super(null);
  }
  protected override doDownloadUpdate(): Promise<never> {
    return Promise.reject(new Error("This one only tells."));
  }
  override quitAndInstall(): void {}
}
