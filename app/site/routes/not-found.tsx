import { notFound, page } from "~/access";

export const loader = page.public(() => {
  throw notFound();
});

export default function NotFound() {
  return null;
}
