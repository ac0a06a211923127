/** A paper that was filled in for the person, or a letter in which they commit themselves: read it, then sign it. */
import { useRef, useState } from 'react';
import type { CaseMaterialView } from '@yiban/shared-types/cases';
import type { ItemPage, MaterialAlternative } from '@yiban/shared-types/catalogue';
import { explained } from '../api/problem';
import type { Draft } from '../drafts/draft';
import { sendFile } from '../photos/send-photo';
import { useReadingAloud } from '../reading-aloud/use-reading-aloud';
import { SignaturePad } from '../signature/signature-pad';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Heading } from '../ui/heading';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { CannotSign } from './cannot-sign';
import { PaperContent } from './paper-content';
import { letterParagraphs, paperRows, paperText } from './paper';
import { StepPage } from './step-page';
import type { StepFrame } from './step-page';
import { usePaperPdf } from './use-paper-pdf';

interface PaperWayProps {
  item: ItemPage;
  draft: Draft;
  material: string;
  way: MaterialAlternative;
  standing: CaseMaterialView | undefined;
  frame: StepFrame;
  onNext: () => void;
  onOtherWay: (() => void) | undefined;
}

export function PaperWay({ item, draft, material, way, standing, frame, onNext, onOtherWay }: PaperWayProps) {
  const signed = standing?.alternative === way.id && standing.signed;
  const [problem, setProblem] = useState<unknown>(null);
  const [again, setAgain] = useState(false);
  const pdf = usePaperPdf(draft);
  const reading = useReadingAloud();
  const { answers, view } = draft.state();
  const paragraphs = letterParagraphs(way, item, answers, view.by.proxy ? view.for.name : '本人');
  const rows = way.kind === 'generated' ? paperRows(item, answers) : [];
  const sign = useSigning(draft, material, way);

  async function signWith(png: ArrayBuffer) {
    try {
      await sign(png);
      setProblem(null);
      onNext();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <StepPage
      frame={frame}
      title={way.kind === 'commitment' ? `读一读，签${way.name}` : `看一看，签${way.name}`}
      {...(signed ? { onNext } : {})}
    >
      <Paragraph>
        {way.kind === 'commitment' ? '请读完下面每一条，同意再签名。' : '下面是替您填好的，看看对不对，再签名。'}
      </Paragraph>
      <Card title={way.name}>
        <PaperContent rows={rows} paragraphs={paragraphs} />
      </Card>
      {reading.available && (
        <Button
          kind="secondary"
          icon={reading.speaking ? 'stop' : 'sound'}
          onPress={() => reading.toggle(paperText(way.name, rows, paragraphs))}
        >
          {reading.speaking ? '停止朗读' : '读给我听'}
        </Button>
      )}
      <Button kind="secondary" onPress={() => pdf.show(way)}>
        查看 PDF
      </Button>
      {pdf.problem !== null && <Notice tone="error" {...explained(pdf.problem)} />}
      {problem !== null && <Notice tone="error" {...explained(problem)} />}
      {signed && !again ? (
        <Notice
          tone="good"
          title="您已经签过名"
          detail="内容没有变，不用再签。"
          action={{ label: '重新签名', onPress: () => setAgain(true) }}
        />
      ) : (
        <>
          <Heading>在这里签名</Heading>
          <SignaturePad signer="您的姓名" onSigned={signWith} cannotSign={<CannotSign />} />
        </>
      )}
      {onOtherWay && (
        <Button kind="quiet" onPress={onOtherWay}>
          换一种方式
        </Button>
      )}
    </StepPage>
  );
}

/** Sends the signature and puts it under the paper; what was sent already is not sent twice. */
function useSigning(draft: Draft, material: string, way: MaterialAlternative): (png: ArrayBuffer) => Promise<void> {
  const begun = useRef<{ readonly png: ArrayBuffer; readonly upload: string } | null>(null);
  return async (png) => {
    await draft.save();
    const { id } = await sendFile({
      length: png.byteLength,
      purpose: 'signature',
      paper: null,
      begun: begun.current?.png === png ? begun.current.upload : null,
      read: async (offset, length) => png.slice(offset, offset + length),
      onProgress: (upload) => {
        begun.current = { png, upload };
      },
    });
    await draft.attach(material, () => ({ alternative: way.id, uploads: [], signature: id }));
  };
}
