/** What link workers of the demonstration learned, by category position of the first rules. */
export interface Learning {
  title: string;
  category: "work" | "professional" | "course" | "self" | "other";
  minutes: number;
  learned: string;
}

export const LEARNING: Learning[] = [
  {
    title: "Motivational interviewing, day one",
    category: "course",
    minutes: 360,
    learned: "To leave silences alone and to reflect before I suggest anything.",
  },
  {
    title: "Safeguarding adults, level 3",
    category: "course",
    minutes: 240,
    learned: "Who to ring first, and how to write down what I saw without guessing.",
  },
  {
    title: "Core skills for personalised care",
    category: "course",
    minutes: 90,
    learned: "To start from what matters to the person and not from the referral.",
  },
  {
    title: "Suicide awareness training",
    category: "course",
    minutes: 180,
    learned: "To ask the question directly, and what to do with the answer.",
  },
  {
    title: "Trauma-informed practice",
    category: "course",
    minutes: 180,
    learned: "Small choices, such as where to sit, give people back some control.",
  },
  {
    title: "Welfare benefits update",
    category: "course",
    minutes: 150,
    learned: "What changed in April and who locally can help with appeals.",
  },
  {
    title: "Reading: a study of link worker supervision",
    category: "self",
    minutes: 60,
    learned: "Regular supervision keeps people in the job. I will ask for a fixed slot.",
  },
  {
    title: "Podcast on loneliness in rural areas",
    category: "self",
    minutes: 45,
    learned: "Transport comes before activities.",
  },
  {
    title: "Peer case discussion",
    category: "work",
    minutes: 60,
    learned: "Two colleagues had found the same gap in housing advice.",
  },
  {
    title: "Shadowing the welfare adviser",
    category: "work",
    minutes: 180,
    learned: "How a good first form saves weeks.",
  },
  {
    title: "Team meeting: new referral form",
    category: "work",
    minutes: 60,
    learned: "Which questions help us and which only fill a page.",
  },
  {
    title: "Visit to the community garden",
    category: "work",
    minutes: 90,
    learned: "What a first visit looks like, so that I can describe it honestly.",
  },
  {
    title: "Regional link worker network",
    category: "professional",
    minutes: 120,
    learned: "How other areas keep their lists of groups up to date.",
  },
  {
    title: "Mentoring a new colleague",
    category: "professional",
    minutes: 60,
    learned: "Explaining my notes showed me what is missing from them.",
  },
  {
    title: "Talk to the practice team about social prescribing",
    category: "professional",
    minutes: 45,
    learned: "Examples work better than leaflets.",
  },
  {
    title: "Volunteering at the repair café",
    category: "other",
    minutes: 120,
    learned: "People talk more easily when their hands are busy.",
  },
];
