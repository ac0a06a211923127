/** NoticeForm: the one-time notice. Everything that is missing or wrong is ticked and told at once, each with its reason. */
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OfficerCaseView } from '@yiban/shared-types/agency';
import type { ItemPage } from '@yiban/shared-types/catalogue';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { TextField } from '../ui/text-field';
import { Chip } from './chip';
import { DeedForm } from './deed-form';
import { lineOf, noticeTargets, type NoticeDraft, type NoticeTarget } from './notice-draft';
import type { Deed } from './office-api';

interface NoticeFormProps {
  view: OfficerCaseView;
  item: ItemPage;
  draft: NoticeDraft;
  onDraft: (draft: NoticeDraft) => void;
  onGoOn: (deed: Deed) => void;
  onLeave: () => void;
}

export function NoticeForm({ view, item, draft, onDraft, onGoOn, onLeave }: NoticeFormProps) {
  const [tried, setTried] = useState(false);
  const targets = noticeTargets(item, view);
  const ticked = targets.filter(({ key }) => draft.reasons[key] !== undefined);
  const again = view.notices > 0;
  const faulty = ticked.some(({ key }) => (draft.reasons[key] ?? '').trim() === '');
  const needsWhy = again && draft.supervisorReason.trim() === '';

  function setReason(key: string, reason: string | undefined) {
    const { [key]: _, ...others } = draft.reasons;
    onDraft({ ...draft, reasons: reason === undefined ? others : { ...others, [key]: reason } });
  }

  function goOn() {
    setTried(true);
    if (ticked.length === 0 || faulty || needsWhy) return;
    onGoOn({
      action: 'supplement',
      items: ticked.map((target) => lineOf(target, draft.reasons[target.key] ?? '')),
      ...(again ? { supervisorReason: draft.supervisorReason.trim() } : {}),
    });
  }

  return (
    <DeedForm title="一次性告知" goOn={`告知这 ${ticked.length} 项`} onGoOn={goOn} onLeave={onLeave}>
      <View className="deed-lead">把所有缺的、不对的一次勾齐写清：只能告知一次，申请人照着补。</View>
      {again && (
        <Notice tone="warn" title="这个办件已经告知过">
          再次告知要由主管写明理由，理由留在办件里备查。
        </Notice>
      )}
      {again && (
        <TextField
          label="主管理由"
          kind="paragraph"
          maxLength={500}
          value={draft.supervisorReason}
          onChange={(supervisorReason) => onDraft({ ...draft, supervisorReason })}
          error={tried && needsWhy ? '请写明为什么要再次告知。' : undefined}
        />
      )}
      {(['material', 'question'] as const).map((kind) => (
        <View key={kind}>
          <View className="target-group">{kind === 'material' ? '办理材料' : '申请内容'}</View>
          {targets
            .filter((target) => target.kind === kind)
            .map((target) => (
              <Target
                key={target.key}
                target={target}
                reason={draft.reasons[target.key]}
                tried={tried}
                onReason={(reason) => setReason(target.key, reason)}
              />
            ))}
        </View>
      ))}
      {tried && ticked.length === 0 && <View className="deed-fault">请至少勾一项。</View>}
    </DeedForm>
  );
}

interface TargetProps {
  target: NoticeTarget;
  reason: string | undefined;
  tried: boolean;
  onReason: (reason: string | undefined) => void;
}

function Target({ target, reason, tried, onReason }: TargetProps) {
  const ticked = reason !== undefined;
  return (
    <View className="target">
      <View
        className="target-tick"
        ariaRole="checkbox"
        ariaChecked={ticked}
        ariaLabel={target.name}
        onClick={() => onReason(ticked ? undefined : '')}
      >
        <View className={`target-box ${ticked ? 'is-ticked' : ''}`}>{ticked && <Icon name="check" />}</View>
        <View>{target.name}</View>
      </View>
      {ticked && (
        <>
          <View className="chips">
            {target.suggestions.map((words) => (
              <Chip key={words} label={`填入：${words}`} onPress={() => onReason(words)}>
                {words}
              </Chip>
            ))}
          </View>
          <TextField
            label={`「${target.name}」哪里不对，怎么补`}
            kind="paragraph"
            maxLength={300}
            value={reason}
            onChange={onReason}
            error={tried && reason.trim() === '' ? '请写清楚哪里不对、怎么补。' : undefined}
          />
        </>
      )}
    </View>
  );
}
