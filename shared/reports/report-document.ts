/** A report as a sequence of blocks: built once, written as a web page or as a Word document. */
export interface ReportDocument {
  readonly title: string;
  readonly studyTitle: string;
  /** What was asked for, by whom, when: printed below the title. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Words of an interview, where they were said, and who coded them as what. */
  | {
      readonly kind: 'quotation';
      readonly text: string;
      readonly translation: string;
      readonly source: string;
      readonly note: string;
    }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };
