import { Button } from "~/ui/button";
import { QUEUE_VIEWS, type QueueViewName } from "./queue-views";

/** Chooses what the list shows; a plain search form, so that its address can be kept. */
export const QueueFilterForm = ({ view, search }: { view: QueueViewName; search: string }) => (
  <form method="get" action="/admin/applications" className="portal-filter">
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="state">
        Show
      </label>
      <select className="nhsuk-select" id="state" name="state" defaultValue={view}>
        {Object.entries(QUEUE_VIEWS).map(([name, { words }]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="q">
        Name, email address or employer
      </label>
      <input
        className="nhsuk-input nhsuk-input--width-20"
        id="q"
        name="q"
        type="search"
        maxLength={100}
        defaultValue={search}
        spellCheck={false}
      />
    </div>
    <Button kind="secondary">Show applications</Button>
  </form>
);
