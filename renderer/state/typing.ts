type Field = HTMLInputElement | HTMLTextAreaElement;

/** Those that hold what somebody has written; a date or a choice is made at once. */
const written = new Set(["text", "search", "email", "password", "url", "tel", "number", "textarea"]);

const isField = (target: EventTarget | null): target is Field =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && written.has(target.type);

/** Tells whether something was typed that is still there, neither sent nor kept. */
export function watchTyping(page: Document): () => boolean {
  const typed = new Set<Field>();
  page.addEventListener("input", ({ target }) => {
    for (const field of typed) if (!field.isConnected) typed.delete(field);
    if (isField(target)) typed.add(target);
  });
  page.addEventListener("change", ({ target }) => {
    // One that stands alone is kept with that; one of a form is sent with it, and a search is never done.
    if (isField(target) && !target.form && target.type !== "search") typed.delete(target);
  });
  return () => [...typed].some((field) => field.isConnected && field.value.trim() !== "");
}
