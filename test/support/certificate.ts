import { run } from "./system.ts";

/** Makes a certificate that is valid on this computer for one day, as two PEM files. */
export async function createCertificate(certificate: string, key: string): Promise<void> {
  const files = ["-keyout", key, "-out", certificate];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  await run("openssl", ["req", "-x509", ...kind, ...names, ...files]);
}
