import { domainToASCII, domainToUnicode } from "node:url";
import { entitiesRead } from "../../common/entities.ts";

/** The same for texts that differ in nothing but case, or in how their accents are encoded. */
const folded = (text: string): string =>
  text.normalize("NFC").toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFC");

/** A mail address in each spelling in which it is looked for, empty for a text that is none. */
export function spellingsOf(address: string): readonly string[] {
  const [, local, domain] = /^(.+)@([^\s@]+)$/su.exec(address.trim()) ?? [];
  if (!local || !domain) return [];
  const domains = [domain, domainToASCII(domain), domainToUnicode(domain)].filter(Boolean);
  return [...new Set(domains.map((one) => folded(`${local}@${one}`)))];
}

/** The bytes of a body, whether it can be read or not, as a text in which addresses are found. */
export function searchable(body: Uint8Array): string {
  try {
    return searchableText(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    // Latin-1 is all bytes can say by themselves; without the zeros between them, UTF-16 reads the same.
    const { buffer, byteOffset, byteLength } = body;
    const latin = Buffer.from(buffer, byteOffset, byteLength).toString("latin1").replaceAll("\0", "");
    return searchableText(`${new TextDecoder().decode(body)}\n${latin}`);
  }
}

/** Texts that programs have passed on are escaped in one another. */
const mostLayers = 3;

/**
 * Of JSON, whole or broken: it is not parsed, so that nothing is missed that a parser would drop. Beside it stands how
 * it reads without its escapes, those of links and those of HTML, and without those within.
 */
export function searchableText(json: string): string {
  const readings = [json];
  let text = json;
  for (let layer = 0; layer < mostLayers; layer++) {
    const outer = text;
    for (const decoded of [unescaped, percentDecoded, entitiesRead]) {
      const inner = decoded(text);
      if (inner !== text) readings.push(inner);
      text = inner;
    }
    if (text === outer) break;
  }
  // A backslash that is an escape is no part of an address.
  return folded((json.includes("\\") ? readings.slice(1) : readings).join("\n"));
}

/** Whether one of the spellings stands in a searchable text, and not as a part of another address. */
export function mentions(text: string, spellings: readonly string[]): boolean {
  return spellings.some((wanted) => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
      if (standsAlone(text, at, at + wanted.length)) return true;
    return false;
  });
}

/** What may come before or behind it in a longer one; quotes and the like around it are no part of it. */
const goesOnBefore = /[\p{L}\p{M}\p{N}][.!#$%'*+^_~-]*$/u;
const goesOnBehind = /^(?:[\p{L}\p{M}\p{N}_]|[.-]+[\p{L}\p{N}])/u;
const nearby = 64;

const standsAlone = (text: string, from: number, to: number): boolean =>
  !goesOnBefore.test(text.slice(Math.max(0, from - nearby), from)) &&
  !goesOnBehind.test(text.slice(to, to + nearby));

const controls: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

const unescaped = (json: string): string =>
  json.replace(/\\(?:u([\da-f]{4})|(.))/gis, (_, code?: string, one = "") =>
    code === undefined ? (controls[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16)),
  );

const percentDecoded = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
