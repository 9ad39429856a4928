/**
 * The AppImage file that this program runs from; null when it runs from none. `APPIMAGE` alone does not tell: whatever an
 * AppImage starts inherits it.
 */
export function appImageOf(env: NodeJS.ProcessEnv, program: string): string | null {
  const { APPIMAGE: file, APPDIR: mounted } = env;
  return file && mounted && program.startsWith(mounted) ? file : null;
}
