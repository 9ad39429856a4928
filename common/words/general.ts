/** The words for how Bookbell starts, opens and looks, and for its keys. */
export const general = {
  title: "General",
  login: "Start at login",
  loginHelp: "Hidden, so that nothing is missed.",
  hotkey: "Shortcut",
  hotkeyHelp: "Opens and hides this window from anywhere, such as Ctrl+Alt+B. Empty is none.",
  keepOpen: "Keep open",
  keepOpenHelp: "The window stays when you click elsewhere.",
  theme: "Look",
  themes: { system: "System", light: "Light", dark: "Dark" },
} as const;

export const keys = {
  title: "Keys",
  /** The keys themselves, where they stand on what they do. */
  join: "J",
  row: "Keyboard",
  rowHelp: "Everything works by keys. Press ? for the list.",
  list: [
    ["↑ ↓", "through a list"],
    ["← →", "previous or next day"],
    ["T", "today"],
    ["J", "join the call that is on, or about to start"],
    ["Enter", "opens a booking"],
    ["Ctrl+F or /", "searches"],
    ["Ctrl+,", "settings"],
    ["Ctrl + or −", "larger or smaller text"],
    ["Ctrl+0", "text at 100 %"],
    ["Ctrl+Shift+P", "hides names, or shows them"],
    ["Esc", "goes back, or hides the window"],
    ["?", "this list"],
  ],
  mac: "On a Mac, ⌘ takes the place of Ctrl.",
} as const;
