import type { GraphState } from "../../common/timekit.ts";
import type { AddressReach } from "../../common/tunnel.ts";
import type { Address } from "../settings/address.ts";
import type { Handlers } from "./handlers.ts";

/** What handing out and renewing the address acts on. */
export interface AddressParts {
  readonly address: Pick<Address, "renew" | "endOld">;
  /** Puts it on the clipboard, marked for that graph and state. */
  copy(pair: GraphState | null): Promise<AddressReach>;
}

/** What happens when the page asks about the address that Timekit posts to. */
export const createAddressHandlers = ({ address, copy }: AddressParts): Handlers["address"] => ({
  copy: (pair) => copy(pair),
  async renew() {
    await address.renew();
    return null;
  },
  endOld() {
    address.endOld();
    return null;
  },
});
