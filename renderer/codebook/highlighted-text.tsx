interface HighlightedTextProps {
  readonly text: string;
  /** Half-open, in order, apart. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** A name with the pieces that were typed to find it. */
export function HighlightedText({ text, ranges }: HighlightedTextProps) {
  return (
    <>
      {ranges.map(([start, end], index) => (
        <span key={start}>
          {text.slice(ranges[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
