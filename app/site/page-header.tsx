import type { Frame } from "./frame";
import { Mark } from "./mark";
import { type Place, placesOf } from "./navigation";

/** The name, the areas, and in the demonstration the word that it is one. */
export const PageHeader = ({ frame, width }: { frame: Frame; width: string }) => (
  <header>
    {frame.isDemonstration && <DemonstrationBanner width={width} />}
    <div className="portal-header">
      <div className={`${width} portal-header__row`}>
        <a className="portal-mark" href="/">
          <Mark />
          {frame.associationName}
        </a>
        <Navigation label="Main" places={placesOf(frame)} />
      </div>
    </div>
  </header>
);

/** Links side by side that wrap on a phone; the current one is marked. */
export const Navigation = ({ label, places }: { label: string; places: Place[] }) => (
  <nav className="portal-navigation" aria-label={label}>
    <ul>
      {places.map(({ href, name, current }) => (
        <li key={href}>
          <a href={href} aria-current={current}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const DemonstrationBanner = ({ width }: { width: string }) => (
  <div className="portal-banner">
    <div className={width}>
      <p>
        <strong>Demonstration.</strong> The people are made up and no money moves.{" "}
        <a href="/demo">Be somebody else</a> <span aria-hidden="true">·</span>{" "}
        <a href="/demo/mail">Read the mail</a>
      </p>
    </div>
  </div>
);
