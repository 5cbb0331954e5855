/**
 * Unwrapped phase to displacement along the line of sight: −phase · wavelength ÷ 4π, in mm, negative away from the satellite.
 * A phase of exactly 0 is missing, as the programs of the field write it, and so is an infinite one.
 *
 * @param phase radians, later less earlier date
 * @param wavelengthM metres
 */
export function changesOfPhase(phase: Float64Array, wavelengthM: number): Float64Array {
  const factor = (-wavelengthM / (4 * Math.PI)) * 1000;
  return phase.map((value) => (value === 0 || !Number.isFinite(value) ? Number.NaN : value * factor));
}

/** Displacement of one cycle of phase, mm: half a wavelength, as the wave goes there and back. */
export function cycleMm(wavelengthM: number): number {
  return wavelengthM * 500;
}
