import type { ApplicationState } from "../applications/rules";

interface QueueView {
  words: string;
  empty: string;
  states: readonly ApplicationState[];
  order: "asc" | "desc";
}

/** What the office can look at. What waits is read oldest first, what is past newest first. */
export const QUEUE_VIEWS = {
  waiting: {
    words: "Waiting for the office",
    empty: "Nothing waits for you",
    states: ["submitted", "answered"],
    order: "asc",
  },
  moreWanted: {
    words: "Waiting for the applicant’s answer",
    empty: "No question is open",
    states: ["moreWanted"],
    order: "asc",
  },
  approved: {
    words: "Approved",
    empty: "Nothing has been approved yet",
    states: ["approved"],
    order: "desc",
  },
  declined: {
    words: "Declined",
    empty: "Nothing has been declined",
    states: ["declined"],
    order: "desc",
  },
  ended: {
    words: "Ended or withdrawn",
    empty: "Nothing has ended",
    states: ["ended", "withdrawn"],
    order: "desc",
  },
  draft: {
    words: "Not sent yet",
    empty: "Nobody is filling in an application",
    states: ["draft"],
    order: "desc",
  },
} as const satisfies Record<string, QueueView>;

export type QueueViewName = keyof typeof QUEUE_VIEWS;

export const isQueueView = (name: string): name is QueueViewName =>
  Object.hasOwn(QUEUE_VIEWS, name);
