import { instantInWords } from "~/lib/words";
import { STATE_WORDS } from "./joining/words";
import type { PersonPage } from "./person-page";

export const Applications = ({
  applications,
}: {
  applications: NonNullable<PersonPage["applications"]>;
}) => (
  <ul className="portal-lines">
    {applications.map(({ id, state, gradeName, startedAt, submittedAt }) => (
      <li key={id}>
        <a href={`/admin/applications/${id}`}>
          {gradeName ?? "No grade chosen yet"}: {STATE_WORDS[state ?? "draft"]}
        </a>
        <span className="portal-lines__about">
          {submittedAt
            ? `Sent ${instantInWords(submittedAt)}`
            : `Begun ${instantInWords(startedAt)}`}
        </span>
      </li>
    ))}
  </ul>
);
