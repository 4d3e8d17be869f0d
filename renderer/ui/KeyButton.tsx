import { Button, type ButtonProps } from 'antd';

/** A button that shows the key which does the same: `预采用 A`. */
export function KeyButton({ hint, children, ...rest }: ButtonProps & { hint?: string }) {
  return (
    <Button {...rest} {...(hint ? { 'aria-keyshortcuts': hint.replace('Ctrl', 'Control') } : {})}>
      {children}
      {hint && (
        <kbd className="key-hint" aria-hidden>
          {hint}
        </kbd>
      )}
    </Button>
  );
}
