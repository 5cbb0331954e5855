/** Method pages of street disorder. */
export const disorderMethods = [
  ['disorder/score', 'method_disorderScore'],
  ['disorder/agreement', 'method_disorderAgreement'],
  ['disorder/calibration', 'method_disorderCalibration'],
  ['disorder/segmentation', 'method_disorderSegmentation'],
  ['disorder/sampling', 'method_disorderSampling'],
] as const;
