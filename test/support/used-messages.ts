import { parseSync } from "vite";

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** The names by which code gets at something; null = whichever is asked for. */
type Way = readonly (string | null)[];

/** What a name stands for in a file: there may be several functions that use it. */
type Names = Map<string, Way[]>;

const isNode = (part: unknown): part is Node =>
  typeof part === "object" && part !== null && typeof (part as Node).type === "string";
const partsOf = (node: Node): Node[] =>
  Object.entries(node)
    .filter(([name]) => name !== "typeAnnotation" && name !== "typeArguments")
    .flatMap(([, part]) => part)
    .filter(isNode);

/** Without what TypeScript says of it. */
function bare(node: Node): Node {
  const wraps = /^(TS\w+Expression|ParenthesizedExpression|ChainExpression)$/;
  return wraps.test(node.type) ? bare(node.expression as Node) : node;
}

/** "words.agenda[state].title" is words, agenda, null, title; none where it is none of this kind. */
function waysTo(from: Node): Way[] {
  const node = bare(from);
  if (node.type === "Identifier") return [[String(node.name)]];
  // What a function gives has its name here: "words().tray".
  if (node.type === "CallExpression") return waysTo(node.callee as Node);
  if (node.type !== "MemberExpression") return [];
  const property = node.property as Node;
  const last = node.computed ? askedBy(property) : [String(property.name)];
  return waysTo(node.object as Node).flatMap((way) => last.map((name) => [...way, name]));
}

/** What stands in brackets: a text, one of two, or anything. */
function askedBy(node: Node): Way {
  if (node.type === "Literal") return [String(node.value)];
  if (node.type !== "ConditionalExpression") return [null];
  return [...askedBy(node.consequent as Node), ...askedBy(node.alternate as Node)];
}

const put = (names: Names, name: string, way: Way) => names.set(name, [...(names.get(name) ?? []), way]);

/** What each name of a pattern stands for, of what comes by that way. */
function named(pattern: Node, way: Way, names: Names): void {
  if (pattern.type === "Identifier" && way.length > 0) put(names, String(pattern.name), way);
  if (pattern.type === "AssignmentPattern") named(pattern.left as Node, way, names);
  if (pattern.type !== "ObjectPattern") return;
  for (const one of pattern.properties as Node[]) {
    if (one.type === "RestElement") named(one.argument as Node, way, names);
    else {
      const key = one.key as Node;
      named(one.value as Node, [...way, String(key.name ?? key.value)], names);
    }
  }
}

/** What a function is given is words where its type says so. */
const rootOf = (param: Node, source: string): Way =>
  /: .*(Words|Messages)\b/s.test(source.slice(Number(param.start), Number(param.end))) ? ["words"] : [];

function namesIn(node: Node, names: Names, source: string): Names {
  if (node.type === "VariableDeclarator" && node.init) {
    for (const way of waysTo(node.init as Node)) named(node.id as Node, way, names);
  }
  if (Array.isArray(node.params))
    for (const param of node.params as Node[])
      if (param.type === "ObjectPattern") named(param, rootOf(param, source), names);
  for (const part of partsOf(node)) namesIn(part, names, source);
  return names;
}

/** By all that its first name stands for. */
function spelled([first = null, ...rest]: Way, names: Names, seen: readonly string[] = []): Way[] {
  const known = first === null || seen.includes(first) ? [] : (names.get(first) ?? []);
  const itself: Way = [first, ...rest];
  const others = known.flatMap((way) => spelled(way, names, [...seen, String(first)]));
  return [itself, ...others.map((way) => [...way, ...rest])];
}

/** What stands in the brackets along a way. */
function besides(from: Node): Node[] {
  const node = bare(from);
  if (node.type === "CallExpression") return [...(node.arguments as Node[]), ...besides(node.callee as Node)];
  if (node.type !== "MemberExpression") return [];
  return [...(node.computed ? [node.property as Node] : []), ...besides(node.object as Node)];
}

function waysIn(node: Node, isUse: (node: Node) => boolean): Way[] {
  const own = waysTo(node);
  if (own.length > 0) return [...own, ...besides(node).flatMap((part) => waysIn(part, isUse))];
  if (!isUse(node)) return [];
  const declares = node.type === "VariableDeclarator" && node.init && waysTo(node.init as Node).length > 0;
  const parts = (declares ? besides(node.init as Node) : partsOf(node)).filter(
    ({ type }) => type !== "ObjectPattern",
  );
  const keys = new Set([node.type === "Property" && !node.computed ? node.key : null]);
  return parts.filter((part) => !keys.has(part)).flatMap((part) => waysIn(part, isUse));
}

/**
 * How code gets at things, as "agenda.off.*", from each name on by which the way to one begins.
 * @param spreads whether what is spread is used; else whoever uses it by that name does
 */
export function endsOf(file: string, source: string, { spreads }: { readonly spreads: boolean }): string[] {
  const program = parseSync(file, source).program as unknown as Node;
  const names = namesIn(program, new Map(), source);
  const isUse = (node: Node) =>
    node.type !== "ImportDeclaration" && (spreads || node.type !== "SpreadElement");
  return waysIn(program, isUse)
    .flatMap((way) => spelled(way, names))
    .flatMap((way) => way.map((_, start) => way.slice(start)))
    .filter((end) => end.filter((name) => name !== null).length > 1)
    .map((end) => end.map((name) => name ?? "*").join("."));
}

/** Whether one of these leads to the message of that key, or to what it is among: by two names at least. */
export function isAskedFor(key: string, ends: ReadonlySet<string>): boolean {
  const parts = ["words", ...key.split(".")];
  return parts.some((_, from) =>
    parts
      .slice(from)
      .some((_, length) =>
        spellings(parts.slice(from, from + length + 1)).some((end) => ends.has(end.join("."))),
      ),
  );
}

/** Each of the names, or "*" in its place. */
const spellings = ([first, ...rest]: readonly string[]): string[][] =>
  first === undefined
    ? [[]]
    : spellings(rest).flatMap((end) => [
        [first, ...end],
        ["*", ...end],
      ]);
