/** Shown once, to be printed, copied or downloaded: only hashes are kept. */
export function RecoveryCodesList({ codes, next }: { codes: string[]; next: string }) {
  const text = `${codes.join("\r\n")}\r\n`;
  return (
    <>
      <p>
        Each of these signs you in once when you do not have your phone. Keep them where you keep
        important papers, or in a password manager. <strong>They are shown only now.</strong>
      </p>
      <ul className="nhsuk-list portal-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="recovery-codes.txt"
        >
          Download the codes
        </a>
        , print this page, or write them down.
      </p>
      <p>
        <a className="nhsuk-button" href={next} draggable="false">
          I have kept the codes
        </a>
      </p>
    </>
  );
}
