export interface Task {
  title: string;
  /** Absent while it cannot be started yet. */
  href?: string;
  hint?: string;
  status: string;
  isDone?: boolean;
}

/** The steps of a journey that may be taken in any order or left for later. */
export const TaskList = ({ tasks }: { tasks: Task[] }) => (
  <ul className="nhsuk-task-list">
    {tasks.map(({ title, href, hint, status, isDone }) => (
      <li key={title} className="nhsuk-task-list__item nhsuk-task-list__item--with-link">
        <div className="nhsuk-task-list__name-and-hint">
          {href ? (
            <a className="nhsuk-link nhsuk-task-list__link" href={href}>
              {title}
            </a>
          ) : (
            <div>{title}</div>
          )}
          {hint && <div className="nhsuk-task-list__hint">{hint}</div>}
        </div>
        <div
          className={
            isDone
              ? "nhsuk-task-list__status nhsuk-task-list__status--completed"
              : "nhsuk-task-list__status"
          }
        >
          {status}
        </div>
      </li>
    ))}
  </ul>
);
