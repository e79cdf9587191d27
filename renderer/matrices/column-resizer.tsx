import { useRef, type PointerEvent } from 'react';
import type { ColumnId } from '#shared/ids.ts';
import { COLUMN_WIDTHS, resizeColumn, showWidth } from './matrices-actions.ts';
import { runSafely } from './run-safely.ts';

interface ColumnResizerProps {
  readonly columnId: ColumnId;
  readonly title: string;
  readonly width: number;
}

/** The right edge of a header: dragged, or twice clicked for the usual width. Shift+arrows on the header do the same. */
export function ColumnResizer({ columnId, title, width }: ColumnResizerProps) {
  const drag = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const widthAt = (event: PointerEvent): number | null =>
    drag.current === null ? null : drag.current.width + event.clientX - drag.current.from;

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator with a value is a widget; the header has its keys
    <div
      className="matrix-resizer"
      tabIndex={-1}
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${title}`}
      aria-valuenow={width}
      aria-valuemin={COLUMN_WIDTHS.least}
      aria-valuemax={COLUMN_WIDTHS.most}
      onPointerDown={(event) => {
        drag.current = { from: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        const now = widthAt(event);
        if (now !== null) showWidth(columnId, now);
      }}
      onPointerUp={(event) => {
        const now = widthAt(event);
        const started = drag.current?.width;
        drag.current = null;
        if (now !== null && now !== started) runSafely(resizeColumn(columnId, now));
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
        runSafely(resizeColumn(columnId, COLUMN_WIDTHS.usual));
      }}
    />
  );
}
