/** Timekit's action links are keys: whoever has one can cancel the booking. */
const signatures = /(signature=)[^"&\\\s]+/g;

/** An escaped quote, backslash or slash; another escape, which stays; or a letter that means something to some shell. */
const special = /\\(["\\/])|\\(?:u[\da-f]{4}|[bfnrt])|[^ "\w{}[\],:.+=@/-]/gi;

/** Of what is no JSON the blank, too: to cmd it ends the body, and begins an option. */
const unusual = /[^\w{}[\],:.+=@/-]/g;

/**
 * A command that posts a body again, to whatever address $BOOKBELL_ADDRESS holds; without token and signatures. The JSON
 * says the same, in letters that neither bash, fish and PowerShell nor cmd take for an end or a beginning.
 */
export function curlOf(body: string): string {
  const text = body.replace(signatures, "$1REMOVED").replace(/[\r\n\t]+/g, " ");
  const safe = text.replace(isJson(text) ? special : unusual, (all, escaped?: unknown) =>
    typeof escaped === "string"
      ? escapeOf(escaped)
      : all.startsWith("\\") && all.length > 1
        ? all
        : escapeOf(all),
  );
  return `curl -X POST "$BOOKBELL_ADDRESS" -H 'content-type: application/json' --data-raw '${safe}'`;
}

const escapeOf = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
