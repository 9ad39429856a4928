/** The words for when the page gets no answer, or breaks. */
export const faults = {
  silent: {
    code: "page-silent",
    message: "Bookbell does not answer.",
    remedy: "Try again; if it stays so, quit Bookbell and start it anew.",
  },
  page: { title: "Something went wrong on this page", text: "Bookbell itself goes on in the background." },
} as const;
