import { Details } from "nhsuk-react-components";

interface MailFrameProps {
  subject: string;
  /** Where the mail's HTML is. */
  address: string;
  text: string;
}

/** A mail as its reader sees it, and below it as plain text. */
export const MailFrame = ({ subject, address, text }: MailFrameProps) => (
  <>
    <h2 className="nhsuk-heading-m">{subject}</h2>
    <iframe
      className="portal-mail"
      title={subject}
      src={address}
      width="100%"
      height="640"
      sandbox="allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"
    />
    <Details>
      <Details.Summary>As plain text</Details.Summary>
      <Details.Text>
        <pre className="portal-plain-text">{text}</pre>
      </Details.Text>
    </Details>
  </>
);
