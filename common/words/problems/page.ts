import type { ProblemCatalogue } from "./catalogue.ts";

/** The words for what is entered wrong, and for what the page cannot show. */
export const pageProblems = {
  "page-silent": {
    message: "Bookbell isn’t responding.",
    remedy: "Try again. If it keeps happening, restart Bookbell.",
  },
  "booking-gone": {
    message: "This booking has been deleted.",
    remedy: "Past bookings are deleted after a while: how long is set in Settings, under Privacy.",
  },
  "delivery-gone": {
    message: "This delivery has been deleted.",
    remedy: "Go back to the log for the others.",
  },
  "not-a-port": {
    message: ({ least, most }) => `Choose a whole number from ${least} to ${most}.`,
    remedy: "",
  },
  "not-a-shortcut": { message: "Enter Ctrl, Alt or Super, and one more key: Ctrl+Alt+B.", remedy: "" },
  "not-a-time": { message: "Enter a time such as 07:30.", remedy: "" },
  "not-a-mail": { message: "Enter a full email address.", remedy: "" },
  "not-an-address": {
    message: "Enter an address that begins with https://, such as https://hooks.example.com.",
    remedy: "",
  },
  "not-a-domain": { message: "Enter a domain only, such as bell.ngrok.app.", remedy: "" },
  "not-a-host": { message: "Enter a name or an IP address, such as server.example.com.", remedy: "" },
  "not-a-user": { message: "Enter the user’s name as the server knows it.", remedy: "" },
  "not-a-socket": { message: "Enter a path that begins with /, or a port.", remedy: "" },
} satisfies Partial<ProblemCatalogue>;
