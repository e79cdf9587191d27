import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string;
  /** The label is read out but not shown. */
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly errorMessage?: string | undefined;
  readonly placeholder?: string;
  /** More than one line makes a text area. */
  readonly rows?: number;
}

export function TextField({
  label,
  hideLabel = false,
  description,
  errorMessage,
  placeholder = '',
  rows = 1,
  onKeyDown,
  ...rest
}: TextFieldProps) {
  const name = hideLabel ? { 'aria-label': label } : {};
  const listening = onKeyDown === undefined ? {} : { onKeyDown: passingOn(onKeyDown) };
  return (
    <AriaTextField
      {...rest}
      {...name}
      {...listening}
      isInvalid={errorMessage !== undefined}
      className="field"
    >
      {!hideLabel && <Label>{label}</Label>}
      {rows > 1 ? (
        <TextArea className="input" rows={rows} placeholder={placeholder} />
      ) : (
        <Input className="input" placeholder={placeholder} />
      )}
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{errorMessage}</FieldError>
    </AriaTextField>
  );
}

type KeyListener = NonNullable<AriaTextFieldProps['onKeyDown']>;

/** React Aria keeps a key to the field that listens to keys; the Escape that nobody there wanted must close the dialog. */
function passingOn(listener: KeyListener): KeyListener {
  return (event) => {
    listener(event);
    if (event.key === 'Escape' && !event.isDefaultPrevented()) event.continuePropagation();
  };
}
