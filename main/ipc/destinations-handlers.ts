import type { Preview, RuleDraft, Tested } from "../../common/destination-view.ts";
import type { DetailLevel } from "../../common/destinations.ts";
import type { Catalogue } from "../destinations/catalogue.ts";
import type { DestinationSecrets } from "../settings/destination-secrets.ts";
import type { StoreCalls } from "../store/thread/client.ts";
import type { Handlers } from "./handlers.ts";

/** What sending elsewhere acts on. */
export interface DestinationParts {
  readonly catalogue: Catalogue;
  readonly secrets: Pick<DestinationSecrets, "get" | "renewKey">;
  readonly store: StoreCalls<{ destinations: "hosts"; outgoing: "lines" | "again" | "drop" }>;
  readonly dispatcher: { wake(): void; retry(id: string): void; removed(id: string): void };
  test(id: string, detail: DetailLevel): Promise<Tested>;
  preview(draft: RuleDraft): Promise<Preview>;
  now(): number;
  /** Puts it on the clipboard. */
  copyText(text: string): unknown;
}

/** What happens when the page asks about destinations, rules, and what is owed by them. */
export function createDestinationsHandlers(parts: DestinationParts): Handlers["destinations"] {
  const { catalogue, secrets, store, dispatcher } = parts;
  return {
    async save(draft) {
      const saved = await catalogue.save(draft);
      // What waits goes to the new address at once.
      if (draft.address !== null) dispatcher.retry(saved.id);
      return saved;
    },
    async remove(id) {
      await catalogue.remove(id);
      dispatcher.removed(id);
      return null;
    },
    test: ({ id, detail }) => parts.test(id, detail),
    retry(id) {
      dispatcher.retry(catalogue.known(id).id);
      return null;
    },
    async copyKey(id) {
      const [key = ""] = (await secrets.get(catalogue.known(id).id)).keys;
      await parts.copyText(key);
      return null;
    },
    async renewKey(id) {
      await secrets.renewKey(catalogue.known(id).id);
      catalogue.show();
      return null;
    },
    saveRule: (draft) => catalogue.saveRule(draft),
    async removeRule(id) {
      await catalogue.removeRule(id);
      return null;
    },
    preview: (draft) => parts.preview(draft),
    hosts: () => store.destinations.hosts(),
    messages: (id) => store.outgoing.lines(id),
    async sendAgain(seq) {
      await store.outgoing.again(seq, parts.now());
      dispatcher.wake();
      await catalogue.refresh();
      return null;
    },
    async drop(seq) {
      await store.outgoing.drop(seq);
      await catalogue.refresh();
      return null;
    },
  };
}
