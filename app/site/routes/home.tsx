import type { MetaFunction } from "@remix-run/node";
import { page } from "~/access";

export const meta: MetaFunction = () => [{ title: "Linkway" }];

export const loader = page.public(() => null);

export default function Home() {
  return <h1 className="nhsuk-heading-xl">Linkway</h1>;
}
