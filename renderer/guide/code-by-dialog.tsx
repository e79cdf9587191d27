import { useEffect, useState } from 'react';
import type { AutoCodingPreview, CodedBy } from '#shared/auto-coding/auto-coding-contract.ts';
import { flattenTree } from './code-choices.ts';
import type { CodeId } from '#shared/ids.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { notify, reportError } from '../ui/toasts-store.ts';
import { closeGuide } from './guide-actions.ts';
import './guide.css';

const ROLES = ['interviewer', 'participant', 'other'] as const;

/** Codes everything that one speaker says, or that belongs to one part or question: shown first, and one step of undo. */
export function CodeByDialog() {
  const [key, setKey] = useState<string | null>(null);
  const [codeId, setCodeId] = useState<CodeId | null>(null);
  const [preview, setPreview] = useState<AutoCodingPreview>();
  const { value: choices } = useLive(() => api.autoCoding.choices({}), ['turn', 'section'], []);
  const { value: guide } = useLive(() => api.guide.get({}), ['guide_part', 'guide_question'], []);
  const { value: codes } = useLive(() => api.codebook.list({}), ['code'], []);
  const kinds = new Map<string, { readonly label: string; readonly by: CodedBy }>([
    ...ROLES.map((role) => [`role ${role}`, { label: `Role: ${role}`, by: { kind: 'role', role } }] as const),
    ...(choices?.speakers ?? []).map(
      (speaker) =>
        [`speaker ${speaker}`, { label: `Speaker: ${speaker}`, by: { kind: 'speaker', speaker } }] as const,
    ),
    ...(choices?.parts ?? []).map(
      (title) => [`part ${title}`, { label: `Part: ${title}`, by: { kind: 'part', title } }] as const,
    ),
    ...(guide ?? [])
      .flatMap(({ questions }) => questions)
      .map(
        ({ id, text }) =>
          [
            `question ${id}`,
            { label: `Question: ${text}`, by: { kind: 'question', questionId: id } },
          ] as const,
      ),
  ]);
  const by = key === null ? undefined : kinds.get(key)?.by;
  const request = JSON.stringify([by, codeId]);
  useEffect(() => {
    let isCurrent = true;
    setPreview(undefined);
    if (by === undefined || codeId === null) return undefined;
    api.autoCoding.preview({ by, codeId }).then((answer) => isCurrent && setPreview(answer), reportError);
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `request` is both of them, compared by what they say
  }, [request]);
  const apply = async (): Promise<void> => {
    if (by === undefined || codeId === null) return;
    const { passages } = await api.autoCoding.apply({ by, codeId });
    notify(`Coded ${passages.toLocaleString('en-GB')} passages`, { undo: true });
    closeGuide();
  };
  return (
    <Dialog
      title="Code by speaker, part or question"
      isOpen
      onClose={closeGuide}
      footer={
        <>
          <Button onPress={closeGuide}>Cancel</Button>
          <Button
            tone="primary"
            isDisabled={preview === undefined || preview.passages === 0}
            onPress={() => void apply().catch(reportError)}
          >
            {preview === undefined ? 'Code' : `Code ${preview.passages.toLocaleString('en-GB')} passages`}
          </Button>
        </>
      }
    >
      <div className="guide">
        <Select
          label="Everything that belongs to"
          choices={[...kinds].map(([value, { label }]) => ({ value, label }))}
          value={key}
          onChange={setKey}
        />
        <Select label="is coded as" choices={flattenTree(codes ?? [])} value={codeId} onChange={setCodeId} />
        <p className="muted" role="status">
          {preview === undefined
            ? 'The codings go into your own layer, in all transcripts, as one step that can be undone.'
            : described(preview)}
        </p>
      </div>
    </Dialog>
  );
}

function described({ passages, transcripts, already, excluded }: AutoCodingPreview): string {
  const count = (number: number, noun: string): string =>
    `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
  const parts = [`${count(passages, 'passage')} in ${count(transcripts, 'transcript')} would be coded.`];
  if (already > 0) parts.push(`${count(already, 'passage')} you have coded so already.`);
  if (excluded > 0) parts.push(`${count(excluded, 'passage')} have a code that excludes it.`);
  return parts.join(' ');
}
