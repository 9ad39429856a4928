import type { SecretName } from "../../common/secrets.ts";
import { WorldError } from "../lib/world-error.ts";
import { type Secrets, secretsView } from "../settings/secrets.ts";
import type { Connection } from "../sources/timekit/connection.ts";
import type { Wanted } from "../sources/timekit/host-actions.ts";
import type { ViewModel } from "../view/view-model.ts";
import type { Handlers } from "./serve.ts";

/** What connecting Timekit acts on. */
export interface TimekitHandlerParts {
  readonly model: ViewModel;
  readonly secrets: Secrets;
  readonly connection: Connection;
  act(wanted: Wanted): Promise<void>;
  catchUp(): Promise<void>;
  /** A secret of a tunnel's is another one now. */
  onTunnelSecret(): void;
  /** Timekit's signing secret is another one now. */
  onSigningSecret(): Promise<void>;
  /** Other bookings count now. */
  onResource(): unknown;
}

type TimekitNames =
  | "setSecret"
  | "removeEarlierSecrets"
  | "getResources"
  | "chooseResource"
  | "registerWebhooks"
  | "catchUp"
  | "actOnBooking";

const ofTunnels: ReadonlySet<SecretName> = new Set<SecretName>(["cloudflare", "ngrok", "ssh"]);

/** What happens when the page asks about secrets, and about Timekit itself. */
export function createTimekitHandlers(parts: TimekitHandlerParts): Pick<Handlers, TimekitNames> {
  const { model, secrets, connection } = parts;

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
    async setSecret({ name, secret, plain }) {
      try {
        if (name === "timekit" && secret !== null) await connect(secret, plain);
        else if (secret !== null) await secrets[name].set(secret, plain);
        else secrets[name].clear();
        if (name === "timekit" && secret === null) connection.off();
        if (ofTunnels.has(name)) parts.onTunnelSecret();
        if (name === "signing") await parts.onSigningSecret();
        return null;
      } finally {
        model.update({ secrets: secretsView(secrets) });
      }
    },
    removeEarlierSecrets() {
      secrets.signing.removeEarlier();
      return null;
    },
    getResources: () => connection.resources(),
    async chooseResource(resource) {
      // While others see the screen, the page knows no names.
      const all = resource?.name === "" ? await connection.resources() : [];
      connection.choose(all.find(({ id }) => id === resource?.id) ?? resource);
      await parts.onResource();
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
    async actOnBooking(wanted) {
      await parts.act(wanted);
      return null;
    },
  };
}
