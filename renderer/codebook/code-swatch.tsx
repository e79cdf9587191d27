import './codebook.css';

/** The colour of a code. The name beside it says the same in words. */
export function CodeSwatch({ color }: { readonly color: string }) {
  return <span className="code-swatch" style={{ background: color }} aria-hidden />;
}
