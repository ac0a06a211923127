import type { DocumentVerification } from '@yiban/shared-types/documents';
import { PaperCheck } from '../../../paper-check/paper-check';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Row } from '../../../ui/row';
import { shownInstant } from '../../../wording/dates';

export function VerifiedDocument({ document }: { document: DocumentVerification }) {
  const { name, person, agency, issuedAt, valid, withdrawnAt, sha256 } = document;
  return (
    <>
      {valid ? (
        <Notice tone="good" title="这份文书是真的，现在有效" detail="请再对一对下面的内容和手里的文书是不是一样。" />
      ) : (
        <Notice
          tone="error"
          title="这份文书已经作废"
          detail={withdrawnAt === null ? '它不再有效，请不要使用。' : `${shownInstant(withdrawnAt)} 作废，请不要使用。`}
        />
      )}
      <Card flush title={name}>
        <Row title="姓名" value={person} />
        <Row title="开具机构" value={agency} />
        <Row title="开具时间" value={shownInstant(issuedAt)} />
        <Row title="文件指纹（SHA-256）" detail={sha256} />
      </Card>
      <PaperCheck sha256={sha256} />
    </>
  );
}
