// Loaded into Bookbell: it says when its window has been painted, hidden and closed, each with the how-manieth time it is
// and the milliseconds since 1970. Playwright would make each page load later, as it prepares it for its own use.
const { app } = require("electron");

/** Resolves in the page when a frame that holds the schedule has gone to the screen. */
const drawn = `new Promise((resolve) => {
  const look = () =>
    requestAnimationFrame(document.querySelector(".agenda, .empty") ? () => requestAnimationFrame(resolve) : look);
  look();
})`;

/** @type {Record<string, number>} */
const times = {};
/** @param {string} what */
const say = (what) => {
  times[what] = (times[what] ?? 0) + 1;
  console.log(`${what} ${times[what]} ${performance.timeOrigin + performance.now()}`);
};

app.on("browser-window-created", (_event, window) => {
  window.on("show", async () => {
    await window.webContents.executeJavaScript(drawn);
    say("painted");
  });
  window.on("hide", () => say("hidden"));
  window.on("closed", () => say("closed"));
});
