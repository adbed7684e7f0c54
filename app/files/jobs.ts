import type { JobHandler } from "~/jobs/worker";
import { clearStrayContent, removeContent } from "./clear-away";

export interface FilesJobs {
  "files.removeContent": { sha256: string };
  "files.clearStrayContent": null;
}

export const filesJobs: { [Name in keyof FilesJobs]: JobHandler<FilesJobs[Name]> } = {
  "files.removeContent": removeContent,
  "files.clearStrayContent": clearStrayContent,
};
