export interface Todo {
  href: string;
  title: string;
  about?: string | null;
  /** Good to know, but nobody waits for it. */
  isQuiet?: boolean;
}

export const TodoList = ({ items }: { items: Todo[] }) => (
  <ul className="portal-todo">
    {items.map(({ href, title, about, isQuiet }) => (
      <li key={href + title} className={isQuiet ? "portal-todo__quiet" : undefined}>
        <a href={href}>{title}</a>
        {about && <span className="portal-todo__about">{about}</span>}
      </li>
    ))}
  </ul>
);
