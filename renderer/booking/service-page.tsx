import type { Booking } from "../../common/booking.ts";
import type { Answer } from "../../common/ipc.ts";
import { serviceOf } from "../../common/sources.ts";
import { words } from "../../common/words/page.ts";
import { useAsked } from "../parts/use-asked.ts";

interface Props {
  readonly booking: Pick<Booking, "id">;
  /** Whether its service has a page of it. */
  readonly has: () => Promise<Answer<boolean>>;
  readonly open: () => void;
}

/** Leads to a booking at its service, where that has a page of it. */
export function ServicePage({ booking, has, open }: Props) {
  const { answer } = useAsked(has, [booking.id]);
  if (!answer?.ok || !answer.value) return null;
  return (
    <button type="button" class="button" onClick={open}>
      {words.booking.openAt({ service: words.sources[serviceOf(booking)] })}
    </button>
  );
}
