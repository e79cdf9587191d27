/** A place in the grid: the number of the case (-1 is the header) and of the column. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Cases that a page holds. */
  readonly page: number;
  /** Whether somebody wrote something there: Ctrl and an arrow jump to where that ends or begins. */
  isFilled(spot: Spot): boolean;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const STEPS: Readonly<Record<string, Spot>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Where a key leads, as in a spreadsheet; null for a key that does not move. */
export function spotAfter({ key, ctrlKey, metaKey }: Key, from: Spot, shape: GridShape): Spot | null {
  const far = ctrlKey || metaKey;
  const step = STEPS[key];
  if (step !== undefined) return far ? jump(from, step, shape) : inside(plus(from, step), shape);
  switch (key) {
    case 'Home':
      return inside({ row: far ? 0 : from.row, column: 0 }, shape);
    case 'End':
      return inside({ row: far ? shape.rows - 1 : from.row, column: shape.columns - 1 }, shape);
    case 'PageUp':
      return inside({ ...from, row: Math.max(0, from.row - shape.page) }, shape);
    case 'PageDown':
      return inside({ ...from, row: from.row + shape.page }, shape);
    default:
      return null;
  }
}

function plus(spot: Spot, step: Spot): Spot {
  return { row: spot.row + step.row, column: spot.column + step.column };
}

function inside({ row, column }: Spot, { rows, columns }: GridShape): Spot {
  return {
    row: Math.max(-1, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

/** To the last filled cell of a run, or over the empty ones to the next filled one, or to the edge. */
function jump(from: Spot, step: Spot, shape: GridShape): Spot {
  const isCase = (spot: Spot): boolean =>
    spot.row >= 0 && spot.row < shape.rows && spot.column >= 0 && spot.column < shape.columns;
  let spot = plus(from, step);
  if (!isCase(spot)) return from;
  const runs = from.row >= 0 && shape.isFilled(from) && shape.isFilled(spot);
  while (isCase(plus(spot, step)) && shape.isFilled(runs ? plus(spot, step) : spot) === runs) {
    spot = plus(spot, step);
  }
  return spot;
}
