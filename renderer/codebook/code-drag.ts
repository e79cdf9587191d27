import { codeId, type CodeId } from '#shared/ids.ts';

/** What a dragged code carries: its id, as JSON text. */
export const CODE_DRAG_TYPE = 'application/x-crosscase-code';

export function carriesCode(data: DataTransfer | null): boolean {
  return data !== null && data.types.includes(CODE_DRAG_TYPE);
}

/** The code that is dropped, or null when something else is. Its contents can be read only at the drop. */
export function droppedCode(data: DataTransfer | null): CodeId | null {
  const text = data?.getData(CODE_DRAG_TYPE) ?? '';
  if (text === '') return null;
  const parsed = codeId.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
