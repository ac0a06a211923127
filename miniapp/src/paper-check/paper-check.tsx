/**
 * PaperCheck: whether a PDF at hand is, byte for byte, the one that was issued. The file stays on the phone: its
 * fingerprint alone is compared.
 */
import { useState } from 'react';
import { hexOf, Sha256 } from '../photos/sha256';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Paragraph } from '../ui/paragraph';
import { chosenPdf } from './chosen-pdf';

type Finding = 'same' | 'altered' | 'unreadable';

export function PaperCheck({ sha256 }: { sha256: string }) {
  const [finding, setFinding] = useState<Finding | null>(null);

  async function check() {
    setFinding(null);
    try {
      const bytes = await chosenPdf();
      if (bytes === null) return;
      setFinding(hexOf(new Sha256().update(bytes).digest()) === sha256 ? 'same' : 'altered');
    } catch {
      setFinding('unreadable');
    }
  }

  return (
    <>
      {finding !== null && <PaperFinding finding={finding} />}
      <Button kind="secondary" busyLabel="正在比对…" onPress={check}>
        手里有 PDF 文件？查一查改没改过
      </Button>
      <Paragraph small soft>
        文件只在您的手机上比对，不会上传。
      </Paragraph>
    </>
  );
}

function PaperFinding({ finding }: { finding: Finding }) {
  switch (finding) {
    case 'same':
      return <Notice tone="good" title="文件没有改动" detail="和开具时的文件一模一样。" />;
    case 'altered':
      return (
        <Notice
          tone="error"
          title="文件对不上"
          detail="这个文件改动过，或者不是这份文书。请不要相信它，以上面显示的内容为准。"
        />
      );
    case 'unreadable':
      return <Notice tone="error" title="文件没有打开" detail="请换一个文件，或者重新下载后再试一次。" />;
  }
}
