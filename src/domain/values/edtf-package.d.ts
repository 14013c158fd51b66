/** The part of the edtf package (which ships no types) that Gainsay uses. */
declare module 'edtf' {
  interface ParsedDate {
    readonly type: 'Date' | 'Season' | 'Year' | 'Decade' | 'Century' | 'Interval' | 'List' | 'Set';
    /** First and last epoch millisecond. */
    readonly min: number;
    readonly max: number;
  }

  /** Throws on text that is not EDTF of the given level or below. */
  export default function edtf(text: string, constraints: { readonly level: 0 | 1 | 2 }): ParsedDate;
}
