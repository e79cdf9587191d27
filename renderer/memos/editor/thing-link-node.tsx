import {
  $applyNodeReplacement,
  DecoratorNode,
  type EditorConfig,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical';
import type { TextLink } from '#shared/memos/rich-text.ts';
import { ThingLink } from './thing-link.tsx';

type LinkTarget = Pick<TextLink, 'kind' | 'uid' | 'name'>;
type SerializedThingLink = Spread<LinkTarget, SerializedLexicalNode>;

/** An @ link in the text: one character for the caret, and the present name for the eye. */
export class ThingLinkNode extends DecoratorNode<React.ReactNode> {
  readonly target: LinkTarget;

  static override getType(): string {
    return 'thing-link';
  }

  static override clone(node: ThingLinkNode): ThingLinkNode {
    return new ThingLinkNode(node.target, node.getKey());
  }

  static override importJSON({ kind, uid, name }: SerializedThingLink): ThingLinkNode {
    return $createThingLinkNode({ kind, uid, name });
  }

  constructor(target: LinkTarget, key?: NodeKey) {
    super(key);
    this.target = target;
  }

  override exportJSON(): SerializedThingLink {
    return { ...super.exportJSON(), ...this.target };
  }

  override createDOM({ theme }: EditorConfig): HTMLElement {
    const element = document.createElement('span');
    element.className = theme.link ?? '';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override getTextContent(): string {
    return this.target.name;
  }

  override isInline(): true {
    return true;
  }

  override decorate(): React.ReactNode {
    return <ThingLink nodeKey={this.getKey()} link={this.target} />;
  }
}

export function $createThingLinkNode({ kind, uid, name }: LinkTarget): ThingLinkNode {
  return $applyNodeReplacement(new ThingLinkNode({ kind, uid, name }));
}

export function $isThingLinkNode(node: LexicalNode | null | undefined): node is ThingLinkNode {
  return node instanceof ThingLinkNode;
}
