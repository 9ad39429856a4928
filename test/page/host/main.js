import { app } from "electron";

// The tests open the windows, one after the other; each closes its own.
app.on("window-all-closed", () => {});
