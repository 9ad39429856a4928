import type { DestinationView, RuleDraft, Standing } from "../../common/destination-view.ts";
import type { DestinationKind, Message, Rule } from "../../common/destinations.ts";
import type { Problem } from "../../common/problems.ts";
import { WorldError } from "../lib/world-error.ts";
import { type Surroundings, targetOf } from "./addresses.ts";

/** A destination as it lies with the bookings; its address is a secret, and lies elsewhere. */
export type KeptDestination = Omit<DestinationView, "kept" | "earlierKeyUntil">;

/** What a rule would have sent, newest first: see Preview. */
export interface Past {
  readonly count: number;
  readonly more: boolean;
  readonly latest: readonly { readonly at: number; readonly message: Message }[];
}

/** What keeping destinations and rules needs of the rest of Bookbell. */
export interface CatalogueParts {
  readonly store: {
    list(): Promise<readonly KeptDestination[]>;
    put(destination: KeptDestination): Promise<void>;
    remove(id: string): Promise<void>;
    rules(): Promise<readonly Rule[]>;
    putRule(rule: Rule): Promise<void>;
    removeRule(id: string): Promise<void>;
  };
  readonly secrets: {
    set(id: string, address: string, how: { plain: boolean; signed: boolean }): Promise<void>;
    remove(id: string): void;
    prune(ids: readonly string[]): void;
    view(id: string): Pick<DestinationView, "kept" | "earlierKeyUntil">;
  };
  around(): Surroundings;
  newId(): string;
  now(): number;
  onView(view: { destinations: readonly DestinationView[]; rules: readonly Rule[] }): void;
}

/** What a user says of a destination; a null id is a new one's, a null address is as it is. */
export interface DestinationDraft {
  readonly id: string | null;
  readonly kind: DestinationKind;
  readonly label: string;
  readonly address: string | null;
  readonly plain: boolean;
}

/** Where changes are sent besides the desktop, and which: what its user makes of that. */
export function createCatalogue({ store, secrets, around, newId, now, onView }: CatalogueParts) {
  let destinations: readonly KeptDestination[] = [];
  let rules: readonly Rule[] = [];

  /** @throws WorldError invalid-input: the page had not heard yet that it is gone */
  function known(id: string): KeptDestination {
    const found = destinations.find((one) => one.id === id);
    if (!found) throw new WorldError("invalid-input");
    return found;
  }

  function show() {
    onView({ destinations: destinations.map((one) => ({ ...one, ...secrets.view(one.id) })), rules });
  }

  async function refresh() {
    [destinations, rules] = await Promise.all([store.list(), store.rules()]);
    show();
  }

  return {
    known,
    all: (): readonly KeptDestination[] => destinations,
    show,
    /** Reads anew what is kept. */
    refresh,
    /** The same at the start, when what was left of others is removed. */
    async load(): Promise<void> {
      await refresh();
      secrets.prune(destinations.map(({ id }) => id));
    },
    /** @throws WorldError that says why nothing can be sent to that address */
    async save(draft: DestinationDraft): Promise<{ id: string; warning: Problem | null }> {
      const before = draft.id === null ? null : known(draft.id);
      const { id, kind, standing, host, lastFour, isOpen } = before ?? fresh(newId(), draft.kind);
      const target = before && draft.address === null ? null : targetOf(kind, draft.address ?? "", around());
      if (target && !target.ok) throw new WorldError(target.why.code);
      if (target) await secrets.set(id, target.url, { plain: draft.plain, signed: kind === "url" });
      await store.put({
        id,
        kind,
        label: draft.label,
        ...(target
          ? {
              host: target.host,
              lastFour: target.url.slice(-4),
              isOpen: target.warning !== null,
              standing: working,
            }
          : { host, lastFour, isOpen, standing }),
        waiting: 0,
        givenUp: 0,
      });
      await refresh();
      return { id, warning: target?.warning ?? null };
    },
    async remove(id: string): Promise<void> {
      await store.remove(id);
      secrets.remove(id);
      await refresh();
    },
    /** A rule that is made, or switched on, does not reach back. */
    async saveRule(draft: RuleDraft): Promise<string> {
      known(draft.destination);
      const before = rules.find(({ id }) => id === draft.id);
      const id = draft.id ?? newId();
      const goesOn = before?.on && draft.on;
      const projects = withNames(draft.projects, before?.projects);
      const hosts = withNames(draft.hosts, before?.hosts);
      await store.putRule({ ...draft, id, projects, hosts, since: goesOn ? before.since : now() });
      await refresh();
      return id;
    },
    async removeRule(id: string): Promise<void> {
      await store.removeRule(id);
      await refresh();
    },
  };
}

export type Catalogue = ReturnType<typeof createCatalogue>;

type Chosen = Rule["projects"];

/** The page knows no names while others see the screen: they are those that were kept. */
function withNames(chosen: Chosen, before: Chosen = null): Chosen {
  if (chosen === null) return null;
  const named = chosen.flatMap((one) => {
    const kept = one.name === "" ? (before ?? []).filter(({ id }) => id === one.id) : [];
    return kept.length > 0 ? kept : [one];
  });
  return [...new Map(named.map((one) => [JSON.stringify(one), one])).values()];
}

const working: Standing = { state: "working" };

const fresh = (id: string, kind: DestinationKind): KeptDestination => ({
  id,
  kind,
  label: "",
  host: "",
  lastFour: "",
  isOpen: false,
  standing: working,
  waiting: 0,
  givenUp: 0,
});
