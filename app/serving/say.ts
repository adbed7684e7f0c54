/** A line for the person at the terminal; what the portal itself notes goes to the log. */
export const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};
