import { X } from 'lucide-react';
import { Button, IconButton } from './button.tsx';
import { dismissToast, useToasts } from './toasts-store.ts';

/** `onUndo` comes from outside: this folder knows nothing of the history. */
export function Toasts({ onUndo }: { readonly onUndo: () => void }) {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className="toasts" role="region" aria-label="Messages">
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="toast"
          data-tone={toast.tone}
          role={toast.tone === 'error' ? 'alert' : 'status'}
        >
          <div className="toast-text">
            <strong>{toast.text}</strong>
            {toast.advice !== '' && <span>{toast.advice}</span>}
          </div>
          {toast.undo && (
            <Button
              onPress={() => {
                dismissToast(toast.id);
                onUndo();
              }}
            >
              Undo
            </Button>
          )}
          <IconButton label="Dismiss" icon={<X />} onPress={() => dismissToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}
