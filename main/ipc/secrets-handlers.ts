import { WorldError } from "../lib/world-error.ts";
import type { Secrets } from "../settings/secrets.ts";
import type { Connection } from "../sources/timekit/connection.ts";
import type { Handlers } from "./handlers.ts";

/** What keeping secrets acts on. */
export interface SecretParts {
  readonly secrets: Secrets;
  readonly connection: Pick<Connection, "check" | "off">;
  catchUp(): Promise<void>;
}

/** What happens when the page asks to have a secret kept or removed. */
export function createSecretsHandlers(parts: SecretParts): Handlers["secrets"] {
  const { secrets, connection } = parts;

  async function connect(key: string, plain: boolean) {
    await secrets.timekit.set(key, plain);
    try {
      await connection.check();
    } catch (error) {
      // One that could not be tried may be right: it is kept, and tried again with the next question.
      if (error instanceof WorldError && error.code === "timekit-key-refused") {
        secrets.timekit.clear();
        connection.off();
      }
      throw error;
    }
    void parts.catchUp();
  }

  return {
    async set({ name, secret, plain }) {
      if (name === "timekit" && secret !== null) await connect(secret, plain);
      else if (secret !== null) await secrets[name].set(secret, plain);
      else secrets[name].clear();
      if (name === "timekit" && secret === null) connection.off();
      return null;
    },
    removeEarlier() {
      secrets.signing.removeEarlier();
      return null;
    },
  };
}
