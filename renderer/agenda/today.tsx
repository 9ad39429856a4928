import type { PageState, ViewSignals } from "../state/create-state.ts";
import { words } from "../words.ts";
import { AgendaList } from "./agenda-list.tsx";
import { AllOff, NoneYet, NothingToday } from "./empty.tsx";
import { NextCard } from "./next-card.tsx";
import { pickCard } from "./pick-card.ts";

export function Today({ state, view }: { state: PageState; view: ViewSignals }) {
  const { items, afterToday, everReceived } = view.agenda.value;
  const now = view.now.value;
  const format = view.format.value;
  if (items.length === 0) {
    return everReceived ? (
      <NothingToday booking={afterToday} now={now} format={format} />
    ) : (
      <NoneYet state={state} />
    );
  }
  const card = pickCard(items, now);
  return (
    <>
      {card && <NextCard state={state} item={card} now={now} format={format} />}
      <section aria-labelledby="today">
        <h2 id="today" class="unseen">
          {words.today}
        </h2>
        <AgendaList state={state} items={items} card={card} now={now} format={format} />
        {items.every((item) => item.off) && <AllOff booking={afterToday} now={now} format={format} />}
      </section>
    </>
  );
}
