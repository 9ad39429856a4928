import type { Booking } from "../../common/booking.ts";
import { visible } from "../../common/text.ts";
import { words } from "../../common/words/page.ts";

interface Props {
  readonly booking: Booking;
  readonly contact: (by: "mail" | "call") => void;
}

/** How the customer is reached, each way by a press, and who comes along. */
export function CustomerFact({ booking: { customer, others }, contact }: Props) {
  const names = others.map(({ name, email }) => visible(name) || email).filter(Boolean);
  return (
    <>
      {customer?.email && (
        <p>
          <button
            type="button"
            class="link"
            aria-label={words.booking.emailTo({ address: customer.email })}
            onClick={() => contact("mail")}
          >
            <bdi>{customer.email}</bdi>
          </button>
        </p>
      )}
      {customer?.phone && (
        <p>
          <button
            type="button"
            class="link"
            aria-label={words.booking.callTo({ number: customer.phone })}
            onClick={() => contact("call")}
          >
            <bdi>{customer.phone}</bdi>
          </button>
        </p>
      )}
      {names.length > 0 && (
        <p class="soft">
          <bdi>{words.booking.others({ names })}</bdi>
        </p>
      )}
    </>
  );
}
