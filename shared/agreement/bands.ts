/**
 * Names that people give to ranges of a coefficient. They are conventions: Landis and Koch (1977) call theirs “clearly
 * arbitrary”, and Krippendorff (2004, p. 241) leaves the choice to what a wrong conclusion would cost. So they are shown
 * only to who asks for them, and never in the place of a figure.
 */
export const bandings = ['none', 'Landis & Koch', 'Krippendorff'] as const;
export type Banding = (typeof bandings)[number];

/** Landis & Koch 1977, table 2: for κ. */
function landisKoch(value: number): string {
  if (value < 0) return 'poor';
  if (value <= 0.2) return 'slight';
  if (value <= 0.4) return 'fair';
  if (value <= 0.6) return 'moderate';
  if (value <= 0.8) return 'substantial';
  return 'almost perfect';
}

/** Krippendorff 2004: rely on α ≥ .800; from .667 draw tentative conclusions only. */
function krippendorff(value: number): string {
  if (value >= 0.8) return 'reliable';
  return value >= 0.667 ? 'tentative' : 'not reliable';
}

/** Null where there is no figure, or nobody asked. */
export function bandOf(banding: Banding, value: number | null): string | null {
  if (value === null || banding === 'none') return null;
  return banding === 'Krippendorff' ? krippendorff(value) : landisKoch(value);
}

export const bandCaveats: Readonly<Record<Exclude<Banding, 'none'>, string>> = {
  'Landis & Koch':
    'The bands of Landis and Koch (1977) are arbitrary, as they say themselves; they were made for κ, and depend on prevalence as it does.',
  Krippendorff:
    'Krippendorff (2004) asks for α of at least .800, and takes .667 for tentative conclusions; where a wrong conclusion costs much, for more. The lower end of the interval counts, not the figure alone.',
};
