import type { DeliveryReason } from "../reasons.ts";
import type { SharedMessages } from "./messages.ts";

type ReasonOf<Code extends DeliveryReason["code"]> = Extract<DeliveryReason, { code: Code }>;

/** Why a delivery was not taken in, or what to mend though it was. */
type Catalogue = {
  readonly [Code in Exclude<DeliveryReason["code"], "as-told">]:
    | string
    | ((reason: ReasonOf<Code>) => string);
};

/** What is said of it in the log, and to whoever sent what could not be read. */
export function createReasonWords({ reasons }: Pick<SharedMessages, "reasons">) {
  const catalogue: Catalogue = reasons;
  return (reason: DeliveryReason): string => {
    if (reason.code === "as-told") return reason.text;
    // A reason carries what its own code needs.
    const said = catalogue[reason.code] as string | ((reason: DeliveryReason) => string);
    return typeof said === "string" ? said : said(reason);
  };
}
