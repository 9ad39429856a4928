import { safeStorage } from "electron";

/** Encrypts with the system's keyring. Both may show the keyring's own prompt, and, before Electron 42, block. */
export interface Vault {
  /** @returns base64, or null when this system protects nothing. */
  encrypt(secret: string): Promise<string | null>;
  /** @returns null when the keyring is locked, gone, or another one. */
  decrypt(data: string): Promise<string | null>;
}

type AsyncSafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(data: Buffer): Promise<{ result: string }>;
};

/** The system's keyring, through the promises of Electron 42 and later or the calls of 33; those go with the floor. */
export function systemVault(): Vault {
  const promises =
    "encryptStringAsync" in safeStorage ? (safeStorage as unknown as AsyncSafeStorage) : synchronous;
  return {
    async encrypt(secret) {
      if (isUnprotected() || !(await promises.isAsyncEncryptionAvailable())) return null;
      return (await promises.encryptStringAsync(JSON.stringify({ secret }))).toString("base64");
    },
    async decrypt(data) {
      try {
        const { result } = await promises.decryptStringAsync(Buffer.from(data, "base64"));
        // On Linux a wrong key can "succeed" with garbage: only what has our shape is ours.
        const { secret } = JSON.parse(result) as { secret?: unknown };
        return typeof secret === "string" ? secret : null;
      } catch {
        return null;
      }
    },
  };
}

const synchronous: AsyncSafeStorage = {
  isAsyncEncryptionAvailable: async () => safeStorage.isEncryptionAvailable(),
  encryptStringAsync: async (text) => safeStorage.encryptString(text),
  decryptStringAsync: async (data) => ({ result: safeStorage.decryptString(data) }),
};

/** Linux without a keyring: a key that everybody knows. */
const isUnprotected = () =>
  process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text";
