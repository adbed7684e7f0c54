import type { Frame } from "./frame";

const LINKS = [
  ["/about", "About"],
  ["/help", "Help"],
  ["/contact", "Contact"],
  ["/code-of-practice", "Code of practice"],
  ["/terms", "Terms"],
  ["/privacy", "Privacy"],
  ["/cookies", "Cookies"],
  ["/accessibility", "Accessibility"],
] as const;

export const PageFooter = ({ frame, width }: { frame: Frame; width: string }) => (
  <footer className="portal-footer">
    <div className={width}>
      {frame.person && <SignedIn name={frame.person.name} />}
      <nav aria-label="About this portal">
        <ul>
          {LINKS.map(([href, name]) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <strong>Independent of the NHS.</strong> {frame.associationName} is a professional
        association for social prescribing link workers.
      </p>
      <p>
        <a href={`mailto:${frame.contactEmail}`}>{frame.contactEmail}</a>
      </p>
      {frame.postalAddress && <p>{frame.postalAddress.split("\n").join(", ")}</p>}
    </div>
  </footer>
);

const SignedIn = ({ name }: { name: string }) => (
  <form className="portal-signed-in" method="post" action="/sign-out">
    {name ? `Signed in as ${name}.` : "Signed in."}{" "}
    <button className="portal-link-button" type="submit">
      Sign out
    </button>
  </form>
);
