import { useState } from 'react';
import type { ExchangeFormat } from '#shared/exchange/exchange-contract.ts';
import type { Finding } from '#shared/exchange/findings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { closeExchangeDialog, exportForOthers, showExport } from './exchange-actions.ts';
import { FindingsList } from './report-view.tsx';

interface ExportDialogProps {
  readonly format: ExchangeFormat;
  readonly losses: readonly Finding[];
}

/** What the file cannot hold, before it is written: the standard asks for this warning, and so does decency. */
export function ExportDialog({ format, losses }: ExportDialogProps) {
  const [sidecar, setSidecar] = useState(true);
  return (
    <Dialog
      title="Export for other programs"
      size="medium"
      isOpen
      onClose={closeExchangeDialog}
      footer={
        <>
          <Button onPress={closeExchangeDialog}>Cancel</Button>
          <Button
            tone="primary"
            autoFocus
            onPress={() => void exportForOthers(format, sidecar).catch(reportError)}
          >
            Export
          </Button>
        </>
      }
    >
      <Select<ExchangeFormat>
        label="Format"
        choices={[
          { value: 'qdpx', label: 'REFI-QDA project (.qdpx): texts, codes, codings, cases, memos' },
          { value: 'qdc', label: 'REFI-QDA codebook (.qdc): the codes alone' },
        ]}
        value={format}
        onChange={(value) => void showExport(value).catch(reportError)}
      />
      {format === 'qdpx' && (
        <label className="exchange-sidecar">
          <input type="checkbox" checked={sidecar} onChange={(event) => setSidecar(event.target.checked)} />
          Put the project itself in as well, so that Crosscase can restore matrices, checks and decisions from
          it
        </label>
      )}
      <p>
        The file holds the texts as they are, and the names of the coders. Give it only to those who may read
        them.
      </p>
      <FindingsList findings={losses} empty="The file holds all of it." />
    </Dialog>
  );
}
