import type { FormMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { GUARD_ANSWER, type GuardedFields, KEEP_AS_TYPED, REMOVE_DETAILS } from "./answers";
import { type Finding, inspect, refusedFindings } from "./inspect";
import { KIND_NAMES, rewrite } from "./words";

interface GuardedSaveProps<Fields extends Record<string, unknown>> {
  form: FormMetadata<Fields, string[]>;
  guard: GuardedFields;
  /** What each guarded field is called on the page. */
  labels: Record<string, string>;
  /** The words on the button. */
  children: ReactNode;
}

interface Concern {
  label: string;
  text: string;
  findings: Finding[];
}

/** The button of a form with free texts; after the guard spoke, with what it found and the ways on. */
export function GuardedSave<Fields extends Record<string, unknown>>({
  form,
  guard,
  labels,
  children,
}: GuardedSaveProps<Fields>) {
  const typed = (form.status === "error" ? form.initialValue : {}) as Record<string, unknown>;
  const concerns = concernsIn(typed ?? {}, guard, labels);
  // The plain button comes first: it is the one that the Enter key presses.
  return (
    <>
      {concerns.length > 0 && (
        <Notice concerns={concerns} isKept={typed[KEEP_AS_TYPED] !== undefined} />
      )}
      <div className="nhsuk-button-group">
        <Button>{children}</Button>
        {concerns.length > 0 && (
          <Button kind="secondary" name={GUARD_ANSWER} value={REMOVE_DETAILS}>
            Use the version with the details removed
          </Button>
        )}
      </div>
    </>
  );
}

function concernsIn(
  typed: Record<string, unknown>,
  guard: GuardedFields,
  labels: Record<string, string>,
): Concern[] {
  return Object.entries(guard)
    .map(([name, profile]) => {
      const text = typeof typed[name] === "string" ? typed[name] : "";
      return { label: labels[name] ?? name, text, findings: inspect(text, profile) };
    })
    .filter(({ findings }) => findings.length > 0);
}

function Notice({ concerns, isKept }: { concerns: Concern[]; isKept: boolean }) {
  const isRefused = concerns.some(({ findings }) => refusedFindings(findings).length > 0);
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <h2 className="nhsuk-heading-s">Keep patients private</h2>
      {concerns.map((concern) => (
        <Found key={concern.label} {...concern} />
      ))}
      {!isRefused && <KeepAsTyped isTicked={isKept} />}
    </div>
  );
}

const Found = ({ label, text, findings }: Concern) => (
  <>
    <p>In “{label}” we found:</p>
    <ul>
      {findings.map(({ kind, start, end }) => (
        <li key={start}>
          {KIND_NAMES[kind]}: <strong>{text.slice(start, end)}</strong>
        </li>
      ))}
    </ul>
    <p>With the details removed it reads:</p>
    <blockquote className="portal-quote">
      <p className="nhsuk-u-margin-bottom-0">{rewrite(text, findings)}</p>
    </blockquote>
  </>
);

const KeepAsTyped = ({ isTicked }: { isTicked: boolean }) => (
  <div className="nhsuk-checkboxes">
    <div className="nhsuk-checkboxes__item">
      <input
        className="nhsuk-checkboxes__input"
        id={KEEP_AS_TYPED}
        name={KEEP_AS_TYPED}
        type="checkbox"
        value="on"
        defaultChecked={isTicked}
      />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={KEEP_AS_TYPED}>
        It does not show who a patient is. Save it as I typed it
      </label>
    </div>
  </div>
);
