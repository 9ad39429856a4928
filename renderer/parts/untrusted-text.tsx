/** A tooltip has no <bdi>: these two characters isolate the text there. */
const tooltip = (text: string) => `\u2068${text}\u2069`;

/**
 * Text that somebody else wrote. It is a text node, so it cannot be markup; <bdi> keeps its writing direction from
 * reordering ours. The tooltip has what the ellipsis hides.
 */
export function UntrustedText({ text, struck = false }: { text: string; struck?: boolean }) {
  const isolated = <bdi title={tooltip(text)}>{text}</bdi>;
  return struck ? <s>{isolated}</s> : isolated;
}
