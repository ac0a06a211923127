/** The papers that an officer checks when the first case is accepted. */
import { called } from '../../../grants/relations';
import { PaperPhotos } from '../../../photos/paper-photos';
import { Notice } from '../../../ui/notice';
import { Paragraph } from '../../../ui/paragraph';
import type { QuestionProps } from './question';

export function PapersQuestion({ request, error, onChange }: QuestionProps) {
  const whom = called(request.relation);
  const { way, letter, principalId, proxyId, kinship } = request;
  return (
    <>
      {error !== undefined && <Notice tone="error" title={error} />}
      {way === 'guardian' ? (
        <PaperPhotos
          title="户口簿或出生医学证明"
          button="拍户口簿"
          paper="household-register"
          uploads={kinship}
          onChange={(uploads) => onChange({ kinship: uploads })}
        >
          能看出您和{whom}关系的那几页，每页拍一张。
        </PaperPhotos>
      ) : (
        <>
          <PaperPhotos
            title="授权委托书"
            button="拍委托书"
            paper="authorization-letter"
            uploads={letter}
            onChange={(uploads) => onChange({ letter: uploads })}
          >
            写明委托谁、办什么、到哪天，有{whom}的签名或手印。
          </PaperPhotos>
          <PaperPhotos
            title={`${whom}的身份证`}
            button={`拍${whom}的身份证`}
            paper="identity-card"
            uploads={principalId}
            onChange={(uploads) => onChange({ principalId: uploads })}
          >
            人像面、国徽面各拍一张。
          </PaperPhotos>
          <PaperPhotos
            title="您的身份证"
            button="拍您的身份证"
            paper="identity-card"
            uploads={proxyId}
            onChange={(uploads) => onChange({ proxyId: uploads })}
          >
            人像面、国徽面各拍一张。
          </PaperPhotos>
        </>
      )}
      <Paragraph soft>交了就能先办起来，经办人员受理第一件时核对；核对不上，会告诉您原因。</Paragraph>
    </>
  );
}
