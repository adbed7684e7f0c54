export type ProblemType =
  | "invalid_request_error"
  | "card_error"
  | "idempotency_error"
  | "api_error";

export interface ProblemDetail {
  type: ProblemType;
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
}

/** A refusal in Stripe's error shape. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: ProblemDetail,
    /** Stripe keeps the answer of an idempotency key unless the parameters themselves were wrong. */
    readonly beforeWork = false,
  ) {
    super(detail.message);
  }
}

const invalid = (status: number, message: string, rest: Partial<ProblemDetail>) =>
  new Problem(status, { type: "invalid_request_error", message, ...rest });

/** 400: the request makes no sense to Stripe. */
export const refuse = (message: string, param?: string, code?: string) =>
  invalid(400, message, { ...(param && { param }), ...(code && { code }) });

/** 400 raised while reading parameters, before anything was done. */
export const unreadable = (message: string, param: string, code?: string) =>
  new Problem(400, { type: "invalid_request_error", message, param, ...(code && { code }) }, true);

/** 400: Stripe has this, the stand-in does not; it says so instead of pretending. */
export const unsupported = (message: string, param?: string) =>
  new Problem(
    400,
    {
      type: "invalid_request_error",
      message,
      code: "stand_in_unsupported",
      ...(param && { param }),
    },
    true,
  );

/** 404: no such object. */
export const missing = (what: string, id: string, param = "id") =>
  invalid(param === "id" ? 404 : 400, `No such ${what}: '${id}'`, {
    param,
    code: "resource_missing",
  });

/** 401: the bearer is not the secret key. */
export const unauthorised = (message: string) =>
  new Problem(401, { type: "invalid_request_error", message }, true);
