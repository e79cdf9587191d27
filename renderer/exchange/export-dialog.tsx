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
  return (
    <Dialog
      title="Export for other programs"
      size="medium"
      isOpen
      onClose={closeExchangeDialog}
      footer={
        <>
          <Button onPress={closeExchangeDialog}>Cancel</Button>
          <Button tone="primary" autoFocus onPress={() => void exportForOthers(format).catch(reportError)}>
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
      <p>
        The file holds the texts as they are, and the names of the coders. Give it only to those who may read
        them.
      </p>
      <FindingsList findings={losses} empty="The file holds all of it." />
    </Dialog>
  );
}
