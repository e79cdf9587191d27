import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface ScreenBoundaryProps {
  readonly children: ReactNode;
}

interface ScreenBoundaryState {
  readonly message: string | null;
}

/** A bug in one screen takes down that screen, not the program; what was done before is on disk. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, ScreenBoundaryState> {
  override state: ScreenBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ScreenBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <EmptyState
        title="This screen stopped working"
        actions={<Button onPress={() => this.setState({ message: null })}>Try again</Button>}
      >
        Your work is saved. If it happens again, report this: {this.state.message}
      </EmptyState>
    );
  }
}
