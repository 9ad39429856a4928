import { type SecretName, type SecretView, secretNames } from "../../common/secrets.ts";
import { type SigningSource, signingNames } from "../../common/sources.ts";
import { createEvent, type Listen } from "../lib/event.ts";
import { createSecret, type Secret } from "./secret.ts";
import type { SettingsStore } from "./settings.ts";
import { createSigning, type Signing, type SigningParts } from "./signing.ts";
import { signingSlot } from "./signing-slot.ts";

/** What keeping secrets needs of the rest of Bookbell. */
export interface SecretsParts extends Omit<SigningParts, "slot"> {
  readonly settings: Pick<SettingsStore, "get" | "change" | "hold">;
}

type SigningName = (typeof signingNames)[SigningSource];

/** Every secret that Bookbell may keep. */
export type Secrets = Readonly<Record<SecretName, Secret>> & {
  readonly [Name in SigningName]: Signing;
} & {
  /** That secret was set, or removed. */
  readonly onChange: Listen<SecretName>;
};

export function createSecrets(parts: SecretsParts): Secrets {
  const change = createEvent<SecretName>();
  const each = secretNames.map((name) => [name, createSecret(name, parts)]);
  const alone = Object.fromEntries(each) as Record<SecretName, Secret>;
  const signing = Object.entries(signingNames).map(([source, name]) => {
    const slot = signingSlot(source as SigningSource, parts.settings);
    return [name, createSigning(alone[name], { ...parts, slot })];
  });
  const all = { ...alone, ...(Object.fromEntries(signing) as Record<SigningName, Signing>) };

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
