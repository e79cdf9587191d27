import type { CheckOverview, OwnBesideClaim } from '#shared/checking/checking-contract.ts';
import type { CoderId, MatrixId } from '#shared/ids.ts';
import { navigate } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { openCheckingDialog } from './checking-store.ts';

interface OwnViewsProps {
  readonly overview: CheckOverview;
  readonly matrixId: MatrixId;
}

/** What checkers wrote before they saw the author's, side by side with it, and the way to their verdict. */
export function OwnViews({ overview, matrixId }: OwnViewsProps) {
  const byChecker = Map.groupBy(overview.ownViews, ({ checkerId }) => checkerId);
  return [...byChecker].map(([checkerId, views]) => (
    <OwnViewsOf key={checkerId} checkerId={checkerId} views={views} matrixId={matrixId} />
  ));
}

interface OwnViewsOfProps {
  readonly checkerId: CoderId;
  readonly views: readonly OwnBesideClaim[];
  readonly matrixId: MatrixId;
}

function OwnViewsOf({ checkerId, views, matrixId }: OwnViewsOfProps) {
  const checker = views[0]?.checker ?? '';
  const titleId = `own-views-${checkerId}`;
  return (
    <section className="own-views">
      <h2 id={titleId}>Own views of {checker}, waiting for a verdict</h2>
      <p className="muted">
        {checker} wrote these without knowing what was made of the evidence. Who checks at this computer goes
        on to the verdict at once; to who works from files, send the summaries now.
      </p>
      <table className="checking-table own-views-table" aria-labelledby={titleId}>
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">The author’s</th>
            <th scope="col">Of {checker}</th>
          </tr>
        </thead>
        <tbody>
          {views.map((view) => (
            <tr key={`${view.columnId} ${view.rowKey}`}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  onClick={() =>
                    navigate({
                      screen: 'matrices',
                      matrixId,
                      columnId: view.columnId,
                      rowKey: view.rowKey,
                    })
                  }
                >
                  {view.name}
                </button>
              </th>
              <td>
                <View summary={view.summary} rating={view.rating} />
              </td>
              <td>
                <View summary={view.ownSummary} rating={view.ownRating} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Button onPress={() => openCheckingDialog({ kind: 'send', matrixId, checkerId })}>
          Send the second file to {checker}…
        </Button>
      </p>
    </section>
  );
}

function View({ summary, rating }: { readonly summary: string; readonly rating: string | null }) {
  return (
    <>
      {summary}
      {summary !== '' && rating !== null && ' · '}
      {rating !== null && `Rating: ${rating}`}
    </>
  );
}
