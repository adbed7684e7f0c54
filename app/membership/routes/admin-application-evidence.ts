import { notFound, page } from "~/access";
import { fileWithBlob } from "~/files/queries";
import { serveFile } from "~/files/serve";
import { EVIDENCE } from "../applications/draft";

/** Evidence is opened only by those who decide, and only through the application that it belongs to. */
export const loader = page.may("decideApplications")(async ({ db, world, params }) => {
  const file = await fileWithBlob(db, params.fileId ?? "");
  const isOfApplication = file?.ownerKind === EVIDENCE && file.ownerId === params.id;
  if (!isOfApplication) throw notFound();
  return serveFile(world, file.id);
});
