import { type SecretName, type SecretView, secretNames } from "../../common/secrets.ts";
import { createSecret, type Secret } from "./secret.ts";
import { createSigning, type Signing, type SigningParts } from "./signing.ts";

/** Every secret that Bookbell may keep. */
export type Secrets = Readonly<Record<SecretName, Secret>> & { readonly signing: Signing };

export function createSecrets(parts: SigningParts): Secrets {
  const each = secretNames.map((name) => [name, createSecret(name, parts)]);
  const secrets = Object.fromEntries(each) as Record<SecretName, Secret>;
  return { ...secrets, signing: createSigning(secrets.signing, parts) };
}

/** What the page may know of them. */
export const secretsView = (secrets: Secrets) =>
  Object.fromEntries(secretNames.map((name) => [name, secrets[name].view()])) as Record<
    SecretName,
    SecretView
  >;
