import { dialog } from "electron";

/** Asks where to save a file of that name; null = the user changed their mind. */
export async function askWhereToSave(name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: name });
  return canceled || !filePath ? null : filePath;
}

/** Has the user choose a file that is there; null = they changed their mind. */
export async function askForFile(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({ properties: ["openFile", "showHiddenFiles"] });
  return filePaths[0] ?? null;
}
