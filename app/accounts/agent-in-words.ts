const BROWSERS: [pattern: RegExp, name: string][] = [
  [/EdgA?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: [pattern: RegExp, name: string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/CrOS/, "Chromebook"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux/, "Linux"],
];

/** A browser's own description in words that its owner knows: "Firefox on Android". */
export function agentInWords(agent: string): string {
  const browser = nameOf(BROWSERS, agent) ?? "Unknown browser";
  const system = nameOf(SYSTEMS, agent);
  return system ? `${browser} on ${system}` : browser;
}

const nameOf = (names: [RegExp, string][], agent: string): string | undefined =>
  names.find(([pattern]) => pattern.test(agent))?.[1];
