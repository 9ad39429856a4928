/** A cloudflared that Bookbell may download: one fixed version, and what its file must be. */
export interface Release {
  readonly version: string;
  readonly url: string;
  /** Bytes of the file at `url`. */
  readonly size: number;
  /** SHA-256 of the file at `url`, in hexadecimal. */
  readonly sha256: string;
  readonly packed: "exe" | "tgz";
}

const version = "2026.8.2";

/**
 * Checksums and sizes: as many independent projects pin the files of this release, all alike
 * (github.com/cloudflare/cloudflared/releases/tag/2026.8.2). For macOS, Cloudflare's release notes give the checksum
 * of the program inside the archive; here it is the archive's.
 */
const releases: Readonly<Record<string, Release>> = {
  "linux-x64": exe(
    "cloudflared-linux-amd64",
    39_799_316,
    "fcfb02b575a52ca1af2e3267af4e1517bcdeb30ac48c834c69abaed3c0576ad2",
  ),
  "linux-arm64": exe(
    "cloudflared-linux-arm64",
    37_404_344,
    "7747d94570fb390cf47dcb4f9555c193c6355cda9793f0d878d9049e5d6a7790",
  ),
  "darwin-x64": tgz(
    "cloudflared-darwin-amd64.tgz",
    21_116_242,
    "f1727723c586500e2092368ae21871b3df7ddfd2cb097f22d81bee4a9c458bb4",
  ),
  "darwin-arm64": tgz(
    "cloudflared-darwin-arm64.tgz",
    19_214_189,
    "9042c2c5d8b2de78e60f313d5fb31b6c5c1cebde787a3caf1f2c9588084ac442",
  ),
  "win32-x64": windows(),
  // Cloudflare builds none for it; Windows 11 on ARM runs this one.
  "win32-arm64": windows(),
};

/** Null where Cloudflare publishes none that Bookbell knows the checksum of. */
export const releaseFor = (platform: string, arch: string): Release | null =>
  releases[`${platform}-${arch}`] ?? null;

/** What the program's file is called. */
export const programName = (platform: string): string =>
  platform === "win32" ? "cloudflared.exe" : "cloudflared";

function exe(file: string, size: number, sha256: string): Release {
  const url = `https://github.com/cloudflare/cloudflared/releases/download/${version}/${file}`;
  return { version, url, size, sha256, packed: "exe" };
}

function tgz(file: string, size: number, sha256: string): Release {
  return { ...exe(file, size, sha256), packed: "tgz" };
}

function windows(): Release {
  return exe(
    "cloudflared-windows-amd64.exe",
    54_893_480,
    "c29eee2b121f5436a642eed69fd9767da7e7b8c510fa50aaa130337f931357b5",
  );
}
