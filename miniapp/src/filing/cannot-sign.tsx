/** What someone does who can't write (社会保险经办条例 art. 30: authorised filing and home service). */
import { useState } from 'react';
import { callAgency, useAgencyPhone } from '../agency-phone/agency-phone';
import { Button } from '../ui/button';
import { Paragraph } from '../ui/paragraph';
import { Sheet } from '../ui/sheet';

export function CannotSign() {
  const [open, setOpen] = useState(false);
  const { number } = useAgencyPhone();
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        我签不了字
      </Button>
      <Sheet open={open} title="签不了字怎么办" onClose={() => setOpen(false)}>
        <Paragraph>写得歪一点、画个记号都可以，只要是您本人画的。</Paragraph>
        <Paragraph>实在不方便，可以请经办机构上门，或者请家人带上您的证件到窗口办。已经填的内容都会留着。</Paragraph>
        <Button icon="phone" onPress={callAgency}>
          {`打电话 ${number}`}
        </Button>
        <Button kind="secondary" onPress={() => setOpen(false)}>
          我再试试
        </Button>
      </Sheet>
    </>
  );
}
