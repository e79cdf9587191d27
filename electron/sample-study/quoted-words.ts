/** The passages between quotation marks in a summary, without the full stop or comma that belongs to the summary. */
export function quotedPassages(summary: string): readonly string[] {
  return [...summary.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words.replace(/[.,;:]+$/, '').trim());
}

/** Whether these very words stand in the text, as whole words; capitals do not matter. */
export function holdsWords(text: string, words: string): boolean {
  if (words === '') return false;
  const literal = words.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])`, 'iu').test(text);
}
