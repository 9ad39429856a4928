/** Has `listener` told of each time that something happens, until the disposer that it gives is called. */
export type Listen<Told = void> = (listener: (told: Told) => void) => () => void;

/** Something that happens to a part: `on` is for whoever wants to be told of it, `tell` is the part's own. */
export function createEvent<Told = void>() {
  const listeners = new Set<{ hear(told: Told): void }>();
  const on: Listen<Told> = (hear) => {
    const listener = { hear };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    on,
    /** In the order in which they came; one that ended itself meanwhile is not told. What a listener throws is thrown. */
    tell(told: Told): void {
      for (const listener of [...listeners]) if (listeners.has(listener)) listener.hear(told);
    },
  };
}
