/** Method pages of the pages of sinking ground. */
export const groundMethods = [
  ['locate/displacement-inversion', 'method_inversion'],
  ['locate/displacement-rate', 'method_rate'],
  ['locate/displacement-reference', 'method_reference'],
  ['locate/bowls', 'method_bowls'],
  ['locate/buildings', 'method_buildings'],
] as const;
