import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTypedText } from './use-typed-text.ts';

interface GrowingFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly stored: string;
  readonly maxLength: number;
  /** Lines that there are in any case. */
  readonly rows?: number;
  readonly save: (text: string, typing: string) => Promise<void>;
}

/** A text field as high as its text, which saves itself. */
export function GrowingField({ label, placeholder, stored, maxLength, rows = 2, save }: GrowingFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { value, state, onChange, onFocus, onBlur } = useTypedText(stored, save);
  useLayoutEffect(() => fit(field.current));
  useEffect(() => {
    const { current } = field;
    if (current === null) return;
    // The same words take more lines in a narrower field. Its own height, which this changes, makes no difference.
    let width = current.clientWidth;
    const observer = new ResizeObserver(() => {
      if (current.clientWidth === width) return;
      width = current.clientWidth;
      fit(current);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <textarea
        ref={field}
        className="growing-field"
        aria-label={label}
        placeholder={placeholder}
        rows={rows}
        maxLength={maxLength}
        spellCheck
        value={value}
        data-state={state}
        onChange={(event) => onChange(event.target.value)}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      {state === 'failed' && (
        <p className="field-error" role="alert">
          Not saved. Leave the field to try again.
        </p>
      )}
    </>
  );
}

function fit(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
