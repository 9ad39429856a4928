import { appImageOf } from "../desktop/app-image.ts";

/** Who replaces a copy of Bookbell by a newer one: itself, the system's packages, or whoever builds it. */
export type Owner = "self" | "package" | "source";

/** Whose this copy is. */
export function ownerOf(
  { platform, env, execPath }: Pick<NodeJS.Process, "platform" | "env" | "execPath">,
  packaged: boolean,
): Owner {
  if (!packaged) return "source";
  return platform !== "linux" || appImageOf(env, execPath) ? "self" : "package";
}
