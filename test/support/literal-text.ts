import { parseSync } from "vite";

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** Attributes that are read out, or shown as they are. */
const told = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-placeholder",
  "aria-roledescription",
  "aria-valuetext",
  "help",
  "label",
  "note",
  "placeholder",
  "text",
  "title",
]);

/** The texts that a component shows or speaks without having them from a catalogue. */
export function literalTexts(source: string): string[] {
  return jsxIn(parseSync("component.tsx", source).program as unknown as Node).filter((text) =>
    /\p{L}/u.test(text),
  );
}

function jsxIn(node: Node): string[] {
  const own =
    node.type === "JSXElement" || node.type === "JSXFragment"
      ? (node.children as Node[]).flatMap(shownBy)
      : node.type === "JSXAttribute" && told.has((node.name as { name: string }).name) && node.value
        ? shownBy(node.value as Node)
        : [];
  return [...own, ...partsOf(node).flatMap(jsxIn)];
}

/** What an expression may come to, as far as it is written there. */
function shownBy(node: Node): string[] {
  const of = (...names: readonly string[]) => names.flatMap((name) => shownBy(node[name] as Node));
  switch (node.type) {
    case "JSXText":
    case "Literal":
      return [String(node.value ?? "")];
    case "TemplateLiteral":
      return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    case "JSXExpressionContainer":
    case "ParenthesizedExpression":
      return of("expression");
    case "ConditionalExpression":
      return of("consequent", "alternate");
    case "LogicalExpression":
    case "BinaryExpression":
      return node.operator === "+" || node.type === "LogicalExpression" ? of("left", "right") : [];
    default:
      return [];
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);
