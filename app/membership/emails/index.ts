import { applicationApproved } from "./application-approved";
import { applicationDeclined } from "./application-declined";
import { applicationEnded } from "./application-ended";
import { applicationMoreWanted } from "./application-more-wanted";
import { applicationReceived } from "./application-received";
import { applicationStalled } from "./application-stalled";
import { lapsed } from "./lapsed";
import { reinstated } from "./reinstated";
import { welcome } from "./welcome";

/** Every mail that this room sends. */
export const membershipEmails = {
  "membership.applicationReceived": applicationReceived,
  "membership.applicationMoreWanted": applicationMoreWanted,
  "membership.applicationApproved": applicationApproved,
  "membership.applicationDeclined": applicationDeclined,
  "membership.applicationStalled": applicationStalled,
  "membership.applicationEnded": applicationEnded,
  "membership.welcome": welcome,
  "membership.reinstated": reinstated,
  "membership.lapsed": lapsed,
};
