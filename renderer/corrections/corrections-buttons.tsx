import { History, PencilLine } from 'lucide-react';
import { runAction } from '../actions/action-registry.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import type { OpenTranscript } from '../coding/coding-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useCorrection } from './correction-draft.ts';

/** In the toolbar of Coding: correct the text, and see its versions. What waits to be looked at is counted. */
export function CorrectionsButtons({ open }: { readonly open: OpenTranscript }) {
  const { id } = open.transcript;
  const isCorrecting = useCorrection(({ draft }) => draft !== null);
  const { value: touched } = useLive(
    () => api.corrections.touched({ transcriptId: id }),
    ['correction', 'touched_coding', 'transcript_version'],
    [id],
  );
  const waiting = touched?.length ?? 0;
  return (
    <>
      <IconButton
        label="Correct the text (Ctrl+E)"
        icon={<PencilLine />}
        isDisabled={isCorrecting}
        onPress={() => runAction('corrections.edit')}
      />
      {waiting === 0 ? (
        <IconButton
          label="Versions and corrections"
          icon={<History />}
          onPress={() => runAction('corrections.list')}
        />
      ) : (
        <Button icon={<History />} onPress={() => runAction('corrections.list')}>
          {waiting} to look at
        </Button>
      )}
    </>
  );
}
