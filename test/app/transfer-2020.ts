/**
 * Allocation of the transfer payment to exhausted cities of 2020, 财预〔2020〕71号: unit 100 million yuan, total and performance
 * column by province, as far as the table could be read. Total 222.90 = advance 149.06 + this time 73.84.
 */
export const allocation2020 = {
  total: 222.9,
  advance: 149.06,
  thisTime: 73.84,
  provinces: {
    河北: 5.58,
    山西: 11.53,
    内蒙古: 9.02,
    辽宁: 17.63,
    吉林: 15.25,
    黑龙江: 25.67,
    江苏: 4.06,
    安徽: 7.27,
    福建: 0.48,
    江西: 7.97,
    山东: 10.17,
    河南: 9.58,
    湖北: 8.2,
    湖南: 12.69,
    广东: 3.55,
    广西: 4.53,
    海南: 1.18,
    重庆: 5.61,
    四川: 8.44,
    贵州: 3.49,
  },
  performance: {
    山西: -0.06,
    辽宁: -0.12,
    吉林: -0.07,
    黑龙江: -0.36,
    江苏: 0.09,
    江西: 0.06,
    山东: 0.21,
    河南: 0.1,
    海南: -0.06,
    四川: 0.21,
  },
} as const;

/** 100 million yuan as whole yuan. */
export function yuanOf(hundredMillion: number): number {
  return Math.round(hundredMillion * 1e8);
}
