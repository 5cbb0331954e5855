/**
 * A formula that the closed list of operators lacks; the catalog names it with `use`, checks its inputs and knows its
 * words (`methodRules`).
 */
export interface FormulaMethod {
  /** As written in the catalog and as the name of its page below `docs/methods`. */
  readonly id: string;
  /** Whether the same inputs of the whole country are needed. */
  readonly usesCountry: boolean;
  /**
   * Value from inputs in base units, none of them missing.
   *
   * @param country the same inputs of the country's row; empty unless `usesCountry`
   * @returns `NaN` where the formula has no value, for example a division by zero
   */
  readonly compute: (inputs: Float64Array, country: Float64Array) => number;
}
