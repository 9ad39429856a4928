/** Encoded whole: a "?" in an address would add receivers and texts of its own. */
export const mailTo = (email: string) =>
  email.includes("@") ? new URL(`mailto:${encodeURIComponent(wellFormed(email)).replace("%40", "@")}`) : null;

/** A half of a character cannot be encoded, and throws. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, "\ufffd");

/** Digits with one plus before them: with stars and hashes a phone would be told to do something, not to call. */
export function callTo(phone: string): URL | null {
  const [, plus = "", digits = ""] = /^[\p{L}\s:.]*(\+?)([\d\s()./-]*)/u.exec(phone) ?? [];
  const number = digits.replace(/\D/g, "");
  return number.length >= 3 ? new URL(`tel:${plus}${number}`) : null;
}
