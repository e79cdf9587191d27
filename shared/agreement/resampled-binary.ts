/** The figures of a yes/no variable in each resample; NaN where undefined. */
export interface ResampledBinary {
  readonly percent: Float64Array;
  readonly alpha: Float64Array;
  readonly ac1: Float64Array;
  readonly kappa: Float64Array;
  readonly binaryU: Float64Array;
}
