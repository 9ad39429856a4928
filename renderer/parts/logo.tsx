/** The bell over the open book; the same shape as build/icons/mark.svg. */
export function Logo({ class: name }: { class: string }) {
  return (
    <svg class={name} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      <path d="M10 2H14A1 1 0 0 1 15 3V4H13V5.06A8 7.5 0 0 1 20 12.25A.75 .75 0 0 1 19.25 13H4.75A.75 .75 0 0 1 4 12.25A8 7.5 0 0 1 11 5.06V4H9V3A1 1 0 0 1 10 2Z M3 14.5A.5 .5 0 0 1 3.5 14H7.5C10 14 11.3 14.8 12 16.7C12.7 14.8 14 14 16.5 14H20.5A.5 .5 0 0 1 21 14.5V18.5A.5 .5 0 0 1 20.5 19H16.5C14.2 19 12.7 19.8 12 21.7C11.3 19.8 9.8 19 7.5 19H3.5A.5 .5 0 0 1 3 18.5Z" />
    </svg>
  );
}
