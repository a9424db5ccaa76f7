import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';
import { Reads } from './writes.tsx';

/**
 * A dialogue: for a form that needs the whole attention, or a question before something leaves the register.
 * Esc and a press outside close it. Never one over another. What would open one that writes is not there in a snapshot.
 */
export function Dialog(props: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the one that acts last. */
  acts?: ReactNode;
}) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className="float dialog">
        <AriaDialog>
          <div className="dialog-head">
            <Heading slot="title">{props.title}</Heading>
            <IconButton icon="close" label="Close" onPress={props.onClose} />
          </div>
          <Reads>
            {props.children}
            {props.acts ? <div className="acts">{props.acts}</div> : null}
          </Reads>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
