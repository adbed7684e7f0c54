import type { Random } from "./random";

export interface Place {
  nation: string;
  region: string;
  /** Towns and valleys that exist on no map. */
  area: string;
}

const AREAS: Record<string, Record<string, string[]>> = {
  England: {
    "North East": ["Harrowdene", "Wearbridge"],
    "North West": ["Ashbarrow", "Millgate", "Ribbleton Vale"],
    "Yorkshire and the Humber": ["Calderholme", "Skelby"],
    "East Midlands": ["Trentwick", "Marlow Fen"],
    "West Midlands": ["Arrowford", "Blackmere"],
    "East of England": ["Fenbrook", "Saltmarsh"],
    London: ["Lea Wharf", "Southgate Reach", "Wandle Park"],
    "South East": ["Downsbury", "Chalkhurst"],
    "South West": ["Tamarleigh", "Quantock Vale"],
  },
  Scotland: {
    "Greater Glasgow and Clyde": ["Kelvinhaugh North", "Clydeview"],
    Lothian: ["Leithmuir", "Pentland Side"],
    Highland: ["Strathcorran", "Lochalder"],
    Tayside: ["Glenisla Bridge", "Carsemouth"],
  },
  Wales: {
    "North Wales": ["Aberceiriog", "Dyffryn Alun"],
    "South Wales Valleys": ["Cwm Heulog", "Ynysfach"],
    "West Wales": ["Aberteifi Isaf", "Bro Gwendraeth"],
  },
  "Northern Ireland": {
    Belfast: ["Laganmore", "Cavebrook"],
    "Western Trust area": ["Foylebank", "Sperrin Glen"],
    "Southern Trust area": ["Orchard County West", "Blackwater"],
  },
};

const SHARES = [
  ["England", 0.66],
  ["Scotland", 0.17],
  ["Wales", 0.1],
  ["Northern Ireland", 0.07],
] as const;

/** A place, the four nations in about the shares of their link workers. */
export function anyPlace(random: Random): Place {
  const nation = random.weighted(SHARES);
  const region = random.pick(Object.keys(AREAS[nation] ?? {}));
  return { nation, region, area: random.pick(AREAS[nation]?.[region] ?? ["Linkton"]) };
}
