/** Long enough to be a token, a key or a signature, wherever it came from. */
const secretLike = /[\w-]{32,}/g;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Whatever may have a mail address in it: looked for as such, each of its letters would be taken for a beginning. */
const word = /[^\s"'<>]+/g;

/** Takes what must not be in a log out of a line. Booking ids stay: they say nothing to a stranger. */
export const redact = (text: string): string =>
  text
    .replace(word, (word) => (word.includes("@") ? "‹mail›" : word))
    .replace(secretLike, (word) => (uuid.test(word) ? word : "‹secret›"));
