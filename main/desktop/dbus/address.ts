const key = "path=";

/**
 * The files that an address of a bus leads to, in turn (D-Bus specification, "Server Addresses"). No other computer's,
 * and no abstract socket: Node 20 fills up its name with NUL, so that it is another one.
 */
export function socketPaths(address: string): string[] {
  return address.split(";").flatMap((entry) => {
    const [, pairs] = /^unix:(.*)$/s.exec(entry) ?? [];
    if (pairs === undefined) return [];
    const path = unescaped(pairs.split(",").find((pair) => pair.startsWith(key)));
    return path ? [path] : [];
  });
}

function unescaped(pair: string | undefined): string {
  try {
    return decodeURIComponent(pair?.slice(key.length) ?? "");
  } catch {
    return "";
  }
}
