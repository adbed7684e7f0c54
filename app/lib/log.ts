import pino from "pino";

export type Log = pino.Logger;

/** JSON lines on standard output. Never hand it a body, a token, a cookie or text that the guard refused. */
export const createLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
