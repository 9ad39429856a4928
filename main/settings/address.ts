import type { AddressView } from "../../common/view.ts";
import { coalesce } from "../lifecycle/coalesce.ts";
import { hashOf, hookPath, type Standing, standingOf } from "../receiver/tokens.ts";
import type { SettingsStore } from "./settings.ts";
import type { Vault } from "./vault.ts";

/** What keeping the address needs of the rest of Bookbell. */
export interface AddressParts {
  readonly settings: Pick<SettingsStore, "get" | "change">;
  readonly vault: Vault;
  onView(view: AddressView): void;
  onFault(error: unknown): void;
}

/**
 * The address that Timekit posts to. Who shows a token is known by its hash, so deliveries are taken whether or not the
 * keyring gives the token itself; that is needed only to hand the address out, and to try it.
 */
export function createAddress({ settings, vault, onView, onFault }: AddressParts) {
  /** Empty until it is read. */
  let token = settings.get("token");
  let isUnreadable = false;
  let onToken = (_: string) => {};
  const readable = new Promise<string>((resolve) => {
    onToken = resolve;
  });

  const view = (): AddressView => ({
    kept: isUnreadable ? "unreadable" : settings.get("token") ? "plain" : "encrypted",
  });

  function found(its: string | null) {
    isUnreadable = its === null;
    if (its !== null) {
      token = its;
      onToken(its);
    }
    onView(view());
  }

  /** Empty where nothing protects it, or not so that it could be read again. */
  async function seal(its: string): Promise<string> {
    const sealed = await vault.encrypt(its).catch(onFault);
    return sealed && (await vault.decrypt(sealed)) === its ? sealed : "";
  }

  /** Into the keyring with one that lies in the file: what can be read again takes its place, in one write. */
  async function moveIntoKeyring(plain: string) {
    const sealed = await seal(plain);
    if (sealed && settings.get("token") === plain)
      settings.change({ token: "", address: { ...settings.get("address"), sealed } });
    found(plain);
  }

  const read = coalesce(async () => {
    const [plain, { sealed, newest }] = [settings.get("token"), settings.get("address")];
    if (plain) return moveIntoKeyring(plain);
    if (token) return;
    const its = await vault.decrypt(sealed);
    // On Linux another keyring may give something else.
    found(its !== null && hashOf(its) === newest ? its : null);
  }, onFault);

  if (token) onToken(token);

  const below = (origin: string) => `${origin}${hookPath(token)}`;
  return {
    standing: (shown: string): Standing => standingOf(shown, settings.get("address")),
    /** Asks the keyring for the token, or gives it one that lies in the file. Tried again at each call until it works. */
    read,
    /** The whole address below an origin, secret token included; null while the token cannot be read. */
    at: (origin: string): string | null => (token ? below(origin) : null),
    /** The same once it can be read. */
    async whenAt(origin: string): Promise<string> {
      await readable;
      return below(origin);
    },
    view,
  };
}

export type Address = ReturnType<typeof createAddress>;
