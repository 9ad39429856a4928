import { randomUUID } from "node:crypto";
import type { DestinationKind, Rule } from "../../common/destinations.ts";
import { alertKinds } from "../../common/policy.ts";
import type { Settings } from "../../main/settings/schema.ts";
import { aDestination } from "./outgoing.ts";
import { aStore } from "./store.ts";

/** What messages to a URL are signed with. */
const signingKey = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;

export interface Ruled {
  readonly kind: DestinationKind;
  readonly address: string;
  /** Its rule wants everything unless this says otherwise. */
  readonly rule?: Partial<Rule>;
}

/**
 * Gives the bookings file these destinations, each with a rule, as the window would. The settings of that profile have to have
 * the addresses beside it.
 */
export function ruled(file: string, all: readonly Ruled[]) {
  const { store, database } = aStore(file);
  const ids = all.map(({ kind, address, rule }) => {
    const destination = randomUUID();
    const { host } = new URL(address);
    store.destinations.put(aDestination(destination, { kind, host, label: `To ${host}` }));
    const everything = { kinds: alertKinds, projects: null, hosts: null, detail: "names", since: 0 } as const;
    store.destinations.putRule({ ...everything, id: randomUUID(), on: true, destination, ...rule });
    return destination;
  });
  const secretOf = ({ address, kind }: Ruled) => ({
    address: { kept: "plain", data: address } as const,
    key: kind === "url" ? ({ kept: "plain", data: signingKey } as const) : null,
    earlier: null,
  });
  const destinations: Settings["destinations"] = Object.fromEntries(
    all.map((one, i) => [ids[i] ?? "", secretOf(one)]),
  );
  return { store, database, ids, settings: { destinations } };
}
