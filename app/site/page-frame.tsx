import type { ReactNode } from "react";
import type { Frame } from "./frame";
import { isOffice, officePlacesOf } from "./navigation";
import { PageFooter } from "./page-footer";
import { Navigation, PageHeader } from "./page-header";

interface PageFrameProps {
  /** Absent where the root itself failed: then only the main stands. */
  frame: Frame | undefined;
  children: ReactNode;
}

/** Header, main and footer around every page. The office has the width of a desk and a navigation of its own. */
export function PageFrame({ frame, children }: PageFrameProps) {
  const width = frame && isOffice(frame.path) ? "portal-wide" : "nhsuk-width-container";
  const rooms = frame && isOffice(frame.path) ? officePlacesOf(frame) : [];
  return (
    <>
      <a className="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      {frame && <PageHeader frame={frame} width={width} />}
      {rooms.length > 0 && (
        <div className="portal-office">
          <div className={width}>
            <Navigation label="Office" places={rooms} />
          </div>
        </div>
      )}
      <div className="portal-page">
        <div className={width}>
          <main className="nhsuk-main-wrapper" id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      {frame && <PageFooter frame={frame} width={width} />}
    </>
  );
}
