import type { RefObject } from "preact";
import type { Found } from "../../common/found.ts";
import type { TimeFormat } from "../../common/time.ts";
import { words } from "../../common/words/page.ts";
import { useRoving } from "../parts/use-roving.ts";
import { byMonth } from "./groups.ts";
import { Hit } from "./hit.tsx";

interface Props {
  readonly now: number;
  readonly format: TimeFormat;
  readonly open: (id: string) => void;
  readonly found: Found;
  /** What was looked for. */
  readonly wanted: string;
  readonly list: RefObject<HTMLDivElement>;
}

/** What was found, by month; arrows go through all of it. */
export function Results(props: Props) {
  const { bookings, more } = props.found;
  if (bookings.length === 0)
    return (
      <section class="search-none" aria-labelledby="search-none">
        <h2 id="search-none" class="empty-title">
          {words.search.none.title}
        </h2>
        <p class="soft">{words.search.none.text}</p>
      </section>
    );
  return (
    <>
      <Hits {...props} />
      {more && <p class="soft search-more">{words.search.more({ count: bookings.length })}</p>}
    </>
  );
}

function Hits({ found: { bookings }, wanted, list, now, format, open }: Props) {
  const ids = bookings.map(({ id }) => id);
  const roving = useRoving(list, ids);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys are those of the buttons in it
    <div class="hits" ref={list} onKeyDown={roving.onKeyDown} onFocusIn={roving.onFocusIn}>
      {byMonth(bookings, now, format).map(({ key, name, bookings: ofMonth }) => (
        <section key={key} aria-labelledby={key}>
          <h2 id={key} class="hits-month" lang={format.locale}>
            {name}
          </h2>
          {/* A list without bullets is no list to VoiceOver unless it says so. */}
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <ol role="list" class="hits-list">
            {ofMonth.map((booking) => (
              <li key={booking.id}>
                <button
                  type="button"
                  class="hit"
                  data-id={booking.id}
                  tabIndex={booking.id === roving.current ? 0 : -1}
                  onClick={() => open(booking.id)}
                >
                  <Hit booking={booking} wanted={wanted} now={now} format={format} />
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
