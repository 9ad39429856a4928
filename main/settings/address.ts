import type { SourceName } from "../../common/sources.ts";
import type { AddressView } from "../../common/view.ts";
import { coalesce } from "../lib/coalesce.ts";
import { type ClockReading, watchDeadline } from "../lib/deadline.ts";
import { createEvent } from "../lib/event.ts";
import {
  hashOf,
  hookPath,
  oldMs,
  renewed,
  type Standing,
  standingOf,
  withoutAny,
  withoutOld,
} from "../lib/tokens.ts";
import { WorldError } from "../lib/world-error.ts";
import type { AddressSlot } from "./address-slot.ts";
import type { KeptAddress } from "./schema.ts";
import { newToken } from "./settings.ts";
import type { Vault } from "./vault.ts";

/** What keeping the address needs of the rest of Bookbell. */
export interface AddressParts {
  readonly source: SourceName;
  readonly slot: AddressSlot;
  readonly vault: Vault;
  readClocks(): ClockReading;
  onFault(error: unknown): void;
}

/**
 * The address that a source posts to. Who shows a token is known by its hash, so deliveries are taken whether or not the
 * keyring gives the token itself; that is needed only to hand the address out, and to try it.
 */
export function createAddress(parts: AddressParts) {
  const { source, slot, vault, readClocks, onFault } = parts;
  const [change, renewal, oldEnd] = [createEvent<AddressView>(), createEvent(), createEvent()];
  const look = watchDeadline(oldMs, readClocks);
  const kept = slot.address;
  /** Empty until it is read. */
  let token = slot.token();
  let isUnreadable = false;
  let onToken = () => {};
  const readable = new Promise<void>((resolve) => {
    onToken = resolve;
  });

  const view = (): AddressView => ({
    isOpen: kept().newest !== "",
    kept: isUnreadable ? "unreadable" : slot.token() ? "plain" : "encrypted",
    oldUntil: kept().old?.until ?? null,
    toCopy: kept().toCopy,
    copiedHost: slot.copiedUrl() ? new URL(slot.copiedUrl()).host : null,
  });

  function found(its: string | null) {
    isUnreadable = its === null;
    if (its !== null) {
      token = its;
      onToken();
    }
    change.tell(view());
  }

  function keep(part: Partial<KeptAddress>, how?: "hold") {
    slot.keep({ address: { ...kept(), ...part } }, how);
    change.tell(view());
  }

  /** Empty where nothing protects it, or not so that it could be read again. */
  async function seal(its: string): Promise<string> {
    const sealed = await vault.encrypt(its).catch(onFault);
    return sealed && (await vault.decrypt(sealed)) === its ? sealed : "";
  }

  /** Into the keyring with one that lies in the file: what can be read again takes its place, in one write. */
  async function moveIntoKeyring(plain: string) {
    const sealed = await seal(plain);
    if (slot.token() !== plain) return;
    if (sealed) slot.keep({ token: "", address: { ...kept(), sealed } });
    found(plain);
  }

  const read = coalesce(async () => {
    const plain = slot.token();
    if (plain) return moveIntoKeyring(plain);
    if (token || !kept().newest) return;
    const its = await vault.decrypt(kept().sealed);
    // Renewed meanwhile, there is nothing to be read any more.
    if (token) return;
    // On Linux another keyring may give something else.
    found(its !== null && hashOf(its) === kept().newest ? its : null);
  }, onFault);

  function endOld(how?: "hold") {
    keep(withoutOld(kept()), how);
    oldEnd.tell();
  }

  /** Never by the clock of a moment: a wrong one must not turn bookings away. */
  function minute() {
    const { old } = kept();
    const until = look(old?.until ?? null);
    if (old && until === null) endOld("hold");
    else if (old && until !== null && until !== old.until) keep({ old: { ...old, until } }, "hold");
  }

  const below = (origin: string) => `${origin}${hookPath(token, source)}`;
  if (token) onToken();
  return {
    standing: (shown: string): Standing => standingOf(shown, kept()),
    /** Asks the keyring for the token, or gives it one that lies in the file. Tried again at each call until it works. */
    read,
    /** The whole address below an origin, secret token included; null while the token cannot be read. */
    at: (origin: string): string | null => (token ? below(origin) : null),
    /** The same once it can be read. */
    async whenAt(origin: string): Promise<string> {
      await readable;
      return below(origin);
    },
    /**
     * Makes a new one, beside which the one before, if there is one, counts for a day.
     * @throws WorldError when it cannot be saved, or while the one before the last still counts: then nothing is changed
     */
    async renew(): Promise<void> {
      const its = newToken();
      const sealed = await seal(its);
      if (kept().old) throw new WorldError("invalid-input");
      slot.keep({
        token: sealed ? "" : its,
        address: {
          ...renewed(kept(), hashOf(its), readClocks().wall),
          sealed,
          toCopy: slot.copiedUrl() !== "",
        },
      });
      found(its);
      renewal.tell();
    },
    /** Nothing is taken there any more, whoever has it. @throws WorldError when that cannot be saved */
    close(): void {
      slot.keep({
        token: "",
        address: { ...withoutAny(kept()), sealed: "", toCopy: false },
        copiedUrl: "",
      });
      token = "";
      change.tell(view());
    },
    endOld: (): void => endOld(),
    /** The user has it, below that public URL, to give it to its source. */
    copied(url: string): void {
      if (kept().toCopy) slot.keep({ copiedUrl: url, address: { ...kept(), toCopy: false } });
      else if (slot.copiedUrl() !== url) slot.keep({ copiedUrl: url });
      else return;
      change.tell(view());
    },
    /** Ends the one before once its day is over; to be called every minute, and before anything is received. */
    minute,
    view,
    /** The page is to show something else of it. */
    onChange: change.on,
    /** It has another token. */
    onRenewed: renewal.on,
    /** What comes to the one before is turned away from now on. */
    onOldEnded: oldEnd.on,
  };
}

export type Address = ReturnType<typeof createAddress>;
