/** Yearly operation of a project after its renewal, in money of its cost; `NaN`: not known. */
export interface Operation {
  readonly cost: number;
  readonly rent: number;
  readonly fees: number;
  readonly subsidy: number;
  readonly running: number;
  /** Once, from selling land. */
  readonly landSale: number;
}

export interface Balance {
  /** Rent, fees and subsidy less running cost, a year. */
  readonly yearly: number;
  /** Years until operation has paid the cost, undiscounted and without land; `NaN` where it does not within the horizon. */
  readonly payBack: number;
  /** What is paid back by the end of each year, until it is all, or the horizon. */
  readonly paid: readonly number[];
  /** Discounted, with land and without. */
  readonly netValue: number;
  readonly netValueWithoutLand: number;
  /** Above 0 only because land is sold. */
  readonly onlyByLand: boolean;
}

/**
 * Whether operation carries a project. An amount that is not known makes what it enters missing; land that is not sold is 0.
 *
 * @param years of operation that count
 * @param discount factor of a year, above 0 up to 1
 */
export function balanceOf(operation: Operation, years: number, discount: number): Balance {
  const { cost, rent, fees, subsidy, running, landSale } = operation;
  const yearly = rent + fees + subsidy - running;
  let sum = 0;
  for (let year = 1; year <= years; year += 1) sum += yearly * discount ** year;
  const needed = cost === 0 ? 0 : yearly > 0 ? Math.ceil(cost / yearly - 1e-9) : Number.NaN;
  const payBack = needed <= years ? needed : Number.NaN;
  const length = Number.isNaN(yearly) ? 0 : Number.isNaN(payBack) ? years : payBack;
  const netValueWithoutLand = sum - cost;
  const netValue = netValueWithoutLand + landSale;
  return {
    yearly,
    payBack,
    paid: Array.from({ length }, (_, at) => Math.min(cost, yearly * (at + 1))),
    netValue,
    netValueWithoutLand,
    onlyByLand: netValue > 0 && netValueWithoutLand <= 0,
  };
}
