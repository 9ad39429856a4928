import type { Connection } from "../sources/timekit/connection.ts";
import type { Handlers } from "./handlers.ts";

/** What connecting Timekit acts on. */
export interface TimekitParts {
  readonly connection: Pick<Connection, "resources" | "graphs" | "choose" | "register">;
  catchUp(): Promise<void>;
  /** Opens Timekit's admin. @throws WorldError link-not-opened */
  openAdmin(): Promise<void>;
}

/** What happens when the page asks about Timekit itself. */
export function createTimekitHandlers(parts: TimekitParts): Handlers["timekit"] {
  const { connection } = parts;
  return {
    async openAdmin() {
      await parts.openAdmin();
      return null;
    },
    graphs: () => connection.graphs(),
    resources: () => connection.resources(),
    async chooseResource(resource) {
      // While others see the screen, the page knows no names.
      const all = resource?.name === "" ? await connection.resources() : [];
      connection.choose(all.find(({ id }) => id === resource?.id) ?? resource);
      return null;
    },
    async registerWebhooks(graphs) {
      await connection.register(graphs);
      return null;
    },
    async catchUp() {
      await parts.catchUp();
      return null;
    },
  };
}
