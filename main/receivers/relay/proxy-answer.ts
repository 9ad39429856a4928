/** How the first part of an entry stands in a URL; a proxy script's "PROXY" speaks HTTP. */
const schemes: Readonly<Record<string, string>> = { PROXY: "http", HTTP: "http", HTTPS: "https" };

/**
 * The first way in a proxy script's answer that Bookbell knows: straight, or by the proxy at a URL; null = it knows none, as
 * of SOCKS. The others are for whom the first is of no use.
 */
export function firstUsable(answer: string): URL | "direct" | null {
  const entries = answer.split(";").map((entry) => entry.trim());
  if (entries.join("") === "") return "direct";
  for (const entry of entries) {
    const [kind = "", place = ""] = entry.split(/\s+/);
    if (kind.toUpperCase() === "DIRECT") return "direct";
    const scheme = schemes[kind.toUpperCase()];
    const url = `${scheme}://${place}`;
    if (scheme && place && URL.canParse(url)) return new URL(url);
  }
  return null;
}
