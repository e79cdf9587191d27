import { shorten } from '#shared/text/graphemes.ts';
import { runAction } from '../actions/action-registry.ts';
import { Button } from '../ui/button.tsx';
import { useCorrectionsUi } from './corrections-actions.ts';

/** Above the text, while a lost coding looks for its new place. */
export function PlacingBar() {
  const placing = useCorrectionsUi((state) => state.placing);
  if (placing === null) return null;
  return (
    <div className="correction-bar" role="group" aria-label="Placing a lost coding">
      <span>
        Select the passage for <strong>{placing.name}</strong>; it was “{shorten(placing.words, 60)}”.
      </span>
      <span className="correction-bar-end">
        <Button onPress={() => useCorrectionsUi.setState({ placing: null })}>Cancel</Button>
        <Button tone="primary" onPress={() => runAction('corrections.place')}>
          Place here (Ctrl+Enter)
        </Button>
      </span>
    </div>
  );
}
