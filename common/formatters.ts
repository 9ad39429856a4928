/** More than a user's own zones and formats ever make; hostile zone names must not fill the memory. */
const most = 200;
const made = new Map<string, Intl.DateTimeFormat>();

/**
 * A formatter, made once: making one costs a hundred times what using it costs, and a full day asks for several a row.
 * @throws RangeError when there is no zone of that name
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  if (made.size >= most) made.clear();
  made.set(key, format);
  return format;
}
