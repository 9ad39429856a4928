import { type SecretName, type SecretView, secretNames } from "../../common/secrets.ts";
import { createEvent, type Listen } from "../lib/event.ts";
import { createSecret, type Secret } from "./secret.ts";
import { createSigning, type Signing, type SigningParts } from "./signing.ts";

/** Every secret that Bookbell may keep. */
export type Secrets = Readonly<Record<SecretName, Secret>> & {
  readonly signing: Signing;
  /** That secret was set, or removed. */
  readonly onChange: Listen<SecretName>;
};

export function createSecrets(parts: SigningParts): Secrets {
  const change = createEvent<SecretName>();
  const each = secretNames.map((name) => [name, createSecret(name, parts)]);
  const alone = Object.fromEntries(each) as Record<SecretName, Secret>;
  const all = { ...alone, signing: createSigning(alone.signing, parts) };

  function telling<Kept extends Secret>(name: SecretName, secret: Kept): Kept {
    return {
      ...secret,
      async set(value, plain) {
        await secret.set(value, plain);
        change.tell(name);
      },
      clear() {
        secret.clear();
        change.tell(name);
      },
    };
  }

  const told = secretNames.map((name) => [name, telling(name, all[name])]);
  return { ...(Object.fromEntries(told) as typeof all), onChange: change.on };
}

/** What the page may know of them. */
export const secretsView = (secrets: Secrets) =>
  Object.fromEntries(secretNames.map((name) => [name, secrets[name].view()])) as Record<
    SecretName,
    SecretView
  >;
