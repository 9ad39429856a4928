import type { ProblemCode } from "../../common/problems.ts";
import type { SecretName } from "../../common/secrets.ts";
import { WorldError } from "../lib/world-error.ts";
import { judgeInvitation } from "../settings/judge-invitation.ts";
import type { Secrets } from "../settings/secrets.ts";
import type { Handlers } from "./handlers.ts";

/** What a key opens: it is tried before it is kept. */
export interface Opened {
  /** What says that the key is none. */
  readonly refused: ProblemCode;
  /** @throws WorldError */
  check(): Promise<void>;
  /** The key is gone. */
  off(): void;
  /**
   * The key is about to go, on the user's word.
   * @throws WorldError where something stays behind at the service; the key goes all the same
   */
  leave(): Promise<void>;
  catchUp(): Promise<void>;
}

/** What keeping secrets acts on. */
export interface SecretParts {
  readonly secrets: Secrets;
  /** By the secret that is their key. */
  readonly services: { readonly [Name in SecretName]?: Opened };
}

/** What happens when the page asks to have a secret kept or removed. */
export function createSecretsHandlers({ secrets, services }: SecretParts): Handlers["secrets"] {
  async function connect(name: SecretName, key: string, plain: boolean, opened: Opened) {
    const secret = secrets[name];
    const view = secret.view();
    const before = await secret.get().catch(() => null);
    await secret.set(key, plain);
    try {
      await opened.check();
    } catch (error) {
      // One that could not be tried may be right: it is kept, and tried again with the next question.
      if (error instanceof WorldError && error.code === opened.refused) {
        // Whoever mistyped a new key goes on with the one that they had.
        if (before !== null && before !== key) {
          await secret.set(before, view.state === "on" && view.kept === "plain");
          await opened.check().catch(() => {});
        } else {
          secret.clear();
          opened.off();
        }
      }
      throw error;
    }
    void opened.catchUp();
  }

  async function remove(name: SecretName, opened: Opened | undefined) {
    try {
      await opened?.leave();
    } finally {
      secrets[name].clear();
    }
  }

  return {
    async set({ name, secret, plain }) {
      const opened = services[name];
      if (name === "relay" && secret !== null) await judgeInvitation(secret, secrets.relayKey);
      if (secret === null) await remove(name, opened);
      else if (opened) await connect(name, secret, plain, opened);
      else await secrets[name].set(secret, plain);
      return null;
    },
    removeEarlier() {
      secrets.signing.removeEarlier();
      return null;
    },
  };
}
