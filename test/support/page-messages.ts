import messages from "../../languages/compiled/page/en.js";

// As the script of the page's language does.
Object.assign(globalThis, { messages });
