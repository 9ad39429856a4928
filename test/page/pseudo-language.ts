/**
 * Has the page speak a language of no country: each letter with an accent, half as long again, and from right to left. What
 * others wrote, such as a name, stays as it is. Runs within the page.
 */
export function speakPseudo(): void {
  const accents: Record<string, string> = {
    a: "á",
    e: "ê",
    i: "ï",
    o: "ö",
    u: "ü",
    n: "ñ",
    c: "ç",
    s: "š",
    A: "Å",
    E: "É",
  };
  const theirs =
    "bdi, pre, code, [dir='auto'], .booking-text, .circle, .day-cell-name, input, textarea, time";
  /** Each word with its first half once more: words that were alike stay so, as a button's name and what is on it. */
  const pseudo = (text: string): string =>
    text.replace(/\p{L}+/gu, (word) => {
      const accented = word.replace(/[aeioucnsAE]/g, (letter) => accents[letter] ?? letter);
      return accented + accented.slice(0, Math.ceil(word.length / 2)).toLowerCase();
    });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts)
    if (!text.parentElement?.closest(`${theirs}, script, style`)) text.data = pseudo(text.data);
  // What names somebody is theirs in part.
  for (const name of ["aria-label", "placeholder", "title"])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (!element.querySelector("bdi") && !element.closest(".booking-text"))
        element.setAttribute(name, pseudo(element.getAttribute(name) ?? ""));
  document.documentElement.dir = "rtl";
}

/** What of the page's own words is cut off, or lies beyond the window; a line each. Runs within the page. */
export function cutOff(): string[] {
  const isSeen = (element: Element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const hides = (element: Element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return {
      x: overflowX === "hidden" || overflowX === "clip",
      y: overflowY === "hidden" || overflowY === "clip",
    };
  };
  const own = [
    ...document.querySelectorAll("button, a, p, li, h1, h2, h3, dt, dd, label, legend, span, summary"),
  ]
    .filter((element) => isSeen(element) && element.textContent?.trim())
    // What is only heard is cut on purpose, and what others wrote may be as long as it likes.
    .filter((element) => getComputedStyle(element).clipPath === "none")
    .filter((element) => !element.querySelector("bdi") && !element.closest("bdi, .circle"));
  const cut = own.filter((element) => {
    const { x, y } = hides(element);
    const { left, right } = element.getBoundingClientRect();
    const isBeyond = right > innerWidth + 1 || left < -1;
    return (
      isBeyond ||
      (x && element.scrollWidth > element.clientWidth + 1) ||
      (y && element.scrollHeight > element.clientHeight + 2)
    );
  });
  return cut.map((element) => `${element.className}: ${element.textContent}`.slice(0, 120));
}
