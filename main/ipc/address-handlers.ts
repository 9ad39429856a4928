import type { AddedSource, SourceName } from "../../common/sources.ts";
import type { GraphState } from "../../common/timekit.ts";
import type { AddressReach } from "../../common/tunnel.ts";
import type { Address } from "../settings/address.ts";
import type { Handlers } from "./handlers.ts";

/** What handing out and renewing addresses acts on. */
export interface AddressParts {
  readonly addresses: Readonly<
    Record<"timekit", Pick<Address, "renew" | "endOld">> &
      Record<AddedSource, Pick<Address, "renew" | "endOld" | "close">>
  >;
  /** Puts that source's on the clipboard, Timekit's marked for that graph and state. */
  copy(source: SourceName, pair: GraphState | null): Promise<AddressReach>;
}

/** What happens when the page asks about the addresses that sources post to. */
export const createAddressHandlers = ({ addresses, copy }: AddressParts): Handlers["address"] => ({
  copy: (pair) => copy("timekit", pair),
  copyFor: (source) => copy(source, null),
  async renew(source) {
    await addresses[source].renew();
    return null;
  },
  endOld(source) {
    addresses[source].endOld();
    return null;
  },
  close(source) {
    addresses[source].close();
    return null;
  },
});
