import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { run } from "./system.ts";

interface CertificateOptions {
  /** Whom it is for, in OpenSSL's words; by default this computer. */
  readonly names?: string;
  /** It ran out long ago. */
  readonly ended?: boolean;
}

/** Makes a certificate that is valid on this computer for one day, as two PEM files; nobody vouches for it but itself. */
export async function createCertificate(
  certificate: string,
  key: string,
  { names = "IP:127.0.0.1,DNS:localhost", ended = false }: CertificateOptions = {},
): Promise<void> {
  const files = ["-keyout", key, "-out", certificate];
  const subject = ["-subj", "/CN=localhost", "-addext", `subjectAltName=${names}`];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  await run("openssl", ["req", "-x509", ...kind, ...subject, ...files]);
  if (ended) await endLongAgo(certificate, key);
}

/** `openssl req` gives no certificate of the past; its small authority does. */
async function endLongAgo(certificate: string, key: string): Promise<void> {
  const folder = await mkdtemp(`${certificate}-`);
  const [config, index, request] = ["conf", "index", "request"].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  const lines = [
    "[ca]\ndefault_ca=own",
    `[own]\ndatabase=${index}\nnew_certs_dir=${folder}\nrand_serial=yes`,
    "default_md=sha256\npolicy=any\ncopy_extensions=copy",
    "[any]\ncommonName=supplied\n",
  ];
  await writeFile(config, lines.join("\n"));
  await writeFile(index, "");
  await run("openssl", [
    "x509",
    "-x509toreq",
    "-copy_extensions",
    "copy",
    "-in",
    certificate,
    "-signkey",
    key,
    "-out",
    request,
  ]);
  const dates = ["-startdate", "20200101000000Z", "-enddate", "20200102000000Z"];
  const files = ["-config", config, "-keyfile", key, "-in", request, "-out", certificate];
  await run("openssl", ["ca", "-selfsign", "-batch", "-notext", ...dates, ...files]);
  await rm(folder, { recursive: true });
}
