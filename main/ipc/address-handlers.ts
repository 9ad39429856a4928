import type { Address } from "../settings/address.ts";
import type { Handlers } from "./serve.ts";

/** What happens when the page asks about the address that Timekit posts to. */
export function createAddressHandlers(
  address: Pick<Address, "renew" | "endOld">,
): Pick<Handlers, "renewAddress" | "endOldAddress"> {
  return {
    async renewAddress() {
      await address.renew();
      return null;
    },
    endOldAddress() {
      address.endOld();
      return null;
    },
  };
}
