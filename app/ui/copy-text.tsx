/** Something to take elsewhere, such as a code; with script a button copies it. */
export const CopyText = ({ text }: { text: string }) => (
  <span className="portal-copy" data-copy={text}>
    <code>{text}</code>
  </span>
);
