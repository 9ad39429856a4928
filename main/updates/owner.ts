import { appImageOf } from "../lifecycle/app-image.ts";

/** Who replaces this copy of Bookbell by a newer one: itself, the system's packages, or whoever builds it. */
export function ownerOf(
  { platform, env, execPath }: Pick<NodeJS.Process, "platform" | "env" | "execPath">,
  packaged: boolean,
): "self" | "package" | "source" {
  if (!packaged) return "source";
  return platform !== "linux" || appImageOf(env, execPath) ? "self" : "package";
}
