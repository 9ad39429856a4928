// Imported first by a test that loads electron-store outside of Electron: its own `electron` would fetch the runtime.
process.env.ELECTRON_OVERRIDE_DIST_PATH ??= "/nowhere";
