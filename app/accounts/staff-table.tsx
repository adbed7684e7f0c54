import { Table, Tag } from "nhsuk-react-components";
import { dateInWords } from "~/lib/words";
import { Scroll } from "~/ui/scroll";
import { ROLE_WORDS, type Role } from "./policy";

interface Held {
  id: string;
  personId: string;
  role: Role;
  fromOn: string;
  givenName: string;
  familyName: string;
  email: string;
  twoFactorAt: string | null;
}

/** Who may do what in the office, and who still lacks the second factor without which they see nothing of it. */
export const StaffTable = ({ held, ownId }: { held: Held[]; ownId: string }) => (
  <Scroll label="Who works in the office">
    <Table caption="Who works in the office">
      <Table.Head>
        <Table.Row>
          <Table.Cell>Name</Table.Cell>
          <Table.Cell>Role</Table.Cell>
          <Table.Cell>Since</Table.Cell>
          <Table.Cell>Two-factor sign-in</Table.Cell>
          <Table.Cell>Change</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {held.map((row) => (
          <Table.Row key={row.id}>
            <Table.Cell>
              {row.givenName} {row.familyName}
              <br />
              {row.email}
            </Table.Cell>
            <Table.Cell>{ROLE_WORDS[row.role]}</Table.Cell>
            <Table.Cell>{dateInWords(row.fromOn)}</Table.Cell>
            <Table.Cell>
              {row.twoFactorAt ? "Set up" : <Tag color="red">Not set up</Tag>}
            </Table.Cell>
            <Table.Cell>
              {row.personId === ownId && row.role === "administrator" ? (
                "Your own"
              ) : (
                <a href={`/admin/staff/roles/${row.id}/end`}>
                  End role
                  <span className="nhsuk-u-visually-hidden">
                    {" "}
                    {ROLE_WORDS[row.role]} of {row.givenName} {row.familyName}
                  </span>
                </a>
              )}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </Scroll>
);
