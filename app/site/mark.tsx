/** Two joined rings: a person, and what is around them. */
export const Mark = () => (
  <svg viewBox="0 0 36 32" aria-hidden="true" focusable="false">
    <g fill="none" strokeWidth="4" strokeLinecap="round">
      <circle cx="10" cy="22" r="7" stroke="#f4b53f" />
      <circle cx="26" cy="10" r="7" stroke="#fff" />
      <path d="M15 18l5.5-4" stroke="#fff" />
    </g>
  </svg>
);
