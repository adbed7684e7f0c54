import type { ReactNode } from "react";
import type { Frame } from "./frame";

/** Header, main and footer around every page; without a frame (the root itself failed) only the main. */
export function PageFrame({ frame, children }: { frame: Frame | undefined; children: ReactNode }) {
  return (
    <>
      <header>{frame?.associationName}</header>
      <div className="nhsuk-width-container">
        <main className="nhsuk-main-wrapper" id="main">
          {children}
        </main>
      </div>
    </>
  );
}
