/** The parts of a study, where the name of a thing alone does not say to what it belongs. */
export const partNames: Readonly<Record<string, string>> = {
  attributes: 'of participants',
  codebook: 'in the codebook',
  matrices: 'in matrices',
  comparisons: 'in comparisons',
};
