import { SummaryList } from "nhsuk-react-components";

interface SettingsLineProps {
  name: string;
  value: string;
  href: string;
  action: string;
}

/** One thing that somebody can change about the account, and the way there. */
export const SettingsLine = ({ name, value, href, action }: SettingsLineProps) => (
  <SummaryList.Row>
    <SummaryList.Key>{name}</SummaryList.Key>
    <SummaryList.Value>{value}</SummaryList.Value>
    <SummaryList.Action href={href}>{action}</SummaryList.Action>
  </SummaryList.Row>
);
