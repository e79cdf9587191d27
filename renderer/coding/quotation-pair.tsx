import './quotation-pair.css';

interface QuotationPairProps {
  readonly quotation: string;
  /** Empty when there is none: then the quotation stands alone. */
  readonly translation: string;
  readonly translator: string | null;
}

/** The original and its translation, side by side where there is room. */
export function QuotationPair({ quotation, translation, translator }: QuotationPairProps) {
  if (translation === '') return <blockquote className="fragment-quotation">{quotation}</blockquote>;
  return (
    <div className="quotation-pair">
      <blockquote className="fragment-quotation">{quotation}</blockquote>
      <blockquote
        className="fragment-quotation quotation-translation"
        title={translator === null ? 'Translation' : `Translated by ${translator}`}
      >
        {translation}
      </blockquote>
    </div>
  );
}
